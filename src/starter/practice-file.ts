/** Writes a new practice.yaml: the chosen values as keys, and every other key with an example as a comment. */
import { PRACTICE_OPTIONS, type PracticeKey } from '../options/option-values.ts';
import { written } from '../yaml/index.ts';

/** The values for practice.yaml; those left out are written as comments. */
export interface PracticeChoices extends Partial<Record<PracticeKey, string>> {
  name?: string;
  counselor?: string;
  credentials?: string;
  /** Up to six lines. */
  contact?: readonly string[];
  /** A file, from practice.yaml. */
  logo?: string;
  /** `#rrggbb`. */
  accent?: string;
  footer?: string;
  license?: string;
}

interface Entry {
  /** What it is for. */
  about: readonly string[];
  /** The line or lines in YAML. */
  lines(choices: PracticeChoices): string[] | undefined;
  /** The same with words of an example. */
  example: readonly string[];
}

const line = (key: Exclude<keyof PracticeChoices, 'contact' | 'accent'>, about: readonly string[], example: string): Entry => ({
  about,
  lines: ({ [key]: value }) => (value === undefined ? undefined : [`${key}: ${written(value)}`]),
  example: [`${key}: ${written(example)}`],
});

const WHO: readonly Entry[] = [
  line('name', ['The name of the practice: on the cover, at the foot of each page and on the last page.'], 'Harbor Counseling'),
  line('counselor', ['Who you are.'], 'Ana Ruiz'),
  line('credentials', ['What stands behind your name.'], 'LMFT'),
  {
    about: ['How to reach you: up to six lines.'],
    lines: ({ contact = [] }) => (contact.length > 0 ? ['contact:', ...contact.map((each) => `  - ${written(each)}`)] : undefined),
    example: ['contact:', '  - 12 Quay Street, Portland', '  - 503 555 0100', '  - harbor.example.org'],
  },
  line('logo', ['Your logo: a PNG, JPEG or SVG file beside this one.'], 'logo.svg'),
  {
    about: ['Your colour, in place of the template’s. For text it is made darker where that is needed to read it.'],
    lines: ({ accent }) => (accent === undefined ? undefined : ['colors:', `  accent: "${accent}"`]),
    example: ['colors:', '  accent: "#5b3a6e"'],
  },
  line('footer', ['A line at the foot of each page, in place of the name; false for none.'], 'Harbor Counseling, confidential'),
  line('license', ['A line of rights or registration, on the last page.'], 'For clients of Harbor Counseling'),
];

const HOW: readonly Entry[] = PRACTICE_OPTIONS.map(({ key, starter }) => line(key, [starter.about], starter.example));

const entriesOf = (entries: readonly Entry[], choices: PracticeChoices): string[] =>
  entries.flatMap((entry) => ['', ...entry.about.map((words) => `# ${words}`), ...(entry.lines(choices) ?? entry.example.map((each) => `# ${each}`))]);

/**
 * Writes the text of practice.yaml.
 *
 * @param choices checked by the caller
 * @param schema where the schema of the file lies, from it; none when left out
 */
export const practiceFile = (choices: PracticeChoices, schema?: string): string =>
  [
    ...(schema ? [`# yaml-language-server: $schema=${schema}`] : []),
    '# Who this workbook is from. A line that begins with "#" is off: take the "# " away to switch it on. A discreet copy has none of this.',
    ...entriesOf(WHO, choices),
    '',
    '# How it is usually built. What is said on the command line (--paper a4) wins over what is here.',
    ...entriesOf(HOW, choices),
    '',
  ].join('\n');
