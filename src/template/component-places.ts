/** Says in which file of a template each component lies, and under which name it is exported. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { LeafKind } from '../content/blocks/index.ts';
import { COMPONENT_NAMES, LEAF_KINDS } from './merge-templates.ts';

/** The place of a component in a template's folder. */
export interface ComponentPlace {
  /** The name for users: `PageFrame`, or the kind of a block such as `question`. */
  name: string;
  /** The kind of block, for the component of a block. */
  kind?: LeafKind;
  /** The path from the template's folder: `page-frame.tsx`, `blocks/question.tsx`. */
  file: string;
  /** The name that the file exports it under: `PageFrame`, `Question`. */
  exported: string;
}

/** The folder with the components of blocks. */
export const BLOCKS_FOLDER = 'blocks';

/** `PageFrame` becomes `page-frame`. */
const kebab = (name: string): string => name.replaceAll(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase();
/** `page-break` becomes `PageBreak`. */
const pascal = (kind: string): string => kind.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The places of all components that a template may have. */
export const PLACES: readonly ComponentPlace[] = [
  ...COMPONENT_NAMES.filter((name) => name !== 'blocks').map((name) => ({ name, file: `${kebab(name)}.tsx`, exported: name })),
  ...LEAF_KINDS.map((kind) => ({ name: kind, kind, file: `${BLOCKS_FOLDER}/${kind}.tsx`, exported: pascal(kind) })),
];

const CODE = /\.[cm]?[jt]sx?$/;
/** Files of code that are not part of a template: types, tests, settings of tools. */
const ASIDE = /\.(?:d|test|spec|config)\.[cm]?[jt]sx?$/;

/**
 * The files of code in a template's folder and its `blocks/`, where components may lie.
 *
 * @returns their paths from the folder, with forward slashes, in order
 */
export async function codeIn(folder: string): Promise<string[]> {
  const list = async (under: string): Promise<string[]> => {
    const entries = await readdir(path.join(folder, under), { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => !entry.isDirectory() && CODE.test(entry.name) && !ASIDE.test(entry.name))
      .map(({ name }) => (under ? `${under}/${name}` : name));
  };
  return [...(await list('')), ...(await list(BLOCKS_FOLDER))].toSorted();
}

/**
 * Whether there is code anywhere in a folder, or a link that may lead to some. Folders of tools (`.git`, `node_modules`) do
 * not count.
 */
export const hasCode = async (folder: string): Promise<boolean> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = entries.map((entry) => {
    if (!entry.isDirectory()) return entry.isSymbolicLink() || (CODE.test(entry.name) && !ASIDE.test(entry.name));
    return !entry.name.startsWith('.') && entry.name !== 'node_modules' && hasCode(path.join(folder, entry.name));
  });
  return (await Promise.all(found)).includes(true);
};
