/** Makes the page to print of a comparison of filled copies, in the theme of a template. */
import path from 'node:path';
import { loadStrings } from '../content/load-strings.ts';
import { loadProgressWords } from '../content/progress-words.ts';
import type { Strings } from '../content/strings.ts';
import type { Workbook } from '../content/workbook.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { checkCombination } from '../options/combinations.ts';
import { DEFAULTS, formatOf, type Given } from '../options/option-values.ts';
import type { LookOfCopies } from './look-of-copies.ts';
import type { Comparison } from '../questions/progress.ts';
import { packageRoot } from '../system/package-root.ts';
import { type LoadTemplateOptions, loadTemplate } from '../template/load.ts';
import { coverage } from '../theme/glyph-coverage.ts';
import { loadTheme } from '../theme/load.ts';
import { withOtherLetters } from '../theme/other-letters.ts';
import { pageOf } from './comparison-words.ts';
import { makePdf } from './make-pdf.ts';
import { WrittenLetters } from './written-letters.ts';

/** The options of a build that the page takes. */
export type PageLook = Given<'lang' | 'template' | 'paper' | 'largePrint' | 'inkSaver'>;

export interface PageRequest extends PageLook, Pick<LoadTemplateOptions, 'trust' | 'talk'> {
  /** Absolute path of the folder that a template is relative to. */
  cwd: string;
  /** Whether the copies are of two people. */
  together: boolean;
  /** How the copies look, for what nobody has asked otherwise. */
  ofCopies?: LookOfCopies | undefined;
  /** Whether long answers are printed whole. */
  all?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

export interface MadePage {
  /** Given when there is no error. */
  page?: {
    bytes: Buffer;
    pages: number;
    /** How many answers are not printed whole. */
    shortened: number;
  };
  diagnostics: Diagnostic[];
  sources: SourceFile[];
  /** Whether the request was wrong: there is no such language or template. */
  wrongUsage: boolean;
}

/** Where the copies are in a language that the program has no words in. */
const USUAL_LANGUAGE = 'en';

/** What a page is dated where no copy has a day: the first that a PDF date can be counted from. */
const NO_DAY = '1970-01-01';

/** Whether dates and languages can be written in it: what a copy says of its language may be anything. */
const isTag = (language: string): boolean => {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch {
    return false;
  }
};

/** The printed words, in the language that was asked for, or that of the last copy where the program has words in it. */
const wordsFor = async (asked: string | undefined, { copies }: Comparison) => {
  const last = copies.at(-1)?.language ?? '';
  for (const one of asked === undefined ? [last, last.split('-')[0], USUAL_LANGUAGE] : [asked]) {
    if (one === undefined || !isTag(one)) continue;
    const words = await loadProgressWords(one);
    // There is no workbook here that could have phrases of its own.
    const { strings } = words ? await loadStrings(one, path.join(packageRoot(), 'content', 'progress')) : { strings: undefined };
    if (words && strings) return { language: one, words, strings };
  }
  return undefined;
};

/** The least that the layout needs to know of a workbook. */
const nothingOf = (title: string, language: string, date: string, strings: Strings): Workbook => ({
  name: strings.discreetTitle,
  folder: '',
  title,
  language,
  date,
  variables: {},
  stepCount: 0,
  sections: [],
});

/** What was asked, on the paper of the copies where no other was asked for and that paper goes with the rest. */
const withPaperOf = ({ paper }: LookOfCopies, given: PageLook): PageLook => {
  if (paper === undefined || given.paper !== undefined) return given;
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return checkCombination({ ...DEFAULTS, ...known, paper }).length > 0 ? given : { ...given, paper };
};

/**
 * Makes the page.
 *
 * @throws the reason of the signal, when it was aborted
 */
export const makeComparisonPage = async (
  comparison: Comparison,
  { cwd, together, all = false, trust, talk, signal, ofCopies = {}, ...given }: PageRequest,
): Promise<MadePage> => {
  const asked = withPaperOf(ofCopies, given);
  const found = await wordsFor(asked.lang, comparison);
  if (!found) {
    const message = `expected a language that the program has words in, found "${asked.lang ?? ''}"`;
    return { diagnostics: [error('no-language', message, undefined, 'leave out --lang for the language of the last copy')], sources: [], wrongUsage: true };
  }
  const { language, words, strings } = found;
  const look = { ...DEFAULTS, ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) };
  const refused = checkCombination(look);
  if (refused.length > 0) return { diagnostics: refused, sources: [], wrongUsage: true };
  const { template: name } = look;
  const loaded = await loadTheme(name, { ...formatOf(look), cwd });
  const { theme, fonts } = loaded;
  const stop = (...diagnostics: readonly Diagnostic[]): MadePage => ({
    diagnostics: [...loaded.diagnostics, ...diagnostics],
    sources: loaded.sources,
    wrongUsage: loaded.folder === '',
  });
  if (!theme || !fonts) return stop();
  const { template, notes, diagnostics: faults } = await loadTemplate(name, { cwd, trust, talk, chain: loaded.sources });
  if (!template) return stop(...faults);
  if (!template.Compared) return stop(...faults, withoutComponent(loaded.sources.at(-1)));
  signal?.throwIfAborted();

  const letters = new WrittenLetters({ has: coverage(fonts), otherHas: withOtherLetters(() => false) });
  const { compared, shortened } = pageOf(comparison, { language, words, strings, letters, together, country: ofCopies.country, whole: all });
  const day =
    comparison.copies
      .flatMap(({ saved }) => saved ?? [])
      .toSorted()
      .at(-1) ??
    comparison.copies.at(-1)?.workbook?.date ??
    NO_DAY;
  const { pdf, diagnostics } = await makePdf(
    {
      edition: nothingOf(compared.title, language, day, strings),
      template,
      notes,
      theme,
      fonts,
      strings,
      compared,
      options: { ...asked, flat: true },
    },
    { signal },
  );
  return {
    ...stop(...faults, ...diagnostics, ...unseenLetters(letters)),
    ...(pdf ? { page: { bytes: pdf.bytes, pages: pdf.pages, shortened } } : {}),
  };
};

const withoutComponent = (source: SourceFile | undefined): Diagnostic =>
  error(
    'missing-component',
    'expected the component Compared in a template that sets compared copies, found none',
    source && { file: source.file, start: 0, end: 0 },
    'add "extends: calm" to its theme.yaml, or choose a shipped template with --template',
  );

const unseenLetters = ({ unseen }: WrittenLetters): Diagnostic[] =>
  unseen.size === 0
    ? []
    : [
        warning(
          'missing-glyph',
          `expected characters that the packaged fonts have, found ${[...unseen].join(' ')}`,
          undefined,
          'a box stands for each of them on paper; mendbook progress without a PDF shows them',
        ),
      ];
