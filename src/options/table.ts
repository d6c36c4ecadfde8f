/** The table of options for a copy of a workbook. Each is declared once, here; command line, preview, file names and practice.yaml derive from it. */
import { RELATIONSHIPS, ROLES } from '../content/terms.ts';
import { choice, list, onOff, type Option, text } from './declarations.ts';
import { neutralWord } from './neutral-word.ts';
import { BINDINGS, PAPERS } from './papers.ts';
import { listOf, nonEmpty, shortText, trimmed } from './parse-values.ts';
import { day, dayAndTime } from './parse-dates.ts';

/** The value itself shows in the file name. */
const asItIs = { word: (value: string) => value, discreet: (value: string) => value };
const asWord = (word: string) => ({ word: () => word, discreet: () => word });

/** A choice of steps with characters that are legal in file names. */
const dotted = (steps: string): string => steps.replaceAll(/[^a-z0-9-]+/g, '.');

/** The most letters that the names of parts take in a file name. */
const MOST_LETTERS = 60;

/** A word, cut where it is too long; what tells it apart then is made of the whole value. */
const shortened = (word: string, value: string): string => (word.length > MOST_LETTERS ? `${word.slice(0, MOST_LETTERS)}-${neutralWord(value)}` : word);

/** A packet as its file is called, without folders and ending. */
const packetWord = (packet: string): string => dotted((packet.split(/[\\/]/).at(-1) ?? '').replace(/\.ya?ml$/i, '').toLowerCase());

/** The form of a language and a country in practice.yaml; whether it exists is checked when it is loaded. */
const LANGUAGE = { matches: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, expected: 'expected a language tag such as en or es-MX' };
const COUNTRY = { matches: /^[A-Za-z]{2}$/, expected: 'expected two letters such as us or gb' };

/** What holds for the words of one copy: they are told nowhere but on its pages. */
const OF_ONE_COPY = { group: 'edition', check: false, fileName: false, preview: false, practice: false, packet: false, combines: false } as const;

/** The order is that of help, preview and file names. */
export const OPTIONS = {
  lang: text({
    group: 'edition',
    placeholder: 'language',
    help: 'the language: a folder of the workbook',
    default: 'en',
    parse: nonEmpty('a language such as en'),
    check: 'the language: a folder of the workbook',
    // The title in a discreet name is in the language of the copy already.
    fileName: { word: (language) => language, discreet: () => undefined },
    preview: { place: 'main', label: 'Language', offered: 'languages' },
    practice: {
      key: 'language',
      description: 'The language, unless --lang says otherwise: a folder of the workbook.',
      pattern: LANGUAGE,
      starter: { about: 'The language: the name of a folder beside this file.', example: 'en' },
    },
    packet: true,
    combines: false,
  }),
  for: choice(['both', ...ROLES], {
    group: 'edition',
    placeholder: 'role',
    help: 'whose edition',
    default: 'both',
    check: 'whose edition',
    // Discreet copies differ by a letter that reveals nothing.
    fileName: { word: (role) => role, discreet: (role) => ({ both: undefined, 'broke-trust': 'a', 'was-hurt': 'b' })[role] },
    preview: {
      place: 'main',
      label: 'Reader',
      values: { both: 'Both', 'broke-trust': 'The one who broke trust', 'was-hurt': 'The one who was hurt' },
    },
    practice: false,
    packet: true,
    combines: false,
  }),
  edition: choice(['client', 'counselor', 'notes'], {
    group: 'edition',
    placeholder: 'edition',
    help: 'the client’s copy, the counselor’s with notes beside the pages, or the notes alone',
    default: 'client',
    check: 'the client’s copy, the counselor’s with notes beside the pages, or the notes alone',
    fileName: { word: (edition) => edition, discreet: (edition) => ({ client: undefined, counselor: 'c', notes: 'n' })[edition] },
    preview: { place: 'more', label: 'Edition', values: { client: 'Client', counselor: 'Counselor, with notes', notes: 'Notes alone' } },
    practice: false,
    packet: true,
    combines: false,
  }),
  relationship: choice(RELATIONSHIPS, {
    group: 'edition',
    placeholder: 'kind',
    help: 'who the two are to each other',
    default: 'other',
    check: 'who the two are to each other',
    fileName: false,
    preview: { place: 'more', label: 'Relationship', values: { partner: 'Partner', friend: 'Friend', family: 'Family', other: 'Other' } },
    practice: false,
    packet: true,
    combines: false,
  }),
  steps: text({
    group: 'edition',
    placeholder: 'steps',
    help: 'only these steps, as numbers or ids: 1-3,5 or apologize',
    // Whether the steps exist is checked with the workbook.
    parse: nonEmpty('steps such as 1-3,5'),
    check: 'only these steps, as numbers or ids: 1-3,5 or apologize',
    fileName: { word: (steps) => `steps-${dotted(steps)}`, discreet: (steps) => (/[a-z]/i.test(steps) ? neutralWord(steps) : dotted(steps)) },
    preview: false,
    practice: false,
    packet: false,
    combines: false,
  }),
  only: list({
    group: 'edition',
    placeholder: 'names',
    help: 'only these pages, steps or worksheets, in this order: today,apologize/my-apology',
    parse: listOf('names such as apologize/my-apology'),
    check: 'only these pages, steps or worksheets, in this order: today,apologize/my-apology',
    fileName: { word: (names) => `only-${shortened(dotted(names.join(',')), names.join(','))}`, discreet: (names) => neutralWord(names.join(',')) },
    preview: { place: 'parts', label: 'Choose pages' },
    practice: false,
    packet: false,
    combines: false,
  }),
  packet: text({
    group: 'edition',
    placeholder: 'packet',
    help: 'the parts that a packet names: one of the workbook, such as first-talk, or a file',
    parse: nonEmpty('the name of a packet, or a file'),
    check: 'the parts that a packet names: one of the workbook, such as first-talk, or a file',
    fileName: { word: packetWord, discreet: (packet) => neutralWord(packetWord(packet)) },
    preview: { place: 'main', label: 'Pages', offered: 'packets', none: 'The whole workbook' },
    practice: false,
    packet: false,
    combines: false,
  }),
  without: list({
    group: 'edition',
    placeholder: 'names',
    help: 'leave out pages, steps or worksheets: safety-page,apologize/my-apology',
    parse: listOf('names such as safety-page'),
    check: 'leave out pages, steps or worksheets: safety-page,apologize/my-apology',
    fileName: false,
    preview: false,
    practice: false,
    packet: true,
    combines: false,
  }),
  with: list({
    group: 'edition',
    placeholder: 'names',
    help: 'add what is made on request: forgiveness/letter; beside --steps: looking-back',
    parse: listOf('names such as forgiveness/letter'),
    check: 'add what is made on request: forgiveness/letter; beside --steps: looking-back',
    fileName: false,
    preview: false,
    practice: false,
    packet: true,
    combines: false,
  }),
  country: text({
    group: 'edition',
    placeholder: 'code',
    help: 'whose help lines to print, such as us, gb or mx',
    // An empty value means no country, even if practice.yaml gives one.
    parse: (written) => written,
    check: 'check the help lines of this country too',
    fileName: false,
    preview: { place: 'more', label: 'Help lines', offered: 'countries', none: 'No country' },
    practice: {
      key: 'country',
      description: 'Whose help lines are printed, unless --country says otherwise: two letters, such as us, gb or mx.',
      pattern: COUNTRY,
      starter: { about: 'The country whose help lines are printed: ar, au, ca, cl, co, es, gb, ie, mx, nz or us.', example: 'us' },
    },
    packet: true,
    combines: false,
  }),
  other: text({
    group: 'edition',
    placeholder: 'words',
    help: 'what the other person is called: "your sister", or a name',
    // Longer words would break lines that are laid out for “the other person”.
    parse: shortText('words such as "your sister"', 40),
    check: false,
    fileName: false,
    preview: false,
    practice: false,
    packet: true,
    combines: false,
  }),
  alone: onOff({
    group: 'edition',
    help: 'leave out the worksheets that are done together',
    check: false,
    fileName: { word: () => 'alone', discreet: () => 'd' },
    preview: { place: 'more', label: 'Alone, without pages for two' },
    practice: false,
    packet: true,
    combines: false,
  }),
  name: text({
    group: 'edition',
    placeholder: 'name',
    help: 'a name to show on the cover',
    parse: trimmed('a name'),
    check: 'a name to show on the cover',
    // More people see a file name than a cover.
    fileName: false,
    preview: false,
    practice: false,
    packet: true,
    combines: false,
  }),
  session: text({
    ...OF_ONE_COPY,
    placeholder: 'date',
    help: 'the day of the session, as 2026-12-03, printed in the reader’s form',
    parse: day,
  }),
  note: text({
    ...OF_ONE_COPY,
    placeholder: 'words',
    help: 'your words to this reader, printed after the cover: inline markdown',
    parse: trimmed('a note'),
  }),
  nextAppointment: text({
    ...OF_ONE_COPY,
    placeholder: 'date',
    help: 'the next appointment, as 2026-12-10 or “2026-12-10 14:30”',
    parse: dayAndTime,
  }),
  discreet: onOff({
    group: 'edition',
    help: 'nothing that tells what it is about before a page is read: neutral cover, name, title and bookmarks, no contents',
    check: 'nothing that tells what it is about before a page is read: neutral cover, name, title and bookmarks, no contents',
    // The file name begins with the neutral title instead of the workbook’s name.
    fileName: false,
    preview: { place: 'more', label: 'Discreet' },
    practice: false,
    packet: true,
    combines: false,
  }),
  template: text({
    group: 'look',
    placeholder: 'template',
    help: 'a shipped template or a folder',
    default: 'calm',
    parse: nonEmpty('a template or a folder'),
    check: 'a shipped template or a folder',
    fileName: false,
    preview: { place: 'main', label: 'Template', offered: 'templates' },
    practice: {
      key: 'template',
      description: 'The template, unless --template says otherwise: a shipped one such as calm, or a folder from the folder of this file.',
      starter: { about: 'How it looks: a shipped template (mendbook template list), or a folder of your own.', example: 'calm' },
    },
    packet: true,
    combines: false,
  }),
  practice: text({
    group: 'look',
    placeholder: 'file',
    help: 'whose name and logo it carries',
    otherwise: 'practice.yaml in the workbook’s folder',
    parse: nonEmpty('a file or folder'),
    check: 'check this file of a practice',
    fileName: false,
    preview: false,
    practice: false,
    packet: false,
    combines: false,
  }),
  paper: choice(PAPERS, {
    group: 'format',
    placeholder: 'size',
    help: 'the paper',
    default: 'letter',
    check: 'the paper',
    fileName: asItIs,
    preview: { place: 'main', label: 'Paper', values: { letter: 'Letter', a4: 'A4', a5: 'A5' } },
    practice: {
      key: 'paper',
      description: 'The paper, unless --paper says otherwise.',
      starter: { about: 'The paper: letter, a4 or a5.', example: 'letter' },
    },
    packet: true,
    combines: true,
  }),
  largePrint: onOff({
    group: 'format',
    help: 'letters of 18 points in one column, wider lines',
    check: 'letters of 18 points in one column, wider lines',
    fileName: asWord('large-print'),
    preview: { place: 'main', label: 'Large print' },
    practice: false,
    packet: true,
    combines: true,
  }),
  binding: choice(BINDINGS, {
    group: 'format',
    placeholder: 'binding',
    help: 'room for holes or a fold at the inner edge of each sheet',
    default: 'none',
    check: 'room for holes or a fold at the inner edge of each sheet',
    fileName: asItIs,
    preview: { place: 'more', label: 'Binding', values: { none: 'None', '3-hole': '3 holes', '2-hole': '2 holes', booklet: 'Booklet' } },
    practice: false,
    packet: true,
    combines: true,
  }),
  inkSaver: onOff({
    group: 'format',
    help: 'no colour, no fills, thinner lines; black ink is saved a little only',
    check: 'no colour, no fills, thinner lines; black ink is saved a little only',
    fileName: asWord('ink-saver'),
    preview: { place: 'more', label: 'Save ink' },
    practice: false,
    packet: true,
    combines: false,
  }),
  twoSided: onOff({
    group: 'file',
    help: 'for printing on both sides: what is cut out or given away has nothing on its back',
    check: 'for printing on both sides: what is cut out or given away has nothing on its back',
    fileName: asWord('two-sided'),
    preview: { place: 'more', label: 'Two-sided' },
    practice: false,
    packet: true,
    combines: false,
  }),
  flat: onOff({
    group: 'file',
    help: 'print only: no fields',
    check: 'print only: no fields',
    fileName: asWord('print'),
    preview: { place: 'more', label: 'Print only, without fields' },
    practice: false,
    packet: true,
    combines: true,
  }),
} satisfies Record<string, Option>;
