/** Loads the help lines of a country, and warns of those that were not checked for a year. */
import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import type { HelpLines } from './help-line.ts';
import { writtenDate } from './written-date.ts';
import { locate, plainValue, readYaml, validate, type YamlFile } from '../yaml/index.ts';
import type { HelpTraces } from './without-help.ts';
import { packageRoot } from '../system/package-root.ts';

const plain = (description: string) => z.string().trim().min(1).max(300).meta({ description });

/** A text for all languages, or one for each: `en: Day and night`, `es: Día y noche`. */
const words = (description: string) =>
  z.union([plain(description), z.record(z.string().regex(/^[a-z]{2,3}$/, 'expected a language such as en or es'), plain(description))]).meta({ description });

/** The schema of a file in content/help-lines/. */
export const helpLinesFile = z.strictObject({
  country: words('The country, as it is printed.'),
  region: z
    .string()
    .regex(/^[a-z]{2}$/)
    .meta({ description: 'Its code (ISO 3166-1 alpha-2), which is the name of the file.' }),
  lines: z
    .array(
      z.strictObject({
        name: words('Who answers.'),
        for: words('Whom or what the line is for.'),
        phone: plain('The number, as it is dialled.').optional(),
        text: words('How to reach it by text message.').optional(),
        web: z.url({ protocol: /^https$/ }).optional(),
        hours: words('When somebody answers.').optional(),
        source: z.url({ protocol: /^https$/ }).meta({ description: 'Where the number was found.' }),
        checked: z.iso.date().meta({ description: 'When it was collected, or last found to be right.' }),
      }),
    )
    .min(1),
});

/** Fewer digits are no telephone number. */
const SHORTEST = 3;

/** In days: numbers that were checked longer ago may have changed. */
const STALE = 365;

export interface LoadedHelpLines {
  helpLines?: HelpLines;
  diagnostics: Diagnostic[];
  files: YamlFile[];
}

/**
 * Loads the help lines of a country from the workbook (`help-lines/<code>.yaml` in its folder), or else the shipped ones.
 *
 * @param country two letters, such as `ie`; case does not matter
 * @param workbookFolder absolute path of the workbook
 * @param language a BCP 47 tag; chooses among texts that are given for several languages
 * @param today the date for warnings about lines that were checked more than a year ago
 */
export async function loadHelpLines(
  country: string,
  workbookFolder: string,
  language: string,
  today: Date,
  shipped = path.join(packageRoot(), 'content', 'help-lines'),
): Promise<LoadedHelpLines> {
  const name = `${country.toLowerCase() === 'uk' ? 'gb' : country.toLowerCase()}.yaml`;
  const own = path.join(workbookFolder, 'help-lines', name);
  const file = (await isThere(own)) ? own : path.join(shipped, name);
  if (!/^[a-z]{2}\.yaml$/.test(name) || !(await isThere(file))) {
    const known = await shippedCountries(shipped);
    // Codes of two letters are all similar: a suggestion would be a guess.
    const hints = [`there are lines for ${known.join(', ')}`, ...(/^[a-z]{2}\.yaml$/.test(name) ? [`or write ${own}, in the form of the shipped ones`] : [])];
    return { diagnostics: [error('no-help-lines', `expected a country with help lines, found "${country}"`, undefined, ...hints)], files: [] };
  }
  const yaml = await readYaml(file);
  if (!yaml.document) return { diagnostics: yaml.diagnostics, files: [yaml] };
  const { value, diagnostics } = validate(helpLinesFile, { document: yaml.document, source: yaml.source }, plainValue(yaml.document));
  if (!value) return { diagnostics, files: [yaml] };
  const { document } = yaml;
  const primaryLanguage = language.split('-')[0] ?? language;
  const untranslated = new Set<string>();
  const translate = (given: string | Record<string, string>): string => {
    if (typeof given === 'string') return given;
    const translated = given[language] ?? given[primaryLanguage];
    if (translated === undefined) untranslated.add(Object.values(given)[0] ?? '');
    return translated ?? given.en ?? Object.values(given)[0] ?? '';
  };
  const lines = value.lines.map(({ name: line, for: purpose, text, hours, ...rest }) => ({
    ...rest,
    name: translate(line),
    for: translate(purpose),
    ...(text ? { text: translate(text) } : {}),
    ...(hours ? { hours: translate(hours) } : {}),
  }));
  const stale = value.lines.flatMap(({ name: line, checked }, index) => {
    if (today.getTime() - new Date(checked).getTime() < STALE * 24 * 60 * 60 * 1000) return [];
    const at = { file, ...locate(document, ['lines', index, 'checked']) };
    return [
      warning(
        'stale-help-line',
        `expected a help line that was checked within a year, found "${translate(line)}", checked on ${checked}`,
        at,
        'call it or open its page, then set the date',
      ),
    ];
  });
  const helpLines = {
    country: translate(value.country),
    collected: writtenDate(earliest(value.lines), language, value.region),
    lines: lines as HelpLines['lines'],
  };
  const untranslatedWarnings = [...untranslated].map((given) =>
    warning(
      'help-line-language',
      `expected the help lines in the language "${primaryLanguage}", found "${given}" in another`,
      { file, start: 0, end: 0 },
      `write the words for each language: "${primaryLanguage}: …"`,
    ),
  );
  return { helpLines, diagnostics: [...diagnostics, ...stale, ...untranslatedWarnings], files: [yaml] };
}

const earliest = (lines: readonly { checked: string }[]): string => lines.map(({ checked }) => checked).toSorted()[0] ?? '';

/**
 * What help lines of any country are known by: those that are shipped, and those of the workbook.
 *
 * @param workbookFolder absolute path of the workbook
 */
export const loadHelpTraces = async (workbookFolder: string, shipped = path.join(packageRoot(), 'content', 'help-lines')): Promise<HelpTraces> => {
  const folders = [shipped, path.join(workbookFolder, 'help-lines')];
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder).catch(() => [])).filter((name) => /^[a-z]{2}\.yaml$/.test(name)).map((name) => path.join(folder, name)),
    ),
  );
  const read = await Promise.all(files.flat().map(readYaml));
  const lines = read.flatMap(({ document }) => (document ? (helpLinesFile.safeParse(plainValue(document)).data?.lines ?? []) : []));
  const digits = (text: string): string => text.replaceAll(/\D/g, '');
  const hosts = lines.flatMap(({ web }) => (web ? [new URL(web).hostname.replace(/^www\./, '')] : []));
  const numbers = lines.flatMap(({ phone }) => (phone && digits(phone).length >= SHORTEST ? [digits(phone)] : []));
  return { hosts: [...new Set(hosts)], numbers: [...new Set(numbers)] };
};

/** The codes of the countries whose help lines are shipped. */
export const shippedCountries = async (shipped = path.join(packageRoot(), 'content', 'help-lines')): Promise<string[]> =>
  (await readdir(shipped))
    .filter((entry) => entry.endsWith('.yaml'))
    .map((entry) => entry.slice(0, -'.yaml'.length))
    .toSorted();

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
