/** What was said about a new workbook on the command line, checked. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { shippedCountries } from '../content/load-help-lines.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { PAPERS } from '../options/papers.ts';
import { shippedTemplates, templatesIn } from '../theme/find-template.ts';
import { type Answers, CONTACT_LINES, type Known, readers } from './answers.ts';
import { sources } from './shipped-workbooks.ts';

/** The options of `mendbook new`, as commander gives them. */
export interface Said {
  cwd: string;
  from?: string;
  lang?: readonly string[];
  practiceName?: string;
  counselor?: string;
  credentials?: string;
  contact?: readonly string[];
  logo?: string;
  accent?: string;
  footer?: string;
  license?: string;
  paper?: string;
  country?: string;
  template?: string;
}

/** What is said with options alone. */
export interface Extras {
  logo?: { name: string; bytes: Uint8Array };
  accent?: string;
  footer?: string;
  license?: string;
  template?: string;
}

export interface Checked {
  answers: Answers;
  extras: Extras;
  /** Everything that is wrong with the options. */
  diagnostics: Diagnostic[];
}

const PICTURE = /\.(png|jpe?g|svg)$/i;

/** What there is to choose from. */
export const known = async (): Promise<Known> => ({ sources: await sources(), papers: PAPERS, countries: await shippedCountries() });

const colour = (answer: string): string | Error =>
  /^#[0-9a-f]{6}$/i.test(answer) ? answer.toLowerCase() : new Error(`expected a colour such as #5b3a6e, found "${answer}"`);

/** Reads the options; all that are wrong are told at once. */
export const checkAnswers = async (said: Said, choice: Known): Promise<Checked> => {
  const diagnostics: Diagnostic[] = [];
  const read = <T>(option: string, value: string | undefined, reader: (answer: string) => T | Error): T | undefined => {
    if (value === undefined) return undefined;
    const result = reader(value.trim());
    if (!(result instanceof Error)) return result;
    diagnostics.push(error('option', `${result.message} (${option})`));
    return undefined;
  };
  const words = (option: string, value: string | undefined) => read(option, value, readers.words);
  const from = read('--from', said.from, readers.from(choice));
  const source = choice.sources.find(({ name }) => name === (said.from === undefined ? choice.sources[0]?.name : from));
  // Which languages there are depends on what is chosen on the terminal; both shipped workbooks have the same.
  const languages = source && read('--lang', said.lang?.join(','), readers.languages(source.languages));
  const contact = said.contact?.map((line) => words('--contact', line)).filter((line) => line !== undefined);
  if (contact && contact.length > CONTACT_LINES)
    diagnostics.push(error('option', `expected at most ${CONTACT_LINES} lines, found ${contact.length} (--contact)`));
  const answers: Answers = {
    from,
    languages,
    name: words('--practice-name', said.practiceName),
    counselor: words('--counselor', said.counselor),
    credentials: words('--credentials', said.credentials),
    contact,
    paper: read('--paper', said.paper, readers.oneOf(choice.papers)),
    country: read('--country', said.country, readers.country(choice.countries)),
  };
  const templates = said.template === undefined ? [] : await templatesIn(shippedTemplates());
  const [accent, footer, license, template] = [
    read('--accent', said.accent, colour),
    words('--footer', said.footer),
    words('--license', said.license),
    read('--template', said.template, readers.oneOf(templates)),
  ];
  const logo = said.logo === undefined ? undefined : await picture(path.resolve(said.cwd, said.logo), diagnostics);
  const extras: Extras = {
    ...(logo ? { logo } : {}),
    ...(accent ? { accent } : {}),
    ...(footer ? { footer } : {}),
    ...(license ? { license } : {}),
    ...(template ? { template } : {}),
  };
  return { answers, extras, diagnostics };
};

/** What is printed beside the name of a practice, and never without it, as its options. */
const NAMED = { counselor: '--counselor', credentials: '--credentials', contact: '--contact', logo: '--logo', license: '--license' } as const;

/** Looks, once all is known, whether something was said that is printed beside a name, and no name. */
export const checkName = (said: Said, { name }: Answers): Diagnostic[] => {
  if (name !== undefined) return [];
  const lost = Object.entries(NAMED).flatMap(([key, option]) => (said[key as keyof typeof NAMED] === undefined ? [] : [option]));
  return lost.length === 0
    ? []
    : [
        error(
          'option',
          `expected the name of a practice beside ${lost.join(' and ')}, found none`,
          undefined,
          'say --practice-name "…"; it may be your own name',
        ),
      ];
};

/** The picture of a logo, under the name that it gets in the new folder. */
async function picture(file: string, diagnostics: Diagnostic[]): Promise<Extras['logo']> {
  const ending = PICTURE.exec(file)?.[1]?.toLowerCase();
  if (!ending) {
    diagnostics.push(error('option', `expected a PNG, JPEG or SVG file, found ${file} (--logo)`));
    return undefined;
  }
  try {
    return { name: `logo.${ending}`, bytes: await readFile(file) };
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    diagnostics.push(error('option', `expected a picture that can be read at ${file}, found ${code === 'ENOENT' ? 'none' : (code ?? 'none')} (--logo)`));
    return undefined;
  }
}
