/** Knows the files that came with the program. Only what is made of them alone, while they are as they came, is kept on disk. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Beside the program: its digest, and that of the files that came with it. Written when the program is compiled. */
export const MANIFEST = 'shipped.json';

export interface Manifest {
  program: string;
  files: string;
}

/** The files that came with the program, as they came. */
export interface Shipped {
  /** Absolute path of the package. */
  root: string;
  /** Stands for the program and for all that came with it. */
  version: string;
  /** The bytes of the files, by absolute path. */
  files: ReadonlyMap<string, Buffer>;
}

/** Which files count: the content, and the looks of the templates, whose components are part of the program. */
const PARTS: readonly { folder: string; counts: (name: string) => boolean }[] = [
  { folder: 'content', counts: () => true },
  { folder: 'templates', counts: (name) => name.endsWith('.yaml') },
];

/**
 * The bytes of the files that come with the program, by absolute path.
 *
 * @param root absolute path of the package
 */
export const filesOf = (root: string): Map<string, Buffer> => {
  const names = PARTS.flatMap(({ folder, counts }) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && counts(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  return new Map(names.toSorted().map((file) => [file, readFileSync(file)]));
};

const digestOf = (root: string, files: ReadonlyMap<string, Buffer>): string => {
  const digest = createHash('sha256');
  for (const [file, bytes] of files) digest.update(`${path.relative(root, file).replaceAll(path.sep, '/')} ${bytes.length}\n`).update(bytes);
  return digest.digest('hex');
};

/**
 * A digest of the files that come with the program: their names and their bytes.
 *
 * @param root absolute path of the package
 */
export const shippedDigest = (root: string): string => digestOf(root, filesOf(root));

const manifestOf = (root: string): Manifest | undefined => {
  try {
    return JSON.parse(readFileSync(path.join(root, '.build', MANIFEST), 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
};

/**
 * Reads the files that came with the program.
 *
 * @param root absolute path of the package
 * @returns nothing where one has changed since the program was compiled, is gone or new, or where the program is not compiled
 */
export const unchangedShipped = (root: string): Shipped | undefined => {
  const { program, files: expected } = manifestOf(root) ?? {};
  if (program === undefined || expected === undefined) return undefined;
  const files = filesOf(root);
  return digestOf(root, files) === expected ? { root, version: `${program} ${expected}`, files } : undefined;
};

/**
 * The digest of the compiled program.
 *
 * @param root absolute path of the package
 * @returns nothing where it is not compiled
 */
export const programDigest = (root: string): string | undefined => manifestOf(root)?.program;

/** Whether the program runs as it was compiled: the manifest then tells which program this is. */
export const isCompiled = (): boolean => process.env.MENDBOOK_COMPILED === 'yes';
