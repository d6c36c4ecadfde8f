/** Loads a theme for a format: merges the tokens of its chain, finds its fonts, and checks measures and colours. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { stampOf } from '../system/file-stamp.ts';
import type { FontMetrics, Theme } from '../kit/theme.ts';
import { bindingCost, bound } from './binding.ts';
import { type ChainOptions, type Link, readChain } from './extends-chain.ts';
import { checkContrast } from './contrast.ts';
import { checkFit } from './check-fit.ts';
import { fontMetrics } from './font-metrics.ts';
import type { FontFiles } from './fonts.ts';
import { merge, missingTokens, withOverrides } from './merge.ts';
import type { Format } from '../options/option-values.ts';
import { NEEDED, overridesFor } from './overrides.ts';
import { findFonts } from './find-fonts.ts';
import { placeOf } from './token-location.ts';
import type { OverrideName, tokens } from './schema.ts';
import type { z } from 'zod';

export type { FontFiles } from './fonts.ts';

export interface LoadedTheme {
  /** Given when there is no error. */
  theme?: Theme;
  /** Given when there is no error. */
  fonts?: FontFiles;
  /** Absolute path of the template; empty when there is none. */
  folder: string;
  /** Absolute paths of the folders of the whole chain, existing or not. */
  folders: string[];
  diagnostics: Diagnostic[];
  /** Every theme.yaml that was read, for code frames. */
  sources: SourceFile[];
}

export interface ThemeOptions extends ChainOptions, Format {
  /** Other formats to check: problems of fonts and colours are errors, measures that do not fit are warnings. */
  alsoCheck?: readonly Format[];
}

/** All tokens of a theme, required. */
type Whole<T> = T extends object ? { [K in keyof T]-?: Whole<Exclude<T[K], undefined>> } : T;
type Tokens = Whole<{ [K in keyof typeof tokens]: z.output<(typeof tokens)[K]> }>;

/**
 * Loads the theme of a template for a format.
 *
 * @param nameOrFolder the name of a shipped template, or a folder relative to `cwd`
 * @returns the theme and its font files, or every problem found in the chain of templates that it extends
 */
export async function loadTheme(nameOrFolder: string, { alsoCheck = [], ...options }: ThemeOptions): Promise<LoadedTheme> {
  const { links, folder, folders, diagnostics } = await readChain(nameOrFolder, options);
  const sources = links.map(({ source }) => source);
  const stop = (...more: readonly Diagnostic[]): LoadedTheme => ({ folder, folders, diagnostics: [...diagnostics, ...oncePerPlace(more)], sources });

  const formats: Format[] = [options, ...alsoCheck];
  const [fonts, ...otherFonts] = await Promise.all(formats.map((format) => findFonts(links, overridesFor(format))));
  const fontFaults = [...(fonts?.diagnostics ?? []), ...otherFonts.flatMap((other) => other.diagnostics)];
  if (diagnostics.length > 0 || links.length === 0) return stop(...fontFaults);
  const merged = merge(links.map(({ theme }) => theme ?? {}));
  const missing = missingTokens(merged);
  if (missing.length > 0) return stop(...fontFaults, incomplete(links, missing));
  const lacking = overridesFor(options).filter((name) => NEEDED.includes(name) && !merged[name]);
  if (lacking.length > 0) return stop(...fontFaults, ...lacking.map((name) => withoutOverride(links, name)));
  if (!fonts?.files || fontFaults.length > 0) return stop(...fontFaults);

  const files = fonts.files;
  const name = path.basename(folder);
  const families = familiesOf(files);
  const themes = formats.map((format, index) => {
    // The check above has made sure that all tokens exist.
    const { papers, binding, colors, fonts: _, ...rest } = withOverrides(merged, overridesFor(format)) as unknown as Tokens;
    const theme: Theme = {
      ...rest,
      colors: { ...colors, mark: colors.accent },
      name,
      inkSaver: format.inkSaver ?? false,
      fonts: families,
      paper: bound(papers[format.paper], format.binding ?? 'none', binding),
    };
    const place = (token: readonly string[]) => placeOf(links, token, overridesFor(format));
    const { fromText } = bindingCost(papers[format.paper], format.binding ?? 'none', binding);
    const misfits = checkFit(theme, format, fromText, place);
    // Misfits in other formats are only warnings: these may never be built.
    return {
      theme,
      faults: [...(index === 0 ? misfits : misfits.map((misfit): Diagnostic => ({ ...misfit, severity: 'warning' }))), ...checkContrast(theme, place)],
    };
  });
  const [asked] = themes;
  const faults = oncePerPlace(themes.flatMap((one) => one.faults));
  return faults.some(({ severity }) => severity === 'error') || !asked
    ? stop(...faults)
    : { theme: asked.theme, fonts: files, folder, folders, diagnostics: faults, sources };
}

/** Removes duplicates: formats share most of their tokens. */
const oncePerPlace = (diagnostics: readonly Diagnostic[]): Diagnostic[] => {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, at, message }) => {
    const key = at ? `${code} ${at.file} ${at.start}` : message;
    return !seen.has(key) && seen.add(key);
  });
};

/** The fonts as components see them. */
const familiesOf = ({ text, title, note, field }: FontFiles): Theme['fonts'] => {
  const of = { regular: text.regular, bold: text.bold, title, note, field };
  const measured = Object.entries(of).map(([cut, file]) => [cut, fontMetrics(file)] as const);
  const metrics = Object.fromEntries(measured) as Record<keyof typeof of, FontMetrics>;
  // Bold words in a note are set in the bold of the text.
  return { text: family('text', text.regular, text.bold), title: family('title', title), note: family('note', note, text.bold), metrics };
};

/** The family name for the layout engine, which caches fonts by name: other files need another name. */
const family = (use: string, ...files: readonly string[]): string =>
  `${use}-${createHash('sha256')
    .update(files.map((file) => `${file} ${stampOf(file)}`).join('\n'))
    .digest('hex')
    .slice(0, 12)}`;

/** The most missing tokens that a message names. */
const NAMED = 6;

const withoutOverride = (links: readonly Link[], name: OverrideName): Diagnostic => {
  const asked = links.at(-1);
  return error(
    'no-override',
    `expected a group "${name}" in the theme, found none`,
    asked && { file: asked.source.file, start: 0, end: 0 },
    `add "extends: calm", which has one, or write "${name}:" with the tokens that change`,
  );
};

function incomplete(links: readonly Link[], missing: readonly string[]): Diagnostic {
  const [root] = links;
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : '';
  const at = root && { file: root.source.file, start: 0, end: 0 };
  return error(
    'missing-token',
    `expected every token in a theme that extends no other, found none for ${missing.slice(0, NAMED).join(', ')}${more}`,
    at,
    'add "extends: calm", and give only what changes',
  );
}
