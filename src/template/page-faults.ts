/** Reports faults on finished pages at the line of the component that caused them. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { MisplacedField } from '../layout/misplaced.ts';
import { quoted } from '../yaml/index.ts';
import type { TemplateNotes } from './build-notes.ts';

/** The diagnostic for text outside `Words`, which is lost. */
export const lostText = (text: string, notes: TemplateNotes): Diagnostic => {
  const { at, what = 'text' } = notes.textAt(text) ?? {};
  const number = /^\d+$/.test(text) ? ['for a condition write "count > 0 && …": a number that stands before && is printed when it is 0'] : [];
  return error(
    'text-outside-words',
    `expected text inside Words, found ${what === 'text' ? '' : `${what} `}${quoted(text.length > 40 ? `${text.slice(0, 40)}…` : text)}`,
    at,
    'write <Words>…</Words> around it',
    ...(text === '0' ? number : []),
  );
};

/** The diagnostic for a field that is out of reach, or has the name of another one. */
export const misplaced = (one: MisplacedField, notes: TemplateNotes): Diagnostic => {
  const { name, page } = one;
  const at = notes.fieldAt(name);
  return 'twice' in one
    ? error(
        'field-twice',
        `expected a name for each field that no other has, found ${quoted(name)} on page ${one.twice} and on page ${page}`,
        at,
        'begin it with the name that the component gets: what is typed into one would stand in both',
      )
    : error(
        'field-outside',
        `expected the field ${quoted(name)} inside its page, found one that reaches ${Math.ceil(one.beyond)} points over the edge of page ${page}`,
        at,
        'see to its place and its width',
      );
};

/** The diagnostic for a character that no font of the theme has, on the page with this number. */
export const missingLetter = (letter: string, page: number, notes: TemplateNotes): Diagnostic =>
  error(
    'missing-glyph',
    `expected a character that the fonts of the theme have, found ${quoted(letter)} on page ${page}`,
    notes.placeInCode(letter),
    'write it in other letters, draw it with Svg, or choose a font that has it',
  );

/**
 * The diagnostic for an error that React itself throws after a component of the template has run: its message is for web developers, and its
 * stack leads nowhere.
 *
 * @returns a diagnostic at that component; nothing for any other error
 */
export const blameLast = (thrown: unknown, { ran }: TemplateNotes): Diagnostic | undefined => {
  const { message = '' } = thrown instanceof Error ? thrown : {};
  const [, number] = /react\.dev\/errors\/(\d+)/.exec(message) ?? [];
  if (!ran) return undefined;
  if (number === '301' || message.startsWith('Too many re-renders'))
    return error(
      'template-endless',
      `expected a component that ends, found one that sets its state each time it is drawn: ${ran.name}`,
      ran.at,
      'a page is drawn once: it needs no state',
    );
  return number
    ? error(
        'template-error',
        `expected a component that React takes, found ${ran.name}, at which React gives up`,
        ran.at,
        `React says why: https://react.dev/errors/${number}`,
      )
    : undefined;
};
