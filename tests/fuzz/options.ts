/** Options of copies, chosen at random from the table of options, and the commands that take them. */
import path from 'node:path';
import type { Option } from '../../src/options/declarations.ts';
import { type AskedOptions, ALL_OPTIONS, DEFAULTS, type OptionName, type OptionsThat } from '../../src/options/option-values.ts';
import { isUntouched } from '../../src/output/unchanged-pdf.ts';
import { faultOfStreams, lookAtPdf } from './look.ts';
import type { Random } from './random.ts';
import type { Step } from './subject.ts';

/** How long a command may take on a busy machine, in milliseconds. */
export const LIMITS = { check: 60_000, build: 120_000, flatten: 60_000, booklet: 60_000 };

/** What may be written for an option that takes any text: values that hold for the small workbook, and others. */
const WRITTEN: { readonly [Name in OptionsThat<{ kind: 'text' | 'list' }>]: readonly string[] } = {
  lang: ['en', 'en', 'en', 'en', 'en', 'de'],
  steps: ['one', '1', '1-1', '1,one', '2', '1-9', '1,'],
  only: ['one', 'welcome', 'more,one', 'one,one', 'nothing'],
  packet: ['nowhere.yaml', 'first'],
  with: ['', 'lok', 'forgiveness/letter', 'looking-back,lok'],
  without: ['welcome', 'more', 'welcome,more', 'one', 'nothing', 'welcome,one,more'],
  country: ['us', 'GB', 'ie', 'xx', ''],
  other: ['your sister', 'Łukasz', 'el jefe', '{{other}}', 'ב'],
  name: ['Ada', 'Łukasz Ångström-Ó Súilleabháin', 'ב', 'A name that has far more words than a cover has room for, and goes on and on and on and on'],
  session: ['2026-12-03', '2026-02-30', 'today'],
  note: ['Please do page 5.', '**both**\n\n*of you*', '# no', '☂', 'word '.repeat(900)],
  nextAppointment: ['2026-12-10 14:30', '2026-12-10', '25:00'],
  template: ['calm', 'plain', 'warm', 'bold'],
  practice: ['small/practice.yaml', 'nowhere.yaml'],
};

const valueOf = (name: OptionName, option: Option, random: Random): unknown => {
  if (option.kind === 'switch') return random.chance(0.7);
  const written = random.pick(option.kind === 'choice' ? option.values : WRITTEN[name as keyof typeof WRITTEN]);
  try {
    return option.parse(written);
  } catch {
    // The command line would end here.
    return undefined;
  }
};

/**
 * Some options, the others left out.
 *
 * @param share how often one is given
 * @param names those that may be given; all, unless told
 */
export const someOptions = (random: Random, share: number, names?: readonly OptionName[]): AskedOptions =>
  Object.fromEntries(
    ALL_OPTIONS.filter(([name]) => (names === undefined || names.includes(name)) && random.chance(share))
      .map(([name, option]) => [name, valueOf(name, option, random)] as const)
      .filter(([, value]) => value !== undefined),
  );

/** The options of how a copy is laid out, which nearly all go together. */
export const FORMAT = ALL_OPTIONS.filter(([, { group }]) => group === 'format' || group === 'file').map(([name]) => name);

const FORMATS = ['human', 'short', 'json'] as const;

/** A check of a workbook, told in one of the forms there are. */
export const check = (workbook: string, options: AskedOptions, random: Random): Step => ({
  task: { command: 'check', options: { workbook, ...DEFAULTS, ...options, format: random.pick(FORMATS) } },
  limit: LIMITS.check,
});

/**
 * A build, and a look at what comes of it.
 *
 * @param cwd the working folder
 */
export const build = (cwd: string, workbook: string, options: AskedOptions, random: Random): Step => ({
  task: {
    command: 'build',
    options: { workbook, ...DEFAULTS, ...options, out: 'out.pdf', force: true, quiet: random.chance(0.5), verbose: random.chance(0.05) },
  },
  limit: LIMITS.build,
  look: () =>
    lookAtPdf(path.join(cwd, 'out.pdf'), (bytes, document) => (isUntouched(bytes) ? faultOfStreams(document) : 'a PDF that takes itself for changed')),
});
