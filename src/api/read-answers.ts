/** `readAnswers` of the public API: a filled copy as questions with their answers. */
import { chooseQuestions } from '../questions/choose.ts';
import { readAnswers } from '../questions/read-answers.ts';
import { reportOf } from './diagnostics.ts';
import { unreadable } from './flatten.ts';
import { questionsOfWorkbook } from './read-copies.ts';
import { readPdf } from './read-pdf.ts';
import type { ReadAnswers, ReadAnswersOptions, Refused } from './types.ts';

/** See `readAnswers` of the public API. */
export const readAnswersFor = async (
  input: string | Uint8Array,
  { signal, password, workbook, ...choice }: ReadAnswersOptions,
): Promise<ReadAnswers | Refused> => {
  const { bytes, name, found } = await readPdf(input);
  if (!bytes) return { ok: false, reason: 'usage', ...reportOf([unreadable(name, found)], []) };
  const asked = workbook === undefined ? undefined : await questionsOfWorkbook(workbook, process.cwd());
  if (asked?.diagnostics) return { ok: false, reason: 'usage', ...reportOf(asked.diagnostics, []) };
  signal?.throwIfAborted();
  const { copy, diagnostics } = await readAnswers(bytes, name, asked?.of, password);
  signal?.throwIfAborted();
  if (!copy) return { ok: false, reason: 'input', ...reportOf(diagnostics, []) };
  const { copies, diagnostics: wrong } = chooseQuestions([{ file: name, copy }], choice);
  const report = reportOf([...diagnostics, ...wrong], []);
  const [chosen] = copies;
  if (wrong.length > 0 || !chosen) return { ok: false, reason: 'usage', ...report };
  const { title, language, record, questions } = chosen.copy;
  const made = record && { workbook: record.workbook.id, date: record.workbook.date, program: record.program, edition: record.edition, for: record.for };
  return { ok: true, title, language, ...(made ? { made } : {}), questions, ...report };
};
