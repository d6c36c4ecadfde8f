import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createElement } from 'react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blame } from '../../src/template/components.ts';
import { loadTemplate } from '../../src/template/load.ts';
import { position } from '../../src/diagnostics/source-file.ts';
import { EVERYTHING } from '../../src/trust/trust.ts';

let home = '';
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mendbook-template-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** Writes a template and gives its folder. */
const template = async (name: string, files: Record<string, string>): Promise<string> => {
  const folder = path.join(home, name);
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(files).map(([file, text]) => writeFile(path.join(folder, file), text)));
  return folder;
};

const calm = { 'theme.yaml': 'extends: calm\n' };

describe('loading a template', () => {
  it('gives every component of calm', async () => {
    const { template: loaded, diagnostics } = await loadTemplate('calm', { cwd: home });
    expect(diagnostics).toEqual([]);
    expect(Object.keys(loaded ?? {}).toSorted()).toEqual([
      'Closing',
      'Compared',
      'Contents',
      'Cover',
      'Motif',
      'Notes',
      'PageFrame',
      'PageOpener',
      'StepOpener',
      'WorksheetHead',
      'blocks',
    ]);
    expect(Object.keys(loaded?.blocks ?? {})).toContain('boundary');
  });

  it('lays own components over those of the parent, which share react and the kit with the program', async () => {
    const folder = await template('own', {
      ...calm,
      'template.tsx': `
        import { createElement } from 'react';
        import { Words, useTheme } from 'mendbook/kit';
        import { loud } from './loud.ts';
        const Question = ({ block }) => <Words type="prompt">{loud(block.question)}</Words>;
        export const parts = { createElement, useTheme };
        export default { Cover: () => <Words>{JSON.stringify(parts === undefined)}</Words>, blocks: { question: Question } };
      `,
      'loud.ts': `export const loud = (spans: { text: string }[]): string => spans.map((span) => span.text).join('') + '!';`,
    });
    const { template: loaded, diagnostics, sources } = await loadTemplate(folder, { cwd: home, trust: EVERYTHING });
    const ours = await loadTemplate('calm', { cwd: home });
    expect(diagnostics).toEqual([]);
    expect(loaded?.blocks.scale).toBe(ours.template?.blocks.scale);
    expect(loaded?.blocks.question).not.toBe(ours.template?.blocks.question);
    const { Words } = await import('../../src/kit/index.ts');
    const Question = loaded?.blocks.question as unknown as (props: object) => ReturnType<typeof createElement>;
    const element = Question({ block: { question: [{ text: 'Why' }] } });
    expect(element.type).toBe(Words);
    expect(element.props).toMatchObject({ type: 'prompt', children: 'Why!' });
    expect(sources.map(({ file }) => path.basename(file))).toEqual(expect.arrayContaining(['template.tsx', 'loud.ts', 'theme.yaml']));
  });

  it('takes components of a parent that is a folder, too', async () => {
    await template('parent', { ...calm, 'template.tsx': 'const Cover = () => null; const Contents = () => null; export default { Cover, Contents };' });
    const folder = await template('child', { 'theme.yaml': 'extends: ../parent\n', 'template.tsx': 'const Cover = () => null; export default { Cover };' });
    const parent = await loadTemplate('./parent', { cwd: home, trust: EVERYTHING });
    const { template: loaded } = await loadTemplate(folder, { cwd: home, trust: EVERYTHING });
    expect(loaded?.Cover).toBeTypeOf('function');
    expect(String(loaded?.Cover)).toBe(String(parent.template?.Cover));
    expect(loaded?.Cover).not.toBe(parent.template?.Cover);
    expect(loaded?.StepOpener).toBe(parent.template?.StepOpener);
  });

  it('sees a template that has changed since it was loaded', async () => {
    const folder = await template('changing', { ...calm, 'template.tsx': 'const Cover = () => "one"; export default { Cover };' });
    await loadTemplate(folder, { cwd: home, trust: EVERYTHING });
    await template('changing', { 'template.tsx': 'const Cover = () => "two"; export default { Cover };' });
    const { template: loaded } = await loadTemplate(folder, { cwd: home, trust: EVERYTHING });
    const { Cover } = loaded as unknown as { Cover: () => string };
    expect(Cover()).toBe('two');
  });

  it('finds the line of a component that fails when a page is made', async () => {
    const folder = await template('late', {
      ...calm,
      'template.tsx':
        'type Props = { title: string };\n\nconst Cover = ({ title }: Props) => {\n  return title.missing.length;\n};\nexport default { Cover };\n',
    });
    const { template: loaded, sources } = await loadTemplate(folder, { cwd: home, trust: EVERYTHING });
    const { Cover } = loaded as unknown as { Cover: (props: object) => unknown };
    let thrown: unknown;
    try {
      Cover({ title: 'A' });
    } catch (error) {
      thrown = error;
    }
    const found = blame(thrown);
    const source = sources.find(({ file }) => file === found?.at?.file);
    expect(found).toMatchObject({ code: 'template-error', message: expect.stringMatching(/^expected a component that runs, found an error: .*length/) });
    expect(source && position(source, found?.at?.start ?? -1)).toMatchObject({ line: 4 });
    expect(blame(new Error('of somebody else'))).toBeUndefined();
  });
});

const failing = (): null => {
  throw new Error('no such thing');
};

describe('a component that fails while pages are made', () => {
  it('is thrown to the caller, and leaves the console alone', async () => {
    const { Document, Page } = await import('@react-pdf/renderer');
    const { render } = await import('../../src/layout/render.ts');
    const document = (child: () => null) => createElement(Document, null, createElement(Page, null, createElement(child)));
    expect(() => render(document(failing), [])).toThrow('no such thing');
    expect(
      render(
        document(() => null),
        [],
      ).container.document,
    ).toBeTruthy();
  });
});

describe('a template that is broken', () => {
  const cases: [title: string, tsx: string, expected: { code: string; message?: RegExp; hint?: RegExp; at: string }][] = [
    [
      'syntax',
      'const Cover = () => {\n  return <Words>Hello</Wrods>;\n};\nexport default { Cover };\n',
      { code: 'template-code', message: /^expected valid TypeScript, found "<\/Wrods>" where "<Words>" is still open$/, hint: /<\/Words>/, at: '2:24' },
    ],
    [
      'an import that is not there',
      "import { nice } from './nice.ts';\nexport default { Cover: nice };\n",
      { code: 'unknown-import', message: /found "\.\/nice\.ts"/, at: '1:22' },
    ],
    [
      'a package that is not there',
      "import x from 'left-pad-of-nobody';\nexport default { Cover: x };\n",
      { code: 'unknown-import', hint: /mendbook\/kit/, at: '1:15' },
    ],
    [
      'the renderer itself',
      "import { View } from '@react-pdf/renderer';\nexport default { Cover: View };\n",
      { code: 'unknown-import', message: /expected an import from mendbook\/kit/, at: '1:22' },
    ],
    [
      'a misspelt name of the kit',
      "import { Wrods } from 'mendbook/kit';\nexport default { Cover: Wrods };\n",
      { code: 'unknown-export', message: /found "Wrods"/, hint: /"Words"/, at: '1:10' },
    ],
    [
      'an error while it is loaded',
      'const é = 1;\nexport const x = /é/.nothing.there;\nexport default {};\n',
      { code: 'template-error', message: /found an error: .*there/, at: '2:30' },
    ],
    ['no default export', 'export const Cover = () => null;\n', { code: 'no-components', message: /found none/, at: '1:1' }],
    [
      'a component that nobody knows',
      'const Coverr = () => null;\nexport default { Coverr };\n',
      { code: 'unknown-component', message: /found "Coverr"/, hint: /"Cover"/, at: '2:18' },
    ],
    [
      'a kind of block that nobody knows',
      'export default {\n  blocks: { queston: () => null },\n};\n',
      { code: 'unknown-component', message: /kind of block, found "queston"/, hint: /"question"/, at: '2:13' },
    ],
    ['something that is no component', 'export default { PageFrame: 3 };\n', { code: 'not-a-component', message: /for "PageFrame", found number/, at: '1:18' }],
    ['blocks that are no map', 'export default { blocks: [] };\n', { code: 'not-a-component', message: /under "blocks"/, at: '1:18' }],
  ];

  it.each(cases)('tells of %s', async (title, tsx, expected) => {
    const folder = await template(`broken ${title}`, { ...calm, 'template.tsx': tsx });
    const { template: loaded, diagnostics, sources } = await loadTemplate(folder, { cwd: home, trust: EVERYTHING });
    expect(loaded).toBeUndefined();
    const [first] = diagnostics;
    const source = sources.find(({ file }) => file === first?.at?.file);
    const { line, column } = source ? position(source, first?.at?.start ?? 0) : { line: 0, column: 0 };
    expect({ code: first?.code, at: `${line}:${column}` }).toEqual({ code: expected.code, at: expected.at });
    if (expected.message) expect(first?.message).toMatch(expected.message);
    if (expected.hint) expect(first?.hints?.join('\n')).toMatch(expected.hint);
    expect(first?.message).toMatch(/^[^A-Z].*[^.]$/);
  });

  it('names the components that a template without a parent lacks', async () => {
    const folder = await template('orphan', { 'theme.yaml': 'about: Alone\n', 'template.tsx': 'const Cover = () => null; export default { Cover };' });
    const { diagnostics } = await loadTemplate(folder, { cwd: home, trust: EVERYTHING });
    expect(diagnostics).toMatchObject([
      {
        code: 'missing-component',
        message: expect.stringMatching(/found none for Contents, .*blocks\.heading/),
        hints: [expect.stringMatching(/extends: calm/)],
      },
    ]);
  });
});
