/** `mendbook inspect`: says what copies say of themselves. */
import path from 'node:path';
import { unreadable } from '../api/flatten.ts';
import { readPdf } from '../api/read-pdf.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { jsonRows } from '../diagnostics/print-json.ts';
import { visible } from '../diagnostics/width.ts';
import { isUntouched } from '../output/unchanged-pdf.ts';
import { type InspectedCopy, inspectCopy } from '../questions/inspect-copy.ts';
import { type PasswordOptions, Passwords, readWithPassword } from './passwords.ts';
import { type Streams, tell } from './streams.ts';
import { exitCodeOf } from './exit-code.ts';

export interface InspectOptions extends Streams, PasswordOptions {
  files: readonly string[];
  format?: 'human' | 'json';
}

/** A copy with its name, and whether something was saved into it since it was built. */
interface Inspected extends InspectedCopy {
  file: string;
  changed: boolean;
}

/**
 * Inspects copies.
 *
 * @returns the exit code: 0 done, 1 a copy cannot be read, 2 a file is not there
 */
export const inspect = async (options: InspectOptions): Promise<number> => {
  const { cwd, files, stdout, format } = options;
  const passwords = new Passwords(options);
  const diagnostics: Diagnostic[] = [];
  const copies: Inspected[] = [];
  for (const file of files) {
    const { bytes, found } = await readPdf(path.resolve(cwd, file));
    if (!bytes) {
      diagnostics.push(unreadable(file, found));
      continue;
    }
    const { copy, diagnostics: told } = await readWithPassword(file, passwords, (password) => inspectCopy(bytes, file, password));
    diagnostics.push(...told);
    if (copy) copies.push({ file, changed: !isUntouched(Buffer.from(bytes)), ...copy });
  }
  if (format === 'json') stdout.write(`${JSON.stringify({ copies: copies.map(asJson), diagnostics: jsonRows(diagnostics, [], cwd) }, null, 2)}\n`);
  else {
    stdout.write(copies.map(inWords).join('\n'));
    await tell(diagnostics, [], options);
  }
  return exitCodeOf(diagnostics);
};

const asJson = ({ file, title, language, pages, encrypted, changed, record, forCounselors, answers }: Inspected) => ({
  file,
  title,
  language,
  pages,
  encrypted,
  changed,
  forCounselors: forCounselors ?? null,
  answers: answers ?? null,
  record: record ?? null,
});

/** Columns of the names of lines. */
const NAMES = 12;

/** What is known of a copy, a line each. */
const inWords = ({ file, title, language, pages, encrypted, changed, record, forCounselors, answers, isRefused }: Inspected): string => {
  const lines: [string, string | undefined][] = [
    ['title', title],
    ['workbook', record && `${record.workbook.id}, of ${record.workbook.date}`],
    ['edition', record && (forCounselors ? `${record.edition}: not for clients` : record.edition)],
    ['for', record?.for],
    ['language', language],
    ['options', record && (Object.entries(record.options).map(asOption).join(' ') || 'none')],
    ['given too', record?.unsaid && `${record.unsaid.map((flag) => `--${flag}`).join(', ')}: whose words a record keeps to itself`],
    ['made by', record && `Mendbook ${record.program}`],
    ['id', record?.copy?.id],
    ['pages', String(pages)],
    ['answers', answers ? `${answers.given} of ${answers.of} questions` : `none can be read${isRefused ? '' : ': it has no fields'}`],
    ['changed', changed ? 'yes, since it was built' : 'no'],
    ['encrypted', encrypted ? 'yes' : 'no'],
    ...(record ? [] : [['record', 'none: an earlier version made it, or a program has taken it out'] satisfies [string, string]]),
  ];
  const told = lines.flatMap(([name, words]) => (words === undefined || words === '' ? [] : [`  ${name.padEnd(NAMES)}${visible(words)}\n`]));
  return `${visible(file)}\n${told.join('')}`;
};

/** An option as it is written on the command line. */
const asOption = ([name, value]: [string, string | boolean | string[]]): string =>
  value === true ? `--${name}` : `--${name} ${typeof value === 'object' ? value.join(',') : value}`;
