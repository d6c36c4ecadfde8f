/** Loading a theme: its tokens over those of the templates that it extends, its fonts found, its measures and colours checked. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Theme } from '../kit/theme.ts';
import { locate, nodeAt } from '../yaml/index.ts';
import { type ChainOptions, type Link, readChain } from './chain.ts';
import { checkContrast } from './contrast.ts';
import { checkFit } from './fit.ts';
import { findFont, type FontFiles } from './fonts.ts';
import { merge, missingTokens } from './merge.ts';
import type { PaperName, tokens } from './theme-schema.ts';
import type { z } from 'zod';

export type { FontFiles } from './fonts.ts';

export interface LoadedTheme {
  /** Given when there is no error. */
  theme?: Theme;
  /** Given when there is no error. */
  fonts?: FontFiles;
  /** Absolute path of the template; empty when there is none. */
  folder: string;
  diagnostics: Diagnostic[];
  /** Every theme.yaml that was read, for code frames. */
  sources: SourceFile[];
}

export interface ThemeOptions extends ChainOptions {
  paper: PaperName;
}

/** Every token of a theme, none left out. */
type Whole<T> = T extends object ? { [K in keyof T]-?: Whole<Exclude<T[K], undefined>> } : T;
type Tokens = Whole<{ [K in keyof typeof tokens]: z.output<(typeof tokens)[K]> }>;

const FONTS = [['text', 'regular'], ['text', 'bold'], ['title'], ['field']] as const;

/**
 * Loads the theme of a template.
 *
 * @param nameOrFolder the name of a shipped template, or a folder from `cwd`
 * @returns the theme and its font files, or every problem found in the chain of templates that it extends
 */
export async function loadTheme(nameOrFolder: string, { paper, ...options }: ThemeOptions): Promise<LoadedTheme> {
  const { links, folder, diagnostics } = await readChain(nameOrFolder, options);
  const sources = links.map(({ source }) => source);
  const stop = (...more: readonly Diagnostic[]): LoadedTheme => ({ folder, diagnostics: [...diagnostics, ...more], sources });

  const fonts = await findFonts(links);
  if (diagnostics.length > 0 || links.length === 0) return stop(...fonts.diagnostics);
  const merged = merge(links.map(({ theme }) => theme ?? {}));
  const missing = missingTokens(merged);
  if (missing.length > 0) return stop(...fonts.diagnostics, incomplete(links, missing));
  if (fonts.diagnostics.length > 0) return stop(...fonts.diagnostics);

  // Every token is there, as the check above has found.
  const { papers, fonts: _, ...rest } = merged as unknown as Tokens;
  const files = fonts.files as FontFiles;
  const theme: Theme = {
    ...rest,
    name: path.basename(folder),
    fonts: { text: family('text', files.text.regular, files.text.bold), title: family('title', files.title) },
    paper: papers[paper],
  };
  const place = (token: readonly string[]) => placeOf(links, token);
  const misfits = [...checkFit(theme, paper, place), ...checkContrast(theme, place)];
  return misfits.length > 0 ? stop(...misfits) : { theme, fonts: files, folder, diagnostics, sources };
}

/** Where a token that holds is written: in the template itself, or in the nearest that it extends. */
function placeOf(links: readonly Link[], token: readonly string[]): Location | undefined {
  for (const { document, source } of links.toReversed()) {
    if (document && nodeAt(document, token)) return { file: source.file, ...locate(document, token) };
  }
  return undefined;
}

/** The files of the fonts: each is looked for in the folder of the template that names it. */
async function findFonts(links: readonly Link[]): Promise<{ files: object; diagnostics: Diagnostic[] }> {
  const found = await Promise.all(
    FONTS.map(async (token) => {
      const [link, written] = lastFont(links, token) ?? [];
      return link && written ? findFont(written, link.folder, placeOf([link], ['fonts', ...token])) : { diagnostics: [] };
    }),
  );
  const [regular, bold, title, field] = found.map((one) => ('file' in one ? one.file : undefined));
  return { files: { text: { regular, bold }, title, field }, diagnostics: found.flatMap((one) => one.diagnostics) };
}

/** The template that names a font, and how: read from the document, so that an error elsewhere in it hides nothing here. */
function lastFont(links: readonly Link[], token: readonly string[]): [Link, string] | undefined {
  for (const link of links.toReversed()) {
    const written: unknown = link.document?.getIn(['fonts', ...token]);
    if (typeof written === 'string' && written.trim() !== '') return [link, written.trim()];
  }
  return undefined;
}

/** A family's name for the layout engine, which keeps fonts by name for as long as the program runs: other files, another name. */
const family = (use: string, ...files: readonly string[]): string => `${use}-${createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12)}`;

/** At most so many missing tokens are named. */
const NAMED = 6;

function incomplete(links: readonly Link[], missing: readonly string[]): Diagnostic {
  const [root] = links;
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : '';
  const at = root && { file: root.source.file, start: 0, end: 0 };
  return error('missing-token', `expected every token in a theme that extends no other, found none for ${missing.slice(0, NAMED).join(', ')}${more}`, at, 'add "extends: calm", and give only what changes');
}
