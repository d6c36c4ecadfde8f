/** What `mendbook new` says when it is done: what was made from which answers, and what to do next. */
import { counted } from '../diagnostics/counted.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import type { Answers } from '../starter/answers.ts';
import { shellWord } from './shell-word.ts';
import type { Streams } from './streams.ts';

export interface Made {
  /** Absolute path. */
  folder: string;
  /** The name of the workbook that was copied. */
  source: string;
  languages: readonly string[];
  answers: Answers;
  /** How many files were written. */
  files: number;
}

const namesOf = (languages: readonly string[]): string => {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return languages.map((language) => names.of(language) ?? language).join(', ');
};

/** A few lines on stderr. */
export const tellNew = ({ cwd, stderr }: Streams, { folder, source, languages, answers, files }: Made): void => {
  const { name, counselor, credentials, contact = [], paper, country } = answers;
  const shown = shellWord(folder === cwd ? '.' : shownPath(folder, cwd));
  const person = [counselor, credentials].filter((each) => each !== undefined).join(', ');
  const rows: [string, string | undefined][] = [
    ['words', `${source}, in ${namesOf(languages)}`],
    ['practice', [name, person, ...contact].filter((each) => each).join(' · ') || undefined],
    ['paper', paper],
    ['help lines', country],
  ];
  stderr.write(`${shown}\n`);
  for (const [row, value] of rows) if (value) stderr.write(`  ${row.padEnd(11)}${value}\n`);
  stderr.write(`  ${counted(files, 'file')}, practice.yaml and README.md among them\n\n`);
  stderr.write(`Next:\n  mendbook preview ${shown}   shows it, and follows your changes\n  mendbook build ${shown}     makes the PDF\n`);
};
