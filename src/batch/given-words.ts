/** What is filled into a copy beforehand: words of its row, and the answers of an earlier copy. */
import { createHash } from 'node:crypto';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { AskedCopy } from '../list/asked-copies.ts';
import { readSource } from '../refill/read-source.ts';
import { answersOfAnother, answersOfOtherWorkbook, type BuiltWorkbook, type SaidOfAnswers } from '../refill/whose-answers.ts';
import { refill } from '../refill/refill.ts';
import type { BuiltBook } from './books.ts';
import { fileOfAnswers } from './shared-answers.ts';

/** What ticks a box. */
const TICKED = new Set(['yes', 'y', 'true', '1', 'x', 'on']);

/** Whether anything is filled into a copy. */
export const isFilled = ({ fill, answers }: AskedCopy): boolean => fill.size > 0 || answers !== undefined;

/** What is wrong with the words that a row has for fields: each is told at its cell. */
export const faultsOfFill = ({ fill }: AskedCopy, { fields }: Pick<BuiltBook, 'fields'>): Diagnostic[] => {
  const byName = new Map(fields.map((field) => [field.name, field]));
  return [...fill].flatMap(([name, { text, at }]) => {
    const field = byName.get(name);
    if (!field) {
      const near = nearest(name, [...byName.keys()]);
      const hint = near ? `did you mean "${near}"?` : 'mendbook build --verbose lists the fields with their names';
      return [error('unknown-field', `expected the name of a field of this copy, found "${name}"`, at, hint)];
    }
    if (field.kind === 'check')
      return TICKED.has(text.toLowerCase()) ? [] : [error('wrong-value', `expected yes for a box to tick, found "${text}"`, at, 'write yes, or nothing')];
    const { capacity = Number.POSITIVE_INFINITY } = field;
    const { length } = [...text];
    return length <= capacity
      ? []
      : [
          error(
            'wrong-value',
            `expected at most ${capacity} characters, which the field "${name}" takes, found ${length}`,
            at,
            'write less, or choose a larger field',
          ),
        ];
  });
};

/**
 * Reads the answers of a copy, and compares whose they are with whose the copy is.
 *
 * @returns a digest of their file, whose they are as far as it says so, and what is wrong with them, told at their cell
 */
export const checkAnswers = async (
  copy: AskedCopy,
  { reader }: Pick<BuiltBook, 'reader'>,
  workbook: BuiltWorkbook,
): Promise<{ digest?: string; said?: SaidOfAnswers; diagnostics: Diagnostic[] }> => {
  const file = fileOfAnswers(copy);
  if (file === undefined || !copy.answers) return { diagnostics: [] };
  const { at, text } = copy.answers;
  const { bytes, said, diagnostics: read } = await readSource(file, text, copy.password);
  const whose = [...answersOfAnother(said, { for: reader, id: copy.id }, text, 'batch'), ...answersOfOtherWorkbook(said, workbook, text)];
  const diagnostics = [...read, ...whose];
  return {
    ...(bytes ? { digest: createHash('sha256').update(bytes).digest('hex') } : {}),
    ...(said ? { said } : {}),
    diagnostics: diagnostics.map((one) => ({ ...one, at })),
  };
};

/**
 * Fills in a copy.
 *
 * @param bytes of the copy, as it was built
 * @returns the filled copy, or why it cannot be filled in
 */
export const fillCopy = async (bytes: Buffer, copy: AskedCopy, { fields, words }: BuiltBook): Promise<{ bytes?: Buffer; diagnostics: Diagnostic[] }> => {
  const file = fileOfAnswers(copy);
  const at = copy.answers?.at ?? copy.row.at;
  const read = file === undefined ? undefined : await readSource(file, copy.answers?.text ?? file, copy.password);
  if (read && !read.answers) return { diagnostics: read.diagnostics.map((one) => ({ ...one, at })) };
  const boxes = new Set(fields.flatMap(({ name, kind }) => (kind === 'check' ? [name] : [])));
  const fill = new Map([...copy.fill].map(([name, { text }]) => [name, boxes.has(name) ? (true as const) : text] as const));
  // It may be replaced by the next run: its words are in the list, and its answers in the file that the list names.
  const filled = await refill(bytes, { answers: read?.answers, from: copy.answers?.text ?? '', fill, words, isReplaceable: true });
  return { bytes: filled.bytes, diagnostics: filled.diagnostics.map((one) => ({ ...one, at })) };
};
