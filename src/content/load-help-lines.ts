/** Loading the help lines of a country: data with a source and a date, never a default. */
import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import type { HelpLines } from './help-line.ts';
import { locate, plainValue, readYaml, validate, type YamlFile } from '../yaml/index.ts';
import { packageRoot } from '../system/package-root.ts';

const plain = (description: string) => z.string().trim().min(1).max(300).meta({ description });

/** Words as they are in every language, or in each of several: `en: Day and night`, `es: Día y noche`. */
const words = (description: string) =>
  z.union([plain(description), z.record(z.string().regex(/^[a-z]{2,3}$/, 'expected a language such as en or es'), plain(description))]).meta({ description });

/** A file of content/help-lines/. */
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
        checked: z.iso.date().meta({ description: 'When it was last found to be right.' }),
      }),
    )
    .min(1),
});

/** Older than this, a number may have changed; in days. */
const STALE = 365;

export interface LoadedHelpLines {
  helpLines?: HelpLines;
  diagnostics: Diagnostic[];
  files: YamlFile[];
}

/**
 * Loads the help lines of a country: those of the workbook (`help-lines/<code>.yaml` in its folder) instead of the
 * shipped ones where it has some.
 *
 * @param country two letters, such as `ie`; case does not matter
 * @param workbookFolder absolute path of the workbook
 * @param language BCP 47; words that are given for each language are taken from it
 * @param today lines that were checked more than a year before are warned of
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
    // Codes of two letters are all near to each other: which one was meant cannot be told.
    const hints = [`there are lines for ${known.join(', ')}`, ...(/^[a-z]{2}\.yaml$/.test(name) ? [`or write ${own}, in the form of the shipped ones`] : [])];
    return { diagnostics: [error('no-help-lines', `expected a country with help lines, found "${country}"`, undefined, ...hints)], files: [] };
  }
  const yaml = await readYaml(file);
  if (!yaml.document) return { diagnostics: yaml.diagnostics, files: [yaml] };
  const { value, diagnostics } = validate(helpLinesFile, { document: yaml.document, source: yaml.source }, plainValue(yaml.document));
  if (!value) return { diagnostics, files: [yaml] };
  const { document } = yaml;
  const spoken = language.split('-')[0] ?? language;
  const unsaid = new Set<string>();
  const say = (given: string | Record<string, string>): string => {
    if (typeof given === 'string') return given;
    const said = given[language] ?? given[spoken];
    if (said === undefined) unsaid.add(Object.values(given)[0] ?? '');
    return said ?? given.en ?? Object.values(given)[0] ?? '';
  };
  const lines = value.lines.map(({ name: line, for: purpose, text, hours, ...rest }) => ({
    ...rest,
    name: say(line),
    for: say(purpose),
    ...(text ? { text: say(text) } : {}),
    ...(hours ? { hours: say(hours) } : {}),
  }));
  const old = value.lines.flatMap(({ name: line, checked }, index) => {
    if (today.getTime() - new Date(checked).getTime() < STALE * 24 * 60 * 60 * 1000) return [];
    const at = { file, ...locate(document, ['lines', index, 'checked']) };
    return [
      warning(
        'stale-help-line',
        `expected a help line that was checked within a year, found "${say(line)}", checked on ${checked}`,
        at,
        'call it or open its page, then set the date',
      ),
    ];
  });
  const helpLines = { country: say(value.country), lines: lines as HelpLines['lines'] };
  const untold = [...unsaid].map((given) =>
    warning(
      'help-line-language',
      `expected the help lines in the language "${spoken}", found "${given}" in another`,
      { file, start: 0, end: 0 },
      `write the words for each language: "${spoken}: …"`,
    ),
  );
  return { helpLines, diagnostics: [...diagnostics, ...old, ...untold], files: [yaml] };
}

/** The countries whose help lines are shipped, as codes of two letters. */
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
