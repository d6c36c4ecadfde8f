/** `mendbook build`: from a workbook's folder to its PDF. */
import path from 'node:path';
import type { Relationship, Role, Workbook } from '../content/workbook.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { deliver } from '../output/deliver.ts';
import { checkTarget, targetOf } from '../output/protect.ts';
import type { Strings } from '../kit/strings.ts';
import { checkCombination } from './combinations.ts';
import { discreetly } from './discreet.ts';
import { fileName } from './file-name.ts';
import { inkOf } from './ink.ts';
import { type CanShow, formatOf, inspect, type InspectOptions } from './inspect.ts';
import { loadEngine, makePdf, type PdfOptions } from './make-pdf.ts';
import { type Streams, tell } from './streams.ts';
import { summarize } from './summary.ts';

export interface BuildOptions extends InspectOptions, Streams {
  /** The PDF, a folder for it, or `-` for stdout. */
  out?: string;
  steps?: string;
  for: Role | 'both';
  relationship: Relationship;
  /** `counselor` adds the notes that clients never get. */
  edition: 'client' | 'counselor';
  /** Names of pages, steps and worksheets to leave out. */
  without?: readonly string[];
  /** Nothing outside the pages says what the book is about. */
  discreet?: boolean;
  /** Shown on the cover. */
  name?: string;
  flat?: boolean;
  force?: boolean;
  verbose?: boolean;
  quiet?: boolean;
}

/** The page that asks whether joint work is right at all. */
const SAFETY_PAGE = 'safety-page';

/** As in template/find.ts, which is loaded with the theme. */
const THEME_FILE = 'theme.yaml';

const failed = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some(({ severity }) => severity === 'error');

/**
 * Builds the PDF. Nothing is written when the input has errors.
 * @returns The exit code: 0 done, 1 errors in the input or the target, 2 wrong usage
 */
export const build = async (options: BuildOptions): Promise<number> => {
  const refused = checkCombination(options);
  if (refused.length > 0) {
    await tell(refused, [], options);
    return 2;
  }
  const began = performance.now();
  // The layout engine takes longest to load: let it load while the content is read.
  const engine = Promise.all([import('../template/load-template.ts'), loadEngine()]);
  engine.catch(() => undefined);

  const { diagnostics, sources, wrongUsage, found } = await inspect(options);
  const stop = async (code: number, ...more: readonly Diagnostic[]): Promise<number> => {
    await tell([...diagnostics, ...more], sources, options);
    return code;
  };
  if (!found) return stop(wrongUsage ? 2 : 1);

  const { selectEdition } = await import('../content/edition.ts');
  const selected = selectEdition(found.workbook, {
    role: options.for,
    relationship: options.relationship,
    counselor: options.edition === 'counselor',
    ...(options.steps ? { steps: options.steps } : {}),
    ...(options.without ? { without: options.without } : {}),
  });
  if (!selected.workbook) return stop(2, ...selected.diagnostics);
  const { fonts, theme, strings, helpLines } = found;
  const edition = dressed(selected.workbook, strings, options);
  const unshown = missingIn(options.name ?? '', found.canShow);
  if (unshown.length > 0) return stop(2, unknownCharacters(unshown));

  const toStdout = options.out === '-';
  const target = toStdout ? '-' : await targetOf(options.out, fileName(edition.name, strings.discreetTitle, options), options.cwd);
  const blocked = toStdout ? [] : await checkTarget(target, options.force ?? false, [path.dirname(edition.folder), ...themeFolders(sources)]);
  if (failed(blocked)) return stop(1, ...selected.diagnostics, ...blocked);

  const [{ loadTemplate }] = await engine;
  const { template, ...loaded } = await loadTemplate(options.template, { cwd: options.cwd });
  sources.push(...loaded.sources);
  if (!template) return stop(1, ...selected.diagnostics, ...loaded.diagnostics);
  const { name, flat, discreet } = options;
  const format = formatOf(options);
  const make = (themed: Pick<PdfOptions, 'theme' | 'fonts'>) => makePdf({ edition, template, strings, helpLines, name, flat, discreet, format, ...themed });

  const { pdf, diagnostics: layout } = await make({ theme, fonts });
  const all = [...selected.diagnostics, ...loaded.diagnostics, ...layout, ...(options.country ? [] : withoutCountry(edition)), ...helpLeft(edition, options.without)];
  if (!pdf) return stop(1, ...all);
  const { bytes, fields, pages } = pdf;
  const failure = await deliver(target, bytes, options);
  if (failure.length > 0) return stop(1, ...all, ...failure);
  await stop(0, ...all);
  if (options.quiet) return 0;
  const seconds = (performance.now() - began) / 1000;
  const ink = options.verbose ? await inkOf(bytes, options, async (themed) => (await make(themed)).pdf?.bytes) : undefined;
  summarize(options, { target, pages, fields, seconds, warnings: [...diagnostics, ...all], ...(ink ? { ink } : {}) });
  return 0;
};

/** The folders of the template and of those that it extends. */
const themeFolders = (sources: readonly SourceFile[]): string[] =>
  sources.map(({ file }) => file).filter((file) => path.basename(file) === THEME_FILE).map((file) => path.dirname(file));

/** The workbook under the title of its edition. */
const dressed = (workbook: Workbook, strings: Strings, { edition, discreet }: BuildOptions): Workbook => {
  const told = discreet ? discreetly(workbook, strings) : workbook;
  // Said on a discreet cover too, so that it is not handed out by mistake.
  return edition === 'counselor' ? { ...told, subtitle: strings.counselorEdition } : told;
};

/** The characters of a text that the fonts cannot show. */
const missingIn = (text: string, canShow: CanShow): string[] => [...new Set(text)].filter((character) => !canShow(character.codePointAt(0) ?? 0));

const unknownCharacters = (characters: readonly string[]): Diagnostic =>
  error('missing-glyph', `expected a name in letters that the fonts of the theme have, found ${characters.join(' ')}`, undefined, 'write it in other letters, or choose a template whose fonts have them');

/** Someone who leaves out the safety page may not know that help lines stand on other pages too. */
const helpLeft = ({ sections }: Workbook, without: readonly string[] = []): Diagnostic[] => {
  if (!without.includes(SAFETY_PAGE)) return [];
  const pages = sections.flatMap(({ id, blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'help-lines') return [id];
      return block.kind === 'worksheet' && block.blocks.some(({ kind }) => kind === 'help-lines') ? [block.id ? `${id}/${block.id}` : id] : [];
    }),
  );
  if (pages.length === 0) return [];
  return [warning('help-lines-left', `the safety page is left out, but help lines stand on other pages too: ${pages.join(', ')}`, undefined, `if they must not be found, say --without ${[...without, ...pages].join(',')}`)];
};

/** The page for help lines without a country says how to find help; that is worth a word. */
const withoutCountry = ({ sections }: Workbook): Diagnostic[] => {
  const blocks = sections.flatMap((section) => section.blocks.flatMap((block) => (block.kind === 'worksheet' ? block.blocks : [block])));
  if (!blocks.some(({ kind }) => kind === 'help-lines')) return [];
  return [warning('no-country', 'no country was chosen: where help lines belong, the book says how to find them', undefined, 'choose one with --country, such as --country us')];
};
