/** Writes filled copies as a table for spreadsheets: one row a copy, or one row an answer. */
import { stringify } from 'csv-stringify/sync';
import { linesOf, oneLine } from './answer-lines.ts';
import type { AnsweredQuestion, FilledCopy } from './answered.ts';

interface NamedCopy {
  file: string;
  copy: FilledCopy;
}

/** What each row says of its copy. */
const ABOUT = ['file', 'workbook', 'date', 'language', 'edition', 'for', 'copy'] as const;

const aboutOf = ({ file, copy: { record, language } }: NamedCopy): string[] => [
  file,
  record?.workbook.id ?? '',
  record?.workbook.date ?? '',
  language,
  record?.edition ?? '',
  record?.for ?? '',
  record?.copy?.id ?? '',
];

/** One row a copy and one column a question, named by its id, in the order in which the copies have them. */
export const asCsv = (copies: readonly NamedCopy[]): string => {
  const ids = [...new Set(copies.flatMap(({ copy }) => copy.questions.map(({ id }) => id)))];
  const rows = copies.map((one) => {
    const byId = new Map(one.copy.questions.map((question) => [question.id, question]));
    return [...aboutOf(one), ...ids.map((id) => oneLine(byId.get(id) ?? {}))];
  });
  return written([[...ABOUT, ...ids], ...rows]);
};

/** One row an answer; an answer of several parts has a row for each. */
export const asLongCsv = (copies: readonly NamedCopy[]): string => {
  const rows = copies.flatMap((one) =>
    one.copy.questions.flatMap((question) =>
      partsOf(question).map(([part, answer]) => [...aboutOf(one), question.id, question.kind, question.question, part, answer]),
    ),
  );
  return written([[...ABOUT, 'id', 'kind', 'question', 'part', 'answer'], ...rows]);
};

/** The parts of an answer: what each is about, and its words. */
const partsOf = (question: AnsweredQuestion): [string, string][] => {
  const { answer } = question;
  if (!answer) return [['', '']];
  if (answer.rating !== undefined) return [['', String(answer.rating)]];
  const cells = (answer.rows ?? []).flatMap(({ label, cells: own }) =>
    own.map(({ head, text }): [string, string] => [[label, head].filter(Boolean).join(', '), text]),
  );
  const parts = (answer.parts ?? []).map(({ label, text }): [string, string] => [label, text]);
  const others = linesOf({ answer: { ...answer, rows: [], parts: [] } }).map(({ text }): [string, string] => ['', text]);
  return [...others, ...cells, ...parts];
};

/**
 * With a byte order mark and CRLF, Excel shows every letter. A cell that a spreadsheet would take as a formula begins with an apostrophe
 * (OWASP, “CSV Injection”), also where spaces stand before the sign.
 */
const written = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => row.map(harmless)),
    { bom: true, record_delimiter: '\r\n' },
  );

const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠|%]|^[\t\r]/u;
/**
 * The same sign inside a cell, where a spreadsheet that parts cells by semicolons or tabs would begin one. A list item in the words of
 * somebody may begin with a stroke: only one that a formula could follow is meant.
 */
const INSIDE = /([\n;\t](?:[^\S\n\t]|\p{Cf})*)(?=[=+@＝＋＠|%]|[-－](?:\S|[^\n;\t]*[(|!]))/gu;

const harmless = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell).replaceAll(INSIDE, "$1'");
