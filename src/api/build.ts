/** `build` of the public API. */
import path from 'node:path';
import { Builder as Engine } from '../builder/builder.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { reportOf } from './diagnostics.ts';
import { reasonOf } from './reason.ts';
import { readId, readRequest } from './options.ts';
import { runBuild } from './run-build.ts';
import { trustOf } from './trust.ts';
import type { BuildRequest, BuiltPdf, CodeOfTemplates, Control, EarlierAnswers, OfOneClient, Refused } from './types.ts';
import { ofAnother, ofNobody, ofOtherWorkbook, readReturned, withAnswers } from './with-answers.ts';

/** Builds with an engine; see `build` of the public API. */
export const buildWith = async (
  engine: Engine,
  { answers, answersPassword, id: sign, ...asked }: BuildRequest & OfOneClient & EarlierAnswers,
  { signal }: Control,
): Promise<BuiltPdf | Refused> => {
  signal?.throwIfAborted();
  const { request, diagnostics: wrong } = readRequest(asked);
  const { id, diagnostics: wrongId } = readId(sign);
  wrong.push(...wrongId);
  if (!request || wrong.length > 0) return { ok: false, reason: 'usage', ...reportOf(wrong, []) };
  if (answers !== undefined && typeof answers !== 'string' && !(answers instanceof Uint8Array))
    return { ok: false, reason: 'usage', ...reportOf([notAnswers(answers)], []) };
  const returned = answers === undefined ? undefined : await readReturned(answers, request.cwd, answersPassword);
  if (returned && !returned.answers) return { ok: false, reason: reasonOf(returned.diagnostics), ...reportOf(returned.diagnostics, returned.sources) };
  const commandFor = asked.workbook === undefined ? (workbook: string): string => `mendbook build ${workbook}` : undefined;
  const mixed = returned ? await ofOtherWorkbook(returned, path.resolve(request.cwd, request.workbook), commandFor) : [];
  if (mixed.some(({ severity }) => severity === 'error')) return { ok: false, reason: 'usage', ...reportOf(mixed, []) };
  if (returned) mixed.push(...(await ofNobody(returned, id)));
  const run = await runBuild(engine, request, {
    signal,
    id: id ?? returned?.said?.id,
    planned: async ({ reader }) => (returned ? ofAnother(returned, { reader, id }) : []),
  });
  const { made, sources } = run;
  const diagnostics = [...mixed, ...run.diagnostics];
  const report = reportOf([...(returned?.diagnostics ?? []), ...diagnostics], [...(returned?.sources ?? []), ...sources]);
  if (!made) return { ok: false, reason: reasonOf(diagnostics, run.wrongUsage), ...report };
  const { pdf, ready, fileName, seconds } = made;
  if (!returned) return { ok: true, bytes: pdf.bytes, pages: pdf.pages, fields: pdf.fields, fileName, seconds, ...report };
  signal?.throwIfAborted();
  const began = performance.now();
  const { pdf: filled, isComplete, diagnostics: told } = await withAnswers(pdf, ready, returned);
  const whole = reportOf([...returned.diagnostics, ...diagnostics, ...told], [...returned.sources, ...sources]);
  if (!filled) return { ok: false, reason: 'usage', ...whole };
  const taken = seconds + (performance.now() - began) / 1000;
  return { ok: true, bytes: filled.bytes, pages: filled.pages, fields: filled.fields, fileName, seconds: taken, answers: { complete: isComplete }, ...whole };
};

const notAnswers = (found: unknown): Diagnostic =>
  error('option', `expected a path or bytes for the option answers, found ${typeof found}`, undefined, 'see docs/use-from-code.md for what each option takes');

/** Makes an engine; with `again` it keeps laid-out sheets for the next build. */
export const newEngine = ({ talk, trust }: CodeOfTemplates, again: boolean): Engine => new Engine({ again, talk, trust: trustOf(trust) });
