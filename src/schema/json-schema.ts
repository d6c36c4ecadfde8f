/** Makes the JSON Schemas for editors from the zod schemas that the program validates with. */
import * as z from 'zod';
import { type LeafKind, leafSchemas, worksheetHead } from '../content/blocks/index.ts';
import { type ObjectSchema, type Snippet, snippet } from './snippets.ts';
import { sectionHead, workbookFile } from '../content/workbook.ts';

export const SCHEMAS = ['workbook', 'step', 'theme', 'practice', 'packet', 'list'] as const;
export type SchemaName = (typeof SCHEMAS)[number];
export type JsonSchema = Record<string, unknown>;

const TITLES: Record<SchemaName, string> = {
  workbook: 'Mendbook: workbook.yaml, the head of a workbook',
  step: 'Mendbook: a file in steps/ or pages/',
  theme: 'Mendbook: theme.yaml, the looks of a template',
  practice: 'Mendbook: practice.yaml, whose name a workbook carries',
  packet: 'Mendbook: a packet, some parts of a workbook in an order of their own',
  list: 'Mendbook: a list of copies for mendbook batch',
};

/** The zod schema of each kind of file. */
const SCHEMA_OF: Record<Exclude<SchemaName, 'step'>, () => z.ZodType | Promise<z.ZodType>> = {
  workbook: () => workbookFile,
  theme: async () => (await import('../theme/schema.ts')).themeFile,
  practice: async () => (await import('../practice/schema.ts')).practiceFile,
  packet: async () => (await import('../packet/schema.ts')).packetFile,
  list: async () => (await import('../list/list-schema.ts')).listFile,
};

/**
 * The JSON Schema (draft 7, which yaml-language-server reads best) of a kind of file.
 *
 * @param name which kind of file
 */
export async function jsonSchema(name: SchemaName): Promise<JsonSchema> {
  if (name === 'step') return stepSchema();
  const schema = { ...convert(await SCHEMA_OF[name]()), title: TITLES[name] };
  if (name === 'theme') await (await import('./theme-defaults.ts')).addDefaults(schema);
  return schema;
}

/** The schema of what an author writes, before values are transformed. */
const convert = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) as JsonSchema;

/** The schema of steps and pages. Each kind of block has its own definition, whose name editors show. */
function stepSchema(): JsonSchema {
  const kinds = Object.keys(leafSchemas) as LeafKind[];
  const leaves = kinds.map((kind) => [kind, definition(kind, leafSchemas[kind])] as const);
  const leafSnippets = leaves.map(([kind, schema]) => snippet(kind, describe(kind, schema), schema as unknown as ObjectSchema));

  const worksheet = definition('worksheet', worksheetHead);
  const sheetSnippet = snippet('worksheet', 'A page with a purpose, and blocks of its own.', worksheet as unknown as ObjectSchema);
  const question = snippet('question', '', convert(leafSchemas.question) as unknown as ObjectSchema, worksheetHead.keyof().options.length);
  sheetSnippet.body.blocks = [question.body];

  const head = convert(sectionHead);
  return {
    ...withBlocks(head, ['worksheet', ...kinds], [sheetSnippet, ...leafSnippets]),
    title: TITLES.step,
    definitions: { worksheet: withBlocks(worksheet, kinds, leafSnippets), ...Object.fromEntries(leaves) },
  };
}

function definition(kind: string, schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = convert(schema);
  return { title: kind, ...rest };
}

const describe = (kind: string, { properties }: JsonSchema): string => (properties as Record<string, { description?: string }>)[kind]?.description ?? '';

/** Adds a list of blocks to the schema of a head. */
function withBlocks(head: JsonSchema, kinds: readonly string[], snippets: readonly Snippet[]): JsonSchema {
  const blocks = {
    type: 'array',
    minItems: 1,
    description: 'The blocks in order; the first key of each names its kind.',
    items: { anyOf: kinds.map((kind) => ({ $ref: `#/definitions/${kind}` })), defaultSnippets: snippets },
  };
  return { ...head, properties: { ...(head.properties as object), blocks }, required: [...(head.required as string[]), 'blocks'] };
}
