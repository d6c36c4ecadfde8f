/** Makes the page to print of a comparison of filled copies that the preview's page has sent. Nothing of it is kept. */
import type { IncomingHttpHeaders } from 'node:http';
import * as z from 'zod';
import type { PageRequest } from '../builder/comparison-page.ts';
import type { BuildRequest } from '../builder/resolve-options.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { visible } from '../diagnostics/width.ts';
import type { NamedCopy } from '../questions/formats.ts';
import { lookOfCopies } from '../builder/look-of-copies.ts';
import { compareCopies } from '../questions/progress.ts';
import { readAnswers } from '../questions/read-answers.ts';
import { ofTwoPeople } from '../questions/two-people.ts';
import { COPIES_HEADER, type CopiesToPrint } from './protocol.ts';

const sentCopies = z.object({
  copies: z
    .array(
      z.object({
        file: z.string().max(255),
        length: z.int().min(1),
        saved: z.iso.date().optional(),
        password: z.string().optional(),
      }),
    )
    .min(2)
    .max(12),
  together: z.boolean(),
});

/** What the header says; nothing where it says something else. */
const asked = (header: string | string[] | undefined): CopiesToPrint | undefined => {
  try {
    return sentCopies.parse(JSON.parse(decodeURIComponent(String(header)))) as CopiesToPrint;
  } catch {
    return undefined;
  }
};

/** The first error, in a sentence. */
const told = (diagnostics: readonly Diagnostic[]): { words: string } => {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  return { words: visible(`The comparison cannot be printed: ${first?.message ?? 'nothing was made'}`) };
};

/**
 * Reads the copies and makes the page.
 *
 * @param bytes the copies, one after the other
 * @param headers those of the request, which say where each ends
 * @param run.options the options of the page, whose template, paper and size of print it has; it is in the language of the later copy
 * @returns the PDF, or why there is none, in a sentence
 */
export const printComparison = async (
  bytes: Buffer,
  headers: IncomingHttpHeaders,
  { options, trust, signal }: { options: BuildRequest } & Pick<PageRequest, 'trust' | 'signal'>,
): Promise<{ bytes: Buffer } | { words: string }> => {
  const sent = asked(headers[COPIES_HEADER]);
  if (!sent || sent.copies.reduce((sum, { length }) => sum + length, 0) !== bytes.length) return { words: 'Expected filled copies with their lengths.' };
  const copies: NamedCopy[] = [];
  let from = 0;
  for (const { file, length, saved: day, password } of sent.copies) {
    const { copy, saved = day, diagnostics } = await readAnswers(bytes.subarray(from, from + length), file, undefined, password);
    if (!copy) return told(diagnostics);
    copies.push({ file, ...(saved === undefined ? {} : { saved }), copy });
    from += length;
  }
  const mixed = ofTwoPeople(copies);
  if (mixed !== undefined && !sent.together) return { words: `Expected copies of one person, found ${mixed}.` };
  const { makeComparisonPage } = await import('../builder/comparison-page.ts');
  const { cwd, template, paper, largePrint, inkSaver } = options;
  const look = Object.fromEntries(Object.entries({ template, paper, largePrint, inkSaver }).filter(([, value]) => value !== undefined));
  const { page, diagnostics } = await makeComparisonPage(compareCopies(copies), {
    ...look,
    ofCopies: lookOfCopies(copies),
    cwd,
    together: mixed !== undefined,
    trust,
    signal,
  });
  return page ? { bytes: page.bytes } : told(diagnostics);
};
