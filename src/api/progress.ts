/** `progress` and `progressPage` of the public API: filled copies compared in time, as data and as a page to print. */
import { makeComparisonPage, type MadePage, type PageRequest } from '../builder/comparison-page.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { NamedCopy } from '../questions/formats.ts';
import { type LookOfCopies, lookOfCopies } from '../builder/look-of-copies.ts';
import { compareCopies, type Comparison } from '../questions/progress.ts';
import { notKnownAsOne, ofTwoPeople } from '../questions/two-people.ts';
import { ofTwoWorkbooks } from '../questions/two-workbooks.ts';
import { reportOf } from './diagnostics.ts';
import { readRequest } from './options.ts';
import { readFilledCopies } from './read-copies.ts';
import { trustOf } from './trust.ts';
import type { ComparedCopies, ComparedPage, ProgressOptions, ProgressPageOptions } from './progress-types.ts';
import type { CodeOfTemplates, Control, ReadControl, Refused } from './types.ts';

/** An error where there is nothing to compare. */
export const tooFew = (count: number): Diagnostic | undefined =>
  count > 1
    ? undefined
    : error(
        'few-copies',
        `expected two copies or more, found ${count}`,
        undefined,
        'give an earlier and a later copy: mendbook progress november.pdf december.pdf',
      );

/** An error where copies are of two people, and nobody has said that both have agreed. */
export const mixedUp = (copies: readonly NamedCopy[], together: boolean): Diagnostic | undefined => {
  const mixed = together ? undefined : ofTwoPeople(copies);
  if (mixed === undefined) return undefined;
  return error('two-people', `expected copies of one person, found ${mixed}`, undefined, 'where both have agreed to be compared, say so with --together');
};

/** Warnings of copies that may not belong beside each other. @param together whether the copies are of two people, who have both agreed */
export const doubtful = (copies: readonly NamedCopy[], together: boolean): Diagnostic[] => [
  ...(together ? [] : notKnownAsOne(copies)),
  ...ofTwoWorkbooks(copies),
];

/** Makes the page of a comparison; its modules are loaded only where there is one to make. */
export const runPage = (comparison: Comparison, request: PageRequest): Promise<MadePage> => makeComparisonPage(comparison, request);

/** Reads and compares copies. */
const compared = async (
  inputs: readonly (string | Uint8Array)[],
  { only, together = false, password, signal }: ProgressOptions & ReadControl,
): Promise<{ comparison: Comparison; ofCopies: LookOfCopies; diagnostics: Diagnostic[] } | Refused> => {
  const refuse = (reason: Refused['reason'], ...diagnostics: readonly Diagnostic[]): Refused => ({ ok: false, reason, ...reportOf(diagnostics, []) });
  const few = tooFew(inputs.length);
  if (few) return refuse('usage', few);
  signal?.throwIfAborted();
  const { copies, diagnostics, wrongUsage } = await readFilledCopies({
    files: inputs,
    cwd: process.cwd(),
    only,
    unlock: (_, read) => read(password),
  });
  signal?.throwIfAborted();
  if (diagnostics.some(({ severity }) => severity === 'error')) return refuse(wrongUsage ? 'usage' : 'input', ...diagnostics);
  const mixed = mixedUp(copies, together);
  return mixed
    ? refuse('usage', ...diagnostics, mixed)
    : { comparison: compareCopies(copies), ofCopies: lookOfCopies(copies), diagnostics: [...diagnostics, ...doubtful(copies, together)] };
};

/** See `progress` of the public API. */
export const progressFor = async (inputs: readonly (string | Uint8Array)[], options: ProgressOptions & ReadControl): Promise<ComparedCopies | Refused> => {
  const result = await compared(inputs, options);
  if ('ok' in result) return result;
  const { files: _, ...comparison } = result.comparison;
  return { ok: true, ...comparison, ...reportOf(result.diagnostics, []) };
};

/** See `progressPage` of the public API. */
export const progressPageFor = async (
  inputs: readonly (string | Uint8Array)[],
  { only, together = false, all = false, password, signal, trust, talk, ...look }: ProgressPageOptions & ReadControl & CodeOfTemplates & Control,
): Promise<ComparedPage | Refused> => {
  const { request, diagnostics: wrong } = readRequest(look);
  if (!request) return { ok: false, reason: 'usage', ...reportOf(wrong, []) };
  const result = await compared(inputs, {
    together,
    ...(only ? { only } : {}),
    ...(password === undefined ? {} : { password }),
    ...(signal ? { signal } : {}),
  });
  if ('ok' in result) return result;
  const { page, diagnostics, sources, wrongUsage } = await runPage(result.comparison, {
    ...request,
    ofCopies: result.ofCopies,
    together,
    all,
    talk,
    trust: trustOf(trust),
    signal,
  });
  const report = reportOf([...result.diagnostics, ...diagnostics], sources);
  return page ? { ok: true, ...page, ...report } : { ok: false, reason: wrongUsage ? 'usage' : 'input', ...report };
};
