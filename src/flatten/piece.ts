/** Writes what a flat copy says of itself, as page-piece data (ISO 32000-1, 14.5). */
import { type PDFDict, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { Objects } from '../answers/objects.ts';
import { type CopyRecord, encodeRecord } from '../record/copy-record.ts';
import { encodeAnswers, type FlatAnswers } from '../record/flat-answers.ts';
import { PIECE } from '../record/piece-name.ts';
import { encodeQuestions, type RecordedQuestion } from '../record/question-map.ts';

/**
 * Writes it anew, so that nothing else hides in its place.
 *
 * @param dicts the catalog and the pages, which share it
 * @param answers those that the pages show; left out where the copy still has its fields
 */
export const writePiece = (
  objects: Objects,
  dicts: readonly PDFDict[],
  { record, questions, answers }: { record: CopyRecord; questions: readonly RecordedQuestion[] | undefined; answers?: FlatAnswers },
): void => {
  const { context } = objects;
  const date = PDFString.fromDate(new Date(record.workbook.date));
  const discreet = record.options.discreet === true;
  const part = (bytes: Uint8Array) => context.register(context.flateStream(bytes));
  const parts = {
    Copy: part(encodeRecord(record)),
    ...(questions ? { Questions: part(encodeQuestions(questions, discreet)) } : {}),
    ...(answers ? { Answers: part(encodeAnswers(answers, discreet)) } : {}),
  };
  const piece = context.register(context.obj({ [PIECE]: { LastModified: date, Private: parts } }));
  for (const dict of dicts) dict.set(PDFName.of('PieceInfo'), piece);
};
