/** Makes the files of a new template: its theme.yaml, and what editors need. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { jsonSchema } from '../schema/json-schema.ts';
import { packageRoot } from '../system/package-root.ts';
import { merge } from '../theme/merge.ts';
import type { Copy } from './eject.ts';
import { type ThemeFile, tokens } from '../theme/schema.ts';

/** The folder with files for editors; the program rewrites it when it has changed. */
export const EDITOR_FOLDER = '.mendbook';

/** A group of tokens that a new theme lists, and which of them; all where none are named. */
type Offer = readonly [group: keyof typeof tokens, names?: readonly string[]];

const OFFERS: readonly Offer[] = [
  ['colors'],
  ['fonts'],
  ['type', ['body', 'prompt', 'hint', 'title']],
  ['space'],
  ['ruling', ['leading', 'width', 'grow']],
  ['tick', ['size', 'edge', 'gap']],
  ['head'],
  ['column'],
  ['motif'],
  ['papers', ['letter', 'a4']],
];

type Tree = { [key: string]: unknown };

/** A value of YAML on one line. */
const inline = (value: unknown): string => {
  if (typeof value === 'string') return /^[\w./:-]+$/.test(value) ? value : JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${inline(inner)}`)
    .join(', ')} }`;
};

/** The lines of a group: a comment that describes it, and its present values. */
const offer = (merged: Tree, [group, names]: Offer): string[] => {
  const values = (merged[group] ?? {}) as Tree;
  const shown = Object.entries(values).filter(([name]) => !names || names.includes(name));
  const description = tokens[group].meta()?.description ?? '';
  return shown.length === 0 ? [] : ['', `# ${description}`, `# ${group}: ${inline(Object.fromEntries(shown))}`];
};

/**
 * The text of the theme.yaml of a new template.
 *
 * @param parent the value of `extends`
 * @param themes of the parent's chain, the one that extends none first
 */
export const newTheme = (parent: string, themes: readonly ThemeFile[]): string => {
  const merged = merge(themes) as Tree;
  return [
    `# yaml-language-server: $schema=${EDITOR_FOLDER}/theme.json`,
    `extends: ${inline(parent)}`,
    '# about: What this template is for, in one sentence.',
    '',
    '# Each line below is what holds now. Take away its "# " and change what you like; what you leave out stays as it is.',
    '# Lengths are points (72 to an inch) unless they carry a unit: 24, 8.5mm, 0.5in.',
    ...OFFERS.flatMap((one) => offer(merged, one)),
    '',
  ].join('\n');
};

const TSCONFIG = {
  compilerOptions: {
    target: 'es2023',
    module: 'preserve',
    moduleResolution: 'bundler',
    lib: ['es2023'],
    types: [],
    jsx: 'react-jsx',
    jsxImportSource: 'mendbook/kit',
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    paths: { 'mendbook/kit': [`./${EDITOR_FOLDER}/kit.d.ts`], 'mendbook/kit/jsx-runtime': [`./${EDITOR_FOLDER}/jsx-runtime.d.ts`] },
  },
  include: ['**/*.ts', '**/*.tsx', `${EDITOR_FOLDER}/console.d.ts`],
};

/** The settings for editors, which their owner may change. */
export const tsconfig = (): Copy => ({ file: 'tsconfig.json', text: `${JSON.stringify(TSCONFIG, null, 2)}\n` });

/** The files with the types of the kit. */
const TYPES = ['kit.d.ts', 'jsx-runtime.d.ts', 'console.d.ts'];

/** The files for editors, of this version of the program: the schema of theme.yaml, and the types of the kit. */
export async function editorFiles(): Promise<Copy[]> {
  const types = await Promise.all(
    TYPES.map(async (name): Promise<Copy> => ({
      file: `${EDITOR_FOLDER}/${name}`,
      text: await readFile(path.join(packageRoot(), 'docs/types', name), 'utf8'),
    })),
  );
  return [{ file: `${EDITOR_FOLDER}/theme.json`, text: `${JSON.stringify(await jsonSchema('theme'), null, 2)}\n` }, ...types];
}
