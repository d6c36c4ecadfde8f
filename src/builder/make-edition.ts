/** Makes the edition that was asked for: the sections for its reader, under its title. */
import { timeInWords } from '../content/whole-time.ts';
import { addressed } from '../content/reader-labels.ts';
import { characterName } from '../content/character-names.ts';
import { countriesFor } from '../content/help-line-countries.ts';
import { ownName } from '../content/language-name.ts';
import { type EditionOptions as Selection, SAFETY_PAGE, selectEdition } from '../content/edition.ts';
import { chosenTitles, withNoteInside } from '../content/choose-parts.ts';
import { faultOfNote, personalParagraphs } from '../content/personal-words.ts';
import { say } from '../content/phrase.ts';
import { plain } from '../content/plain-text.ts';
import type { HelpTraces } from '../content/without-help.ts';
import type { Section, Workbook } from '../content/workbook.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import type { Strings } from '../content/strings.ts';
import type { CopyOptions, OptionsThat } from '../options/option-values.ts';
import { discreetly } from './discreet.ts';
import { drawnAs } from '../content/glyph-substitutes.ts';
import { withOtherLetters } from '../theme/other-letters.ts';
import type { LoadedPacket } from '../packet/load.ts';
import type { CanShow } from './load.ts';

/** The options of an edition. */
export type EditionOptions = Pick<CopyOptions, OptionsThat<{ group: 'edition' }>> & { loadedPacket?: LoadedPacket };

/** The chosen parts: those of the packet, or those that were named. */
const partsOf = ({ loadedPacket, only }: EditionOptions): Pick<Selection, 'only'> => {
  if (loadedPacket?.packet) return { only: loadedPacket.packet.parts };
  return only && only.length > 0 ? { only: only.map((name) => ({ name })) } : {};
};

const selectionOf = (options: EditionOptions, strings: Strings, helpTraces: HelpTraces | undefined): Selection => ({
  role: options.for,
  relationship: options.relationship,
  counselor: options.edition !== 'client',
  ...(options.other ? { other: options.other } : {}),
  ...(options.alone ? { alone: true } : {}),
  ...(options.steps ? { steps: options.steps } : {}),
  ...(options.without ? { without: options.without } : {}),
  ...(options.with ? { with: options.with } : {}),
  ...partsOf(options),
  ...(options.discreet && helpTraces ? { hideHelp: helpTraces } : {}),
  timeInWords: (time) => timeInWords(time, strings),
  noteTitle: strings.partNote,
});

/**
 * Makes an edition of a workbook.
 *
 * @param canShow says whether the fonts have a character; needed for the name on the cover, which is not part of the workbook
 * @returns the edition and warnings about it; or, without one, what is wrong with the options
 */
export const makeEdition = (
  workbook: Workbook,
  options: EditionOptions,
  { strings, canShow, helpTraces }: { strings: Strings; canShow: CanShow; helpTraces?: HelpTraces },
): { edition?: Workbook; diagnostics: Diagnostic[] } => {
  const selected = selectEdition(packed(workbook, options), selectionOf(options, strings, helpTraces));
  if (!selected.workbook) return { diagnostics: selected.diagnostics };
  const unshown = unshownName(`${options.name ?? ''}${options.other ?? ''}`, canShow);
  if (unshown.length > 0) return { diagnostics: unshown };
  const wrong = faultsOfWords(options, canShow);
  if (wrong.length > 0) return { diagnostics: wrong };
  const framed = withPersonal(framedFor(forWhom(selected.workbook, strings, options), workbook, strings, options), strings, options);
  return { edition: titled(framed, strings, options), diagnostics: selected.diagnostics };
};

/** The edition with a title, a subtitle and a note that say what of the workbook is in it. */
const framedFor = (edition: Workbook, { sections: all }: Workbook, strings: Strings, { loadedPacket, only, discreet }: EditionOptions): Workbook => {
  const { note, ...about } = edition;
  const { sections, loose } = edition;
  // Without contents to stand under, and where what the copy is about must not be told, the note belongs to the first part.
  const noted = note && (loose || discreet) ? { ...about, sections: withNoteInside(sections, note, strings.packetNote) } : edition;
  if (loadedPacket?.packet) return { ...noted, chosen: 'packet' };
  if (loose) return { ...noted, chosen: 'parts', title: chosenTitles(sections).join(' · ') };
  if (only && only.length > 0) return { ...noted, chosen: 'parts', subtitle: strings.chosenPages };
  const steps = sections.filter(({ part }) => part === 'step');
  return steps.length < all.filter(({ part }) => part === 'step').length ? { ...noted, subtitle: stepsTitle(steps, strings) } : noted;
};

/** What is wrong with a counselor’s own words. */
const faultsOfWords = ({ note = '' }: EditionOptions, canShow: CanShow): Diagnostic[] => {
  const fault = faultOfNote(note);
  if (fault !== undefined) return [error('markdown', `${fault} (in a note)`, undefined, 'write **bold**, *italic*, and links as [words](https://…)')];
  const characters = missingIn(note.replaceAll(/\s/g, ''), canShow);
  return characters.length > 0 ? [unknownCharacters('a note', characters)] : [];
};

/** The edition with a counselor’s words to its reader: on a page after the cover, or before the first part where there is none. */
const withPersonal = (edition: Workbook, strings: Strings, options: EditionOptions): Workbook => {
  // A cover with a name has the day of the session beside it.
  const onCover = options.name !== undefined && !edition.loose;
  const words = personalParagraphs({ ...options, ...(onCover ? { session: undefined } : {}) }, strings, edition.language, options.country);
  if (words.length === 0) return edition;
  if (!edition.loose && !options.discreet) return { ...edition, personal: words };
  return { ...edition, sections: withNoteInside(edition.sections, words, strings.partNote) };
};

/** What some steps are called: the name of one, or the numbers of several. */
const stepsTitle = (steps: readonly Section[], strings: Strings): string => {
  const [first, ...more] = steps;
  if (first && more.length === 0) return `${strings.step} ${first.number ?? ''}: ${plain(first.title)}`;
  return say(strings.someSteps, { steps: steps.map(({ number }) => number).join(', ') });
};

/** The workbook under the title of the packet, with the words about the whole. */
const packed = (workbook: Workbook, { loadedPacket }: EditionOptions): Workbook => {
  if (!loadedPacket?.packet) return workbook;
  const { subtitle: _, ...about } = workbook;
  const { title, subtitle, note } = loadedPacket.packet;
  return { ...about, title, ...(subtitle ? { subtitle } : {}), ...(note ? { note } : {}) };
};

/** Labels the pages that are for one reader only, in an edition for both. */
const forWhom = (workbook: Workbook, { forBrokeTrust, forWasHurt }: Strings, { for: role }: EditionOptions): Workbook =>
  role === 'both' ? { ...workbook, sections: addressed(workbook.sections, { 'broke-trust': forBrokeTrust, 'was-hurt': forWasHurt }) } : workbook;

/** What the cover says quietly of the edition: the reader that it is for, and its language in that language. */
const marksOf = ({ language }: Workbook, { copyBrokeTrust, copyWasHurt }: Strings, { for: role }: EditionOptions): string[] => {
  const [first = '', ...rest] = ownName(language);
  const reader = { 'broke-trust': [copyBrokeTrust], 'was-hurt': [copyWasHurt], both: [] }[role];
  return [...reader, first.toLocaleUpperCase(language) + rest.join('')];
};

/** The workbook with the title of its edition. */
const titled = (workbook: Workbook, strings: Strings, options: EditionOptions): Workbook => {
  const { edition, discreet } = options;
  const marked = { ...workbook, edition: { counselor: edition !== 'client', marks: marksOf(workbook, strings, options) } };
  const told = discreet ? discreetly(marked, strings) : marked;
  // Printed on a discreet cover, too, so that it is not handed out by mistake.
  return edition === 'client' ? told : { ...told, subtitle: edition === 'notes' ? strings.notesEdition : strings.counselorEdition };
};

/** Diagnostics for the characters of a name that cannot be drawn. */
export const unshownName = (name: string, canShow: CanShow): Diagnostic[] => {
  const characters = missingIn(name, canShow);
  return characters.length > 0 ? [unknownCharacters('a name', characters)] : [];
};

/** The characters of a text that cannot be drawn. */
const missingIn = (text: string, canShow: CanShow): string[] => {
  const has = withOtherLetters(canShow);
  return [...new Set(text.normalize('NFC'))].filter((character) => drawnAs(character, has) === undefined);
};

const unknownCharacters = (what: string, characters: readonly string[]): Diagnostic =>
  error(
    'missing-glyph',
    `expected ${what} in letters that the fonts have, found ${characters.map(characterName).join(', ')}`,
    undefined,
    characters.every((character) => /[\p{C}\p{Z}]/u.test(character))
      ? 'take it out: it cannot be seen'
      : 'write it in other letters: Latin, modern Greek and Cyrillic ones can be printed; or choose a template whose fonts have these',
  );

/** Notes that help lines stand on other pages, too: who leaves out the safety page may not know that. */
export const helpLeft = ({ sections }: Workbook, without: readonly string[] = []): Diagnostic[] => {
  if (!without.includes(SAFETY_PAGE)) return [];
  const pages = sections.flatMap(({ id, blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'help-lines') return [id];
      return block.kind === 'worksheet' && block.blocks.some(({ kind }) => kind === 'help-lines') ? [block.id ? `${id}/${block.id}` : id] : [];
    }),
  );
  if (pages.length === 0) return [];
  return [
    warning(
      'help-lines-left',
      `the safety page is left out, but help lines stand on other pages too: ${pages.join(', ')}`,
      undefined,
      `if they must not be found, say --without ${[...without, ...pages].join(',')}`,
    ),
  ];
};

/** Notes that no country was given: the page for help lines then only says how to find help. Countries whose people speak the language are proposed. */
export const withoutCountry = ({ sections, language }: Workbook): Diagnostic[] => {
  const blocks = sections.flatMap((section) => section.blocks.flatMap((block) => (block.kind === 'worksheet' ? block.blocks : [block])));
  if (!blocks.some(({ kind }) => kind === 'help-lines')) return [];
  const countries = countriesFor(language);
  const proposed = countries.length > 0 ? countries.slice(0, -1).join(', ') + ` or ${countries.at(-1) ?? ''}` : 'us';
  return [
    warning(
      'no-country',
      'no country was chosen: where help lines belong, the book says how to find them',
      undefined,
      `choose one with --country, such as ${proposed}`,
    ),
  ];
};
