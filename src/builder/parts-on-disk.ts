/** Says what of a book may be taken from the disk, and what may be kept there: parts of the shipped workbook, without a word of anybody's. */
import { isCompiled, programDigest } from '../cache/shipped.ts';
import type { Template } from '../kit/template.ts';
import type { Face } from '../layout/lay-out.ts';
import type { KeptSheets } from '../layout/kept-sheets/kept-sheets.ts';
import type { AskedOptions } from '../options/option-values.ts';
import { packageRoot } from '../system/package-root.ts';
import type { KeptStreams } from './kept-streams.ts';

/** The options that say which parts a book has, and how they look; none that brings anybody's words. */
const CHOOSING = [
  'template',
  'paper',
  'largePrint',
  'binding',
  'inkSaver',
  'twoSided',
  'for',
  'edition',
  'relationship',
  'steps',
  'only',
  'with',
  'without',
  'alone',
] as const satisfies readonly (keyof AskedOptions)[];

/** What is known of a book before it is laid out (PdfOptions in make-pdf.ts). */
interface Asked {
  edition: { language: string };
  template: Template;
  shippedTemplates?: readonly string[] | undefined;
  options: Omit<AskedOptions, 'practice'>;
  /** Given where all that was read came with the program, and is as it came. */
  shippedTexts?: unknown;
  /** Whether an earlier run has read that. */
  readBefore?: boolean | undefined;
  compared?: unknown;
  copy?: unknown;
}

const chosenIn = (options: Asked['options']): unknown[] => CHOOSING.map((name) => options[name]);

/** The same for books that have their parts in common. */
export const kindOf = ({ edition, options }: Pick<Asked, 'edition' | 'options'>): string => JSON.stringify([edition.language, chosenIn(options), options.flat]);

/** The parts of one book that earlier runs have kept. */
export interface OnDisk {
  sheets: KeptSheets;
  streams: KeptStreams;
  /** Keeps the parts that were made for it, where they may be kept. */
  keep(): void;
}

/**
 * The kept parts that a book may have. They are written only where its workbook is a shipped one, as it came, with no name on the cover and no
 * word for the other person; and by a run that finds what an earlier one has read.
 *
 * @param faces of the book, registered
 * @returns nothing where the program is not compiled (it may have changed since), and for a template with components of somebody's own
 */
export const partsOnDisk = async (
  { edition, template, shippedTemplates, options, shippedTexts, readBefore, compared, copy }: Asked,
  faces: readonly Face[],
): Promise<OnDisk | undefined> => {
  const program = isCompiled() ? programDigest(packageRoot()) : undefined;
  if (program === undefined || !shippedTemplates || compared) return undefined;
  const [{ KeptSheets: Sheets }, { KeptStreams: Streams }] = await Promise.all([import('../layout/kept-sheets/kept-sheets.ts'), import('./kept-streams.ts')]);
  // The first run has enough to do, and may stay the only one: the second one keeps them.
  const writes = readBefore === true && shippedTexts !== undefined && !options.name && !options.other && !copy;
  const key = [program, process.version, shippedTemplates, edition.language, chosenIn(options)];
  const sheets = new Sheets({ template, faces }, writes, JSON.stringify(key));
  const streams = new Streams(JSON.stringify([...key, options.flat]), writes);
  const keep = (): void => {
    sheets.keep();
    streams.keep();
  };
  return { sheets, streams, keep };
};
