/** Builds once: from reading the workbook to the written file. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { runBuild } from '../api/run-build.ts';
import { ofAnother, ofNobody, withAnswers } from '../api/with-answers.ts';
import { optionsOfEarlierCopy } from '../builder/as-earlier-copy.ts';
import { lackingOf, typedOptions } from '../builder/options-of-record.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import type { OnProgress } from '../layout/progress.ts';
import { error } from '../diagnostics/make.ts';
import { sameFile } from '../output/same-file.ts';
import { deliver } from '../output/write-pdf.ts';
import { checkEnding } from '../output/check-ending.ts';
import { checkTarget, targetOf } from '../output/check-target.ts';
import type { MadePdf, PdfOptions } from '../builder/make-pdf.ts';
import { protectedPdf } from '../builder/protected-pdf.ts';
import type { Builder, BuilderOptions } from '../builder/builder.ts';
import { askedAnswers, fileToReplace, ofOtherBook, ofReplaced, OWNER_ALONE, readTarget, replaceFilled } from './build-answers.ts';
import type { BuildOptions } from './build-options.ts';
import { exitCodeOf } from './exit-code.ts';

/** The copy whose answers are read would be lost with those that find no place. */
const overItself = (file: string): Diagnostic =>
  error(
    'same-file',
    `expected another file to write than the filled one, found ${file}`,
    undefined,
    'choose another name with --out; or give --keep-answers in place of --answers, which keeps beside it what finds no place',
  );

export interface Attempt {
  /** Exit code: 0 done, 1 errors in the input or the target, 2 wrong usage. */
  code: number;
  diagnostics: Diagnostic[];
  sources: SourceFile[];
  /** Absolute paths of the files and folders that it depended on. */
  watch: string[];
  /** The options that were taken over from the copy with the answers, as they are typed, and the names of those that have to be given again. */
  asBuilt?: { file: string; options: string; again: string[] };
  /** Given when the file was written; `target` is its absolute path, or `-`. */
  made?: { ready: PdfOptions; pdf: MadePdf; target: string; seconds: number; resolved: BuilderOptions };
}

/**
 * Builds and writes once.
 *
 * @param before the bytes that the last attempt wrote: equal ones are not written again
 * @param progress called with the progress
 */
export const attempt = async (builder: Builder, asked: BuildOptions & { password?: string }, before?: Buffer, progress?: OnProgress): Promise<Attempt> => {
  const toStdout = asked.out === '-';
  let target = '-';
  let blocked: Diagnostic[] = [];
  const given = await askedAnswers(asked);
  if (given && !given.answers) return { code: exitCodeOf(given.diagnostics), diagnostics: given.diagnostics, sources: given.sources, watch: [] };
  const replaced = asked.keepAnswers ? await fileToReplace(builder, asked) : undefined;
  const { returned = given, record = given?.record } = replaced === undefined ? {} : await readTarget(replaced, asked);
  const isReplaced = asked.keepAnswers === true && returned !== undefined;
  // An empty copy has nothing to carry over, but it says which workbook was meant where none is named.
  const empty = asked.unnamed && record ? { said: { workbook: record.workbook.id, isFile: false }, shown: shownPath(replaced ?? '', asked.cwd) } : undefined;
  const whose = returned ?? empty;
  const mixed = whose ? await ofOtherBook(whose, asked) : [];
  if (mixed.some(({ severity }) => severity === 'error')) return { code: exitCodeOf(mixed), diagnostics: mixed, sources: [], watch: [] };
  if (returned?.answers) mixed.push(...(await ofNobody(returned, asked.id)));
  const earlier = await optionsOfEarlierCopy(asked, record);
  // Answers stay with the sign of their client.
  const idOfAnswers = returned?.said?.id ?? record?.copy?.id;
  const asBuilt = typedOptions(earlier, asked.id === undefined && record ? idOfAnswers : undefined);
  const { made, wrongUsage, ...found } = await runBuild(
    builder,
    { ...asked, ...earlier },
    {
      progress,
      id: asked.id ?? idOfAnswers,
      planned: async ({ fileName, folders, reader }) => {
        const whoseCopy = { reader, id: asked.id };
        if (toStdout) return returned ? ofAnother(returned, whoseCopy) : [];
        target = replaced ?? (await targetOf(asked.out, fileName, asked.cwd));
        if (asked.answers !== undefined && (await sameFile(target, path.resolve(asked.cwd, asked.answers)))) return [overItself(asked.answers)];
        if (isReplaced && !returned.answers) return returned.diagnostics;
        const others = returned ? await ofAnother(returned, whoseCopy) : [];
        if (others.length > 0) return others;
        const misnamed = await checkEnding(target);
        blocked = await checkTarget(target, isReplaced || (asked.force ?? false), folders);
        if (blocked.length === 0 && misnamed.length > 0) return misnamed;
        if (blocked.length === 0 && !isReplaced && !asked.force) {
          const now = { for: reader, id: asked.id ?? idOfAnswers, ...(returned ? { answers: returned.said ?? {} } : {}) };
          const wrongPlace = await ofReplaced(target, now, asked);
          if (wrongPlace.length > 0) return wrongPlace;
        }
        // A PDF of an earlier attempt may hold answers by now; that is no error if the bytes need not be written again.
        return before ? [] : blocked;
      },
    },
  );
  const again = made ? lackingOf(record, made.ready) : [];
  const rest = {
    ...found,
    diagnostics: [...mixed, ...found.diagnostics],
    ...(asBuilt === '' && again.length === 0 ? {} : { asBuilt: { file: shownPath(replaced ?? asked.answers ?? '', asked.cwd), options: asBuilt, again } }),
  };
  if (!made) return { code: exitCodeOf(rest.diagnostics, wrongUsage), ...rest };
  if (returned) {
    rest.diagnostics.push(...returned.diagnostics);
    rest.sources.push(...returned.sources);
    const filled = await withAnswers(made.pdf, made.ready, returned);
    rest.diagnostics.push(...filled.diagnostics);
    if (!filled.pdf) return { code: 2, ...rest };
    const bytes = asked.password === undefined ? filled.pdf.bytes : protectedPdf(filled.pdf.bytes, made.ready, asked.password);
    const old = isReplaced ? returned.bytes : undefined;
    const { isComplete } = filled;
    const told = old ? await replaceFilled(target, bytes, { bytes: old, isComplete }, asked) : await deliver(target, bytes, { ...asked, mode: OWNER_ALONE });
    rest.diagnostics.push(...told);
    if (told.some(({ severity }) => severity === 'error')) return { code: 1, ...rest };
    return { code: 0, ...rest, made: { ...made, pdf: filled.pdf, target } };
  }
  const bytes = asked.password === undefined ? made.pdf.bytes : protectedPdf(made.pdf.bytes, made.ready, asked.password);
  const written = before?.equals(made.pdf.bytes) && (await stat(target).catch(() => undefined));
  if (!written) {
    const failure = blocked.length > 0 ? blocked : await deliver(target, bytes, asked.keepAnswers ? { ...asked, mode: OWNER_ALONE } : asked);
    rest.diagnostics.push(...failure);
    if (failure.some(({ severity }) => severity === 'error')) return { code: 1, ...rest };
  }
  return { code: 0, ...rest, made: { ...made, target } };
};
