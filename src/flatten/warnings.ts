/** Warns of everything that a flat copy shows otherwise than the filled PDF, by the words of the fields and their names. */
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { counted } from '../diagnostics/counted.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import { counselorWarning } from '../answers/counselor-copy.ts';
import { type NamedField, shownField } from '../answers/shown-field.ts';
import { UNNUMBERED } from '../layout/numbering.ts';
import type { Flattened } from './flatten.ts';
import type { FilledPdf } from './read-filled.ts';

/**
 * Makes one warning for each kind of difference.
 *
 * @param filled the filled PDF
 * @param file its name
 */
export const flattenWarnings = (flattened: Flattened, { opened, foreign }: Pick<FilledPdf, 'opened' | 'foreign'>, file: string): Diagnostic[] => [
  ...counselorWarning(opened, file),
  ...about(flattened.hidden, 'answer-hidden', (count) => `expected answers that a page shows, found ${counted(count, 'hidden one')}`, [
    'they are not in the flat copy: only the filled one holds them; open it in another program, or write them into fields that can be seen',
  ]),
  ...about(flattened.unclear, 'answer-unclear', (count) => `expected one answer in each field, found ${count} where the value and what is drawn differ`, [
    'programs differ in what they show there; the flat copy has the value of a text, and each tick: look at these in it, and mend them in the filled copy',
  ]),
  ...about(flattened.asDrawn, 'answer-as-drawn', (count) => `expected answers in letters, found ${counted(count, 'drawn one')}`, [
    'they are in the flat copy as they were drawn; screen readers may not read them: type them again in the filled copy, if that matters',
  ]),
  ...about(
    flattened.cut,
    'damaged-emoji',
    (count) => `expected whole emoji, found what is left of them in ${counted(count, 'answer')}`,
    ['Chromium on Linux has cut them when it saved the copy, so that a box is drawn for each: write words instead, or use Firefox'],
    ({ emoji, ...field }) => `${shownField(field)}: probably ${emoji.join(' ')}`,
  ),
  ...about(
    flattened.unseen,
    'missing-glyph',
    (count) => {
      const characters = new Set(flattened.unseen.flatMap((answer) => answer.characters));
      return `expected characters that the packaged fonts have, found ${[...characters].join(' ')} in ${counted(count, 'answer')}`;
    },
    ['a box stands for each of them on paper; screen readers say them, and they can be copied from the new PDF; the filled copy shows them'],
  ),
  ...longer(flattened),
  ...(flattened.leftOut.length > 0
    ? [
        warning(
          'extras-left-out',
          `expected pages and fields alone, found ${flattened.leftOut.join(' and ')}`,
          undefined,
          'they are not in the flat copy: only the filled one holds them',
        ),
      ]
    : []),
  ...(foreign > 0
    ? [
        warning(
          'foreign-annotations',
          `expected fields and links alone, found ${foreign} of another program’s notes or drawings`,
          undefined,
          'they are kept as they are, and screen readers may pass over them',
        ),
      ]
    : []),
];

/** One warning for all answers that are longer than their boxes: how many there are, and where each is continued. */
const longer = ({ continued, smaller }: Flattened): Diagnostic[] => {
  const all = [...continued, ...smaller.map((answer) => ({ ...answer, on: undefined }))];
  return about(
    all,
    continued.length > 0 ? 'answer-continued' : 'answer-smaller',
    (count) => `expected answers that fit into their boxes, found ${counted(count, 'longer one')}`,
    [
      continued.length > 0
        ? 'nothing is lost: what does not fit stands on the pages at the end'
        : 'nothing is lost: their lines are set closer, or their letters smaller',
    ],
    ({ on, ...field }) => `${shownField(field)}: ${on === undefined ? 'set closer or smaller' : `continued on page ${on}`}`,
  );
};

interface Answer extends NamedField {
  page?: string;
}

const about = <T extends Answer>(
  answers: readonly T[],
  code: DiagnosticCode,
  message: (count: number) => string,
  hints: readonly string[],
  line: (answer: T) => string = shownField,
): Diagnostic[] => (answers.length > 0 ? [warning(code, message(answers.length), undefined, ...byPage(answers, line), ...hints)] : []);

/** A page as it is numbered in print. */
const pageWords = (page: string | undefined): string => {
  if (page === undefined) return 'on no page';
  return page.startsWith(UNNUMBERED) ? 'on a page without a number' : `page ${page}`;
};

/** A hint for each page with the lines about its answers. */
const byPage = <T extends Answer>(answers: readonly T[], line: (answer: T) => string): string[] => {
  const pages = new Map<string | undefined, string[]>();
  for (const answer of answers) {
    const lines = pages.get(answer.page) ?? [];
    lines.push(line(answer));
    pages.set(answer.page, lines);
  }
  return [...pages].map(([page, lines]) => `${pageWords(page)}: ${lines.join('; ')}`);
};
