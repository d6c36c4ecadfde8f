/** Reads and checks all inputs, for `build` and `check`; nothing is laid out. */
import path from 'node:path';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import type { Workbook } from '../content/workbook.ts';
import type { HelpLines } from '../content/help-line.ts';
import type { HelpTraces } from '../content/without-help.ts';
import type { Strings } from '../content/strings.ts';
import type { Theme } from '../kit/theme.ts';
import type { FontFiles } from '../theme/fonts.ts';
import { type AskedOptions, DEFAULTS, type Format, formatOf } from '../options/option-values.ts';
import type { Practice } from '../kit/practice.ts';
import type { LoadedWorkbook } from '../content/load.ts';
import type { LoadedPacket } from '../packet/load.ts';
import type { BuildRequest, ResolvedBeside } from './resolve-options.ts';

/** A workbook, and options already filled in from practice.yaml; options left out have their defaults. */
export interface LoadOptions extends Omit<AskedOptions, 'practice'>, ResolvedBeside, Pick<BuildRequest, 'cwd' | 'workbook' | 'variables'> {
  /** More formats that the theme is checked for. */
  alsoCheck?: readonly Format[];
  /** Whether to look for suggestions, too, where the content has no errors. */
  suggest?: boolean;
}

export interface LoadedInputs {
  diagnostics: Diagnostic[];
  sources: SourceFile[];
  /** Whether the request was wrong, rather than the content: there is no such workbook, language, template, country or file of a practice. */
  wrongUsage: boolean;
  /** Absolute paths of the files and folders that were looked at, existing or not; for a folder, everything in it. */
  watch: string[];
  /** Given when there is no error. */
  found?: {
    workbook: Workbook;
    strings: Strings;
    theme: Theme;
    fonts: FontFiles;
    canShow: CanShow;
    /** The theme.yaml of each template of the chain, from the one that extends none to the one that was asked for. */
    chain: SourceFile[];
    /** Given where all of it came with the program, and is as it came: stands for what was read, and for the program. */
    shipped?: string;
    /** Whether an earlier run has read them, as they are. */
    readBefore?: boolean;
    helpLines?: HelpLines;
    /** What help lines of any country are known by; given for a discreet copy. */
    helpTraces?: HelpTraces;
    practice?: Practice;
  };
}

/** Says whether the fonts of the theme have a character. */
export type CanShow = (codePoint: number) => boolean;

/** The files of a font, which has one weight or several. */
const filesOf = (font: FontFiles[keyof FontFiles]): string[] => (typeof font === 'string' ? [font] : Object.values(font));

/** Places diagnostics about an option at its line in practice.yaml, where the value came from there. */
const placed = (diagnostics: readonly Diagnostic[], at: Location | undefined): Diagnostic[] => diagnostics.map((one) => (at && !one.at ? { ...one, at } : one));

/** The packets that come with a workbook, but for one that is loaded already. */
const packetsOf = async (folder: string, language: string, loaded: LoadedPacket | undefined): Promise<LoadedPacket[]> => {
  const [{ packetFolder, packetsIn }, { loadPacket }] = await Promise.all([import('../packet/find-packet.ts'), import('../packet/load.ts')]);
  const files = (await packetsIn(folder, language)).map((name) => path.join(packetFolder(folder, language), `${name}.yaml`));
  return Promise.all(files.filter((file) => file !== loaded?.file.source.file).map(loadPacket));
};

const problemsOf = async (packets: readonly LoadedPacket[], content: LoadedWorkbook, variables?: Readonly<Record<string, string>>): Promise<Diagnostic[]> => {
  const { checkPacket } = await import('../packet/check.ts');
  return packets.flatMap((packet) => checkPacket(packet, content, variables));
};

/** What the packets of a translation lack. A packet from elsewhere has no translation to compare with. */
const packetsCompared = async (folder: string, language: string, { head }: LoadedWorkbook, packets: readonly LoadedPacket[]): Promise<Diagnostic[]> => {
  const [{ comparePackets }, { packetFolder }] = await Promise.all([import('../packet/compare.ts'), import('../packet/find-packet.ts')]);
  const home = packetFolder(folder, language);
  return comparePackets({ folder, language, head, packets: packets.filter(({ file }) => path.dirname(file.source.file) === home) });
};

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

/** Reads a workbook, its printed phrases, its theme and its help lines, and collects the problems of all of them. */
export const loadInputs = async (options: LoadOptions): Promise<LoadedInputs> => {
  const {
    cwd,
    workbook: name,
    lang,
    template,
    country,
    suggest,
    alsoCheck,
    practice: asked,
    from,
    told = [],
    loadedPacket: packet,
    noPacket = [],
    variables,
    discreet,
    ...format
  } = { ...DEFAULTS, ...options };
  // A discreet copy shows no practice; only errors in its file are reported.
  const practice = discreet ? undefined : asked;
  const { findWorkbook } = await import('../content/find-workbook.ts');
  const at = await findWorkbook(name, cwd);
  if (noPacket.length > 0) return { diagnostics: [...at.diagnostics, ...noPacket], sources: [], watch: [path.resolve(cwd, name)], wrongUsage: true };
  if (!at.folder) return { diagnostics: at.diagnostics, sources: [], watch: [path.resolve(cwd, name), path.resolve(cwd, template)], wrongUsage: true };
  const { folder } = at;

  const [{ loadWorkbook }, { loadStrings }, { loadHelpLines, loadHelpTraces }, { loadTheme }] = await Promise.all([
    import('../content/load.ts'),
    import('../content/load-strings.ts'),
    import('../content/load-help-lines.ts'),
    import('../theme/load.ts'),
  ]);
  const [content, theme, help] = await Promise.all([
    loadWorkbook(folder, lang, { ...practice?.variables, ...variables }),
    loadTheme(template, { ...formatOf(format), cwd, ...(alsoCheck ? { alsoCheck } : {}) }),
    country ? loadHelpLines(country, folder, lang, new Date()) : undefined,
  ]);
  // Without a folder for the language there is nothing to print phrases for.
  const strings = content.files.length > 0 ? await loadStrings(lang, folder) : { diagnostics: [], files: [] };

  const packets = [...(packet ? [packet] : []), ...(suggest ? await packetsOf(folder, lang, packet) : [])];
  const files = [...content.files, ...strings.files, ...(help?.files ?? []), ...packets.map(({ file }) => file)];
  const diagnostics = [
    ...told,
    ...(asked?.diagnostics ?? []),
    ...(packets.length > 0 ? await problemsOf(packets, content, practice?.variables) : []),
    ...(suggest ? await packetsCompared(folder, lang, content, packets) : []),
    ...placed([...content.diagnostics, ...strings.diagnostics], from?.lang),
    ...theme.diagnostics,
    ...placed(help?.diagnostics ?? [], from?.country),
  ];
  const branded = practice && theme.theme ? (await import('../practice/apply-branding.ts')).brand(theme.theme, practice) : undefined;
  diagnostics.push(...(branded?.diagnostics ?? []));
  let canShow: CanShow | undefined;
  if (theme.fonts) {
    const [{ checkGlyphs }, { coverage }, { withOtherLetters }] = await Promise.all([
      import('../content/missing-glyphs.ts'),
      import('../theme/glyph-coverage.ts'),
      import('../theme/other-letters.ts'),
    ]);
    const shown = (canShow = coverage(theme.fonts));
    diagnostics.push(...checkGlyphs(files, shown));
    // Names of people and places are printed in any letters that the program has.
    if (asked) diagnostics.push(...checkGlyphs([asked.file], withOtherLetters(shown)));
  }
  if (content.head?.file.document?.has('translation-of')) {
    const { checkTranslation } = await import('../content/translation/compare-workbooks.ts');
    diagnostics.push(...(await checkTranslation({ folder, language: lang, content, strings: strings.files })));
  }
  if (suggest && content.workbook) {
    const { checkReadability } = await import('../content/readability/check-readability.ts');
    diagnostics.push(...(await checkReadability(content.read, content.workbook.language, content.workbook.variables)));
  }
  const sources = [...files.map(({ source }) => source), ...theme.sources, ...(asked?.sources ?? [])];
  const source: unknown = content.head?.file.document?.get('translation-of');
  const languages = typeof source === 'string' ? [lang, source] : [lang];
  const own = [...languages, 'help-lines'].map((part) => path.join(folder, part));
  const watch = [
    ...own,
    ...theme.folders,
    ...Object.values(theme.fonts ?? {}).flatMap(filesOf),
    ...sources.map(({ file }) => file),
    ...(asked?.watch ?? [path.join(folder, 'practice.yaml')]),
  ];
  // A name that leads nowhere is wrong usage where it was asked for, and an error in the file that it stands in.
  const namedNothing = {
    lang: content.diagnostics.some(({ code }) => code === 'no-language'),
    template: theme.folder === '',
    country: help !== undefined && !help.helpLines && help.files.length === 0,
    // One that was not asked for is read only where there is one.
    practice: asked?.diagnostics.some(({ code }) => code === 'unreadable' || code === 'not-a-file') ?? false,
  };
  const wrongUsage = namedNothing.practice || (['lang', 'template', 'country'] as const).some((option) => namedNothing[option] && !from?.[option]);
  const result = { diagnostics, sources, watch, wrongUsage };
  if (diagnostics.some(isError) || !content.workbook || !strings.strings || !theme.theme || !theme.fonts || !canShow) return result;
  const found = {
    workbook: content.workbook,
    strings: strings.strings,
    theme: branded?.theme ?? theme.theme,
    fonts: theme.fonts,
    canShow,
    chain: theme.sources,
  };
  return {
    ...result,
    found: {
      ...found,
      ...(discreet ? { helpTraces: await loadHelpTraces(folder) } : {}),
      ...(help?.helpLines ? { helpLines: help.helpLines } : {}),
      ...(practice?.practice ? { practice: practice.practice } : {}),
    },
  };
};
