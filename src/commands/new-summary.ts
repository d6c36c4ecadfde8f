/** The summary that `mendbook new` prints: what was made, and what to do next. */
import { counted } from '../diagnostics/counted.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import type { Answers } from '../starter/answers.ts';
import { shellWord } from '../system/shell-quote.ts';
import { say, type Streams } from './streams.ts';

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

/** Prints the summary on stderr. */
export const printNewSummary = (streams: Streams, { folder, source, languages, answers, files }: Made): void => {
  const { name, counselor, credentials, contact = [], paper, country } = answers;
  const shown = shellWord(folder === streams.cwd ? '.' : shownPath(folder, streams.cwd));
  const person = [counselor, credentials].filter((each) => each !== undefined).join(', ');
  const rows: [string, string | undefined][] = [
    ['words', `${source}, in ${namesOf(languages)}`],
    ['practice', [name, person, ...contact].filter((each) => each).join(' · ') || undefined],
    ['paper', paper],
    ['help lines', country],
  ];
  say(streams, shown, ...rows.flatMap(([row, value]) => (value ? [`  ${row.padEnd(11)}${value}`] : [])));
  say(streams, `  ${counted(files, 'file')}, practice.yaml and README.md among them`, '');
  say(streams, 'Next:', `  mendbook preview ${shown}   shows it, and follows your changes`, `  mendbook build ${shown}     makes the PDF`);
};
