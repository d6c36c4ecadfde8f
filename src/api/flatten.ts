/** `flatten` of the public API: makes the answers of a filled PDF part of its pages. */
import path from 'node:path';
import { loadStrings } from '../content/load-strings.ts';
import type { Strings } from '../content/strings.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { Flattened } from '../flatten/flatten.ts';
import { packageRoot } from '../system/package-root.ts';
import { reportOf } from './diagnostics.ts';
import { readPdf } from './read-pdf.ts';
import { reasonOf } from './reason.ts';
import type { FlattenedPdf, FlattenOptions, ReadControl, Refused } from './types.ts';

/** The language of printed phrases where the program has none in the document’s language. */
const USUAL_LANGUAGE = 'en';

/**
 * Flattens the bytes of a filled PDF.
 *
 * @param file its name, for the diagnostics
 * @throws the reason of the signal, when it was aborted
 */
export const runFlatten = async (
  bytes: Uint8Array,
  file: string,
  { signal, password, only, pages, archive }: FlattenOptions & ReadControl = {},
): Promise<{ flattened?: Flattened; diagnostics: Diagnostic[] }> => {
  const [{ readFilled }, { flatten }, { flattenWarnings }, { againstArchive }] = await Promise.all([
    import('../flatten/read-filled.ts'),
    import('../flatten/flatten.ts'),
    import('../flatten/warnings.ts'),
    import('../flatten/archive.ts'),
  ]);
  signal?.throwIfAborted();
  const { filled, diagnostics } = await readFilled(bytes, file, password, only || pages !== undefined ? { only, pages } : undefined);
  if (!filled) return { diagnostics };
  const refused = archive ? againstArchive(filled) : [];
  if (refused.length > 0) return { diagnostics: refused };
  const words = await wordsOf(filled.opened.language);
  signal?.throwIfAborted();
  const flattened = await flatten(filled, words, archive);
  return { flattened, diagnostics: [...diagnostics, ...flattenWarnings(flattened, filled, file)] };
};

/** See `flatten` of the public API. */
export const flattenFor = async (input: string | Uint8Array, options: FlattenOptions & ReadControl): Promise<FlattenedPdf | Refused> => {
  const { bytes, name, found } = await readPdf(input);
  if (!bytes) return { ok: false, reason: 'usage', ...reportOf([unreadable(name, found)], []) };
  const { flattened, diagnostics } = await runFlatten(bytes, name, options);
  const report = reportOf(diagnostics, []);
  if (!flattened) return { ok: false, reason: reasonOf(diagnostics), ...report };
  const { pages, answers, ticks } = flattened;
  return { ok: true, bytes: flattened.bytes, pages, answers, ticks, ...report };
};

/** The diagnostic for a filled PDF that cannot be read. @param found what is there instead */
export const unreadable = (file: string, found: string): Diagnostic =>
  error('no-file', `expected a filled PDF, found ${found}: ${file}`, undefined, 'give the PDF in which the answers were saved');

/** The program’s printed phrases in the language that a document declares. */
const wordsOf = async (language: string): Promise<Strings> => {
  const wanted = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language) ? language : USUAL_LANGUAGE;
  // There is no workbook here that could have phrases of its own.
  const nowhere = path.join(packageRoot(), 'content', 'strings');
  const { strings } = await loadStrings(wanted, nowhere);
  if (strings) return strings;
  return (await loadStrings(USUAL_LANGUAGE, nowhere)).strings as Strings;
};
