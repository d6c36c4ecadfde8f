/** The formats that answers are written in. */
import type { AnsweredQuestion, FilledCopy } from './answered.ts';

export type AnswerFormat = 'md' | 'text' | 'json' | 'yaml' | 'csv';

/** A copy that was read, and the name of its file. */
export interface NamedCopy {
  file: string;
  /** The day on which the file was last saved, as an ISO date, where that is known. */
  saved?: string;
  copy: FilledCopy;
}

/** The version of the form of JSON and YAML (docs/schema/answers.json); it grows when a program that reads it would have to change. */
export const ANSWERS_FORM = 1;

/** What programs get: an object with the copies, each with what it says of itself and its questions. */
export const answersObject = (
  copies: readonly NamedCopy[],
): { form: number; copies: (Omit<FilledCopy, 'questions'> & { file: string; questions: AnsweredQuestion[] })[] } => ({
  form: ANSWERS_FORM,
  copies: copies.map(({ file, copy: { questions, ...about } }) => ({ file, ...about, questions })),
});

/**
 * Writes the answers of copies.
 *
 * @param long in a table, one row an answer
 */
export const writeAnswers = async (copies: readonly NamedCopy[], { format, long }: { format: AnswerFormat; long: boolean }): Promise<string> => {
  if (format === 'json') return `${JSON.stringify(answersObject(copies), null, 2)}\n`;
  // Long lines stay whole: another program may read them line by line.
  if (format === 'yaml') return (await import('yaml')).stringify(answersObject(copies), { lineWidth: 0, aliasDuplicateObjects: false });
  if (format === 'csv') {
    const { asCsv, asLongCsv } = await import('./as-csv.ts');
    return long ? asLongCsv(copies) : asCsv(copies);
  }
  const { asMarkdown, asText } = await import('./as-text.ts');
  return format === 'md' ? asMarkdown(copies) : asText(copies);
};
