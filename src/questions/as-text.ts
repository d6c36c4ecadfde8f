/** Writes filled copies for people: as Markdown, or as plain text. */
import { answerLines } from '../diagnostics/width.ts';
import { linesOf } from './answer-lines.ts';
import type { AnsweredQuestion, FilledCopy } from './answered.ts';

/** How the parts of a document are written. */
interface Marks {
  title: (text: string, level: 1 | 2 | 3) => string;
  question: (text: string) => string;
  paragraph: (text: string) => string;
  item: (text: string) => string;
}

/** What is not answered. */
const NOTHING = '–';

/**
 * Characters that mean something in Markdown (CommonMark), wherever they stand or at the start of a line. What a person wrote must come out
 * as it was written, and never as a heading, a link or HTML.
 */
const MARKDOWN = /[\\`*_{}[\]<>|~&]/g;
/** Addresses that some programs make a link of, though nothing marks them as one: their sign before the name of the host. */
const ADDRESS = /:(?=\/\/)|(?<=\bwww)\./gi;
// Spaces of one line alone: over the lines of a long answer this would take minutes.
const LINE_START = /^([^\S\n]*)([#+=-]|\d+[.)])/gm;

const plain = (text: string): string =>
  text
    .replaceAll(MARKDOWN, String.raw`\$&`)
    .replaceAll(ADDRESS, String.raw`\$&`)
    .replaceAll(LINE_START, (_, space: string, sign: string) => `${space}${sign.length > 1 ? sign.replace(/[.)]$/, String.raw`\$&`) : `\\${sign}`}`);

const indented = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

const MARKDOWN_MARKS: Marks = {
  title: (text, level) => `${'#'.repeat(level)} ${plain(oneLine(text))}`,
  question: (text) => `**${plain(oneLine(text))}**`,
  // Two spaces at the end of a line keep its break.
  paragraph: (text) => plain(text).replaceAll(/([^\n])\n(?=[^\n])/g, '$1  \n'),
  item: (text) => `- ${indented(plain(text), '  ')}`,
};

const TEXT_MARKS: Marks = {
  title: (text, level) => (level === 3 ? oneLine(text) : `${oneLine(text)}\n${(level === 1 ? '=' : '-').repeat(Math.min(78, [...text].length))}`),
  question: oneLineOf,
  paragraph: (text) => `  ${indented(text, '  ')}`,
  item: (text) => `  * ${indented(text, '    ')}`,
};

function oneLineOf(text: string): string {
  return oneLine(text);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/**
 * A document with the copies one after the other.
 *
 * @param copies each with the name of its file
 */
const documentOf = (copies: readonly { file: string; copy: FilledCopy }[], marks: Marks): string =>
  `${copies
    .map(({ file, copy }) =>
      [marks.title(copy.title === '' ? file : copy.title, 1), ...(copies.length > 1 ? [marks.paragraph(file)] : []), ...partsOf(copy.questions, marks)].join(
        '\n\n',
      ),
    )
    .join('\n\n')}\n`;

const partsOf = (questions: readonly AnsweredQuestion[], marks: Marks): string[] => {
  let [part, sheet] = ['', ''];
  return questions.flatMap((question) => {
    const heads: string[] = [];
    if (question.part !== part) {
      heads.push(marks.title(question.part, 2));
      [part, sheet] = [question.part, ''];
    }
    if ((question.sheet ?? '') !== sheet && question.sheet) heads.push(marks.title(question.sheet, 3));
    sheet = question.sheet ?? '';
    return [...heads, ...(question.question === '' ? [] : [marks.question(question.question)]), answerIn(question, marks)];
  });
};

const answerIn = (question: AnsweredQuestion, marks: Marks): string => {
  const lines = linesOf(question);
  if (lines.length === 0) return marks.paragraph(NOTHING);
  return lines
    .map(({ text, item, under = [] }, index) => {
      const before = index === 0 ? '' : item && lines[index - 1]?.item ? '\n' : '\n\n';
      return `${before}${item ? [marks.item(text), ...under.map((part) => `  ${indented(marks.item(part), '  ')}`)].join('\n') : marks.paragraph(text)}`;
    })
    .join('');
};

/** As Markdown (CommonMark), for a file of notes. */
export const asMarkdown = (copies: readonly { file: string; copy: FilledCopy }[]): string => answerLines(documentOf(copies, MARKDOWN_MARKS));

/** As plain text. */
export const asText = (copies: readonly { file: string; copy: FilledCopy }[]): string => answerLines(documentOf(copies, TEXT_MARKS));
