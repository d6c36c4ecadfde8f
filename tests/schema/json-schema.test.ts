import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BLOCK_KINDS } from '../../src/content/blocks/index.ts';
import { jsonSchema, SCHEMAS } from '../../src/schema/json-schema.ts';

interface Definition {
  title: string;
  required: string[];
  additionalProperties: boolean;
  properties: Record<string, { description?: string; items?: { anyOf?: object[]; defaultSnippets?: { label: string; body: Record<string, unknown> }[] } }>;
}

describe('the JSON Schemas', () => {
  test.each(SCHEMAS)('%s is what is committed (npm run schema)', async (name) => {
    const file = path.resolve(import.meta.dirname, `../../docs/schema/${name}.json`);
    expect(await readFile(file, 'utf8')).toBe(`${JSON.stringify(await jsonSchema(name), null, 2)}\n`);
  });

  test.each(SCHEMAS)('%s is of draft 7 and takes no unknown keys', async (name) => {
    expect(await jsonSchema(name)).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: expect.stringMatching(/^Mendbook: /),
      type: 'object',
      additionalProperties: false,
    });
  });
});

const load = async () => (await jsonSchema('step')) as unknown as Definition & { definitions: Record<string, Definition> };

describe('the JSON Schema of a step', () => {
  test('has a definition for each kind of block, whose name comes first among what it needs', async () => {
    const { definitions } = await load();
    expect(Object.keys(definitions).toSorted()).toEqual([...BLOCK_KINDS].toSorted());
    for (const [kind, definition] of Object.entries(definitions)) {
      expect(definition).toMatchObject({ title: kind, additionalProperties: false });
      expect(definition.required[0]).toBe(kind);
    }
  });

  test('tells what every key of a block is for, or leaves it to its name', async () => {
    const { definitions } = await load();
    for (const definition of Object.values(definitions)) {
      for (const key of ['id', 'hint', 'for', 'relationship', 'minutes', 'purpose']) {
        if (key in definition.properties) expect(definition.properties[key]?.description).toMatch(/\w/);
      }
    }
  });

  test('offers a snippet for each kind, with all that the kind needs', async () => {
    const { definitions, properties } = await load();
    const snippets = properties.blocks?.items?.defaultSnippets ?? [];
    expect(snippets.map(({ label }) => label)).toEqual([...BLOCK_KINDS]);
    for (const { label, body } of snippets) expect(Object.keys(body)).toEqual(definitions[label]?.required);
    expect(snippets.find(({ label }) => label === 'question')?.body).toEqual({ question: '$1', id: '$2' });
    expect(snippets.find(({ label }) => label === 'scale')?.body).toEqual({ scale: '$1', id: '$2', labels: ['$3', '$4'] });
    expect(snippets.find(({ label }) => label === 'page-break')?.body).toEqual({ 'page-break': true });
    expect(snippets.find(({ label }) => label === 'callout')?.body).toEqual({ callout: '${1|note,example,pause,safety|}', text: '$2' });
  });

  test('lets a worksheet hold every kind but another worksheet', async () => {
    const { definitions, properties } = await load();
    const kinds = definitions.worksheet?.properties.blocks?.items?.anyOf ?? [];
    expect(kinds).toHaveLength(BLOCK_KINDS.length - 1);
    expect(kinds).not.toContainEqual({ $ref: '#/definitions/worksheet' });
    expect(properties.blocks?.items?.anyOf).toContainEqual({ $ref: '#/definitions/worksheet' });
  });
});

describe('the schema of a theme', () => {
  type Token = { description?: string; default?: unknown; properties?: Record<string, Token> };
  const tokensOf = (schema: Token, before = ''): [string, Token][] =>
    Object.entries(schema.properties ?? {}).flatMap(([key, inner]) =>
      inner.properties ? tokensOf(inner, `${before}${key}.`) : [[`${before}${key}`, inner] as [string, Token]],
    );

  test('says of every token what it is, and what it is in calm', async () => {
    const { properties } = (await jsonSchema('theme')) as Token;
    const { extends: _, about: __, a5: ___, 'large-print': ____, 'ink-saver': _____, ...groups } = properties ?? {};
    const tokens = tokensOf({ properties: groups });
    expect(tokens.length).toBeGreaterThan(90);
    expect(tokens.filter(([, { description, default: usual }]) => !description || usual === undefined).map(([name]) => name)).toEqual([]);
    expect(Object.fromEntries(tokens)['papers.a4.width']).toMatchObject({ default: '210mm', description: expect.stringMatching(/From 200 to 2000 points/) });
  });
});
