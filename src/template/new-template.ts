/** The files of a new template: what it extends, what may be changed, and what an editor needs to know. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { jsonSchema } from '../schema/json-schema.ts';
import { packageRoot } from '../system/package-root.ts';
import { merge } from '../theme/merge.ts';
import type { Copy } from './eject.ts';
import { type ThemeFile, tokens } from '../theme/schema.ts';

/** The folder with what editors read; the program writes it anew when it has changed. */
export const EDITOR_FOLDER = '.mendbook';

/** A group of tokens that a new theme offers to change, and which of them; all where none are named. */
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

/** The line of a group: a comment that says what it is, and the group with the values that hold now. */
const offer = (merged: Tree, [group, names]: Offer): string[] => {
  const values = (merged[group] ?? {}) as Tree;
  const shown = Object.entries(values).filter(([name]) => !names || names.includes(name));
  const description = tokens[group].meta()?.description ?? '';
  return shown.length === 0 ? [] : ['', `# ${description}`, `# ${group}: ${inline(Object.fromEntries(shown))}`];
};

/**
 * The text of the theme.yaml of a new template.
 *
 * @param parent what it extends, as it is to be written
 * @param themes those of the parent's chain, the one that extends none first
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

/** Settings for editors, which their owner may change. */
export const tsconfig = (): Copy => ({ file: 'tsconfig.json', text: `${JSON.stringify(TSCONFIG, null, 2)}\n` });

/** Where the types of the kit lie in this package. */
const TYPES = ['kit.d.ts', 'jsx-runtime.d.ts', 'console.d.ts'];

/** What editors read: the schema of theme.yaml, the types of the kit. They are of this version of the program. */
export async function editorFiles(): Promise<Copy[]> {
  const types = await Promise.all(
    TYPES.map(async (name): Promise<Copy> => ({
      file: `${EDITOR_FOLDER}/${name}`,
      text: await readFile(path.join(packageRoot(), 'docs/types', name), 'utf8'),
    })),
  );
  return [{ file: `${EDITOR_FOLDER}/theme.json`, text: `${JSON.stringify(await jsonSchema('theme'), null, 2)}\n` }, ...types];
}
