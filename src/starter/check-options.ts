/** Checks the options of `mendbook new`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { shippedCountries } from '../content/load-help-lines.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { PAPERS } from '../options/papers.ts';
import { shippedTemplates, templatesIn } from '../theme/find-template.ts';
import { type Answers, CONTACT_LINES, type Choices, readers } from './answers.ts';
import { sources } from './shipped-workbooks.ts';

/** The options of `mendbook new`, as commander gives them. */
export interface StarterOptions {
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

/** Values that are given with options only: no question asks for them. */
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

/** The shipped workbooks, papers and countries to choose from. */
export const availableChoices = async (): Promise<Choices> => ({ sources: await sources(), papers: PAPERS, countries: await shippedCountries() });

const colour = (answer: string): string | Error =>
  /^#[0-9a-f]{6}$/i.test(answer) ? answer.toLowerCase() : new Error(`expected a colour such as #5b3a6e, found "${answer}"`);

/**
 * Reads the options, and reports all that are wrong at once.
 *
 * @param options as commander gives them
 * @param choice what there is to choose from
 */
export const checkAnswers = async (options: StarterOptions, choice: Choices): Promise<Checked> => {
  const diagnostics: Diagnostic[] = [];
  const read = <T>(option: string, value: string | undefined, reader: (answer: string) => T | Error): T | undefined => {
    if (value === undefined) return undefined;
    const result = reader(value.trim());
    if (!(result instanceof Error)) return result;
    diagnostics.push(error('option', `${result.message} (${option})`));
    return undefined;
  };
  const words = (option: string, value: string | undefined) => read(option, value, readers.words);
  const from = read('--from', options.from, readers.from(choice));
  const source = choice.sources.find(({ name }) => name === (options.from === undefined ? choice.sources[0]?.name : from));
  // Which languages there are depends on what is chosen on the terminal; both shipped workbooks have the same.
  const languages = source && read('--lang', options.lang?.join(','), readers.languages(source.languages));
  const contact = options.contact?.map((line) => words('--contact', line)).filter((line) => line !== undefined);
  if (contact && contact.length > CONTACT_LINES)
    diagnostics.push(error('option', `expected at most ${CONTACT_LINES} lines, found ${contact.length} (--contact)`));
  const answers: Answers = {
    from,
    languages,
    name: words('--practice-name', options.practiceName),
    counselor: words('--counselor', options.counselor),
    credentials: words('--credentials', options.credentials),
    contact,
    paper: read('--paper', options.paper, readers.oneOf(choice.papers)),
    country: read('--country', options.country, readers.country(choice.countries)),
  };
  const templates = options.template === undefined ? [] : await templatesIn(shippedTemplates());
  const [accent, footer, license, template] = [
    read('--accent', options.accent, colour),
    words('--footer', options.footer),
    words('--license', options.license),
    read('--template', options.template, readers.oneOf(templates)),
  ];
  const logo = options.logo === undefined ? undefined : await readLogo(path.resolve(options.cwd, options.logo), diagnostics);
  const extras: Extras = {
    ...(logo ? { logo } : {}),
    ...(accent ? { accent } : {}),
    ...(footer ? { footer } : {}),
    ...(license ? { license } : {}),
    ...(template ? { template } : {}),
  };
  return { answers, extras, diagnostics };
};

/** The options whose values are printed only beside the name of a practice. */
const NAMED = { counselor: '--counselor', credentials: '--credentials', contact: '--contact', logo: '--logo', license: '--license' } as const;

/** An error where options are given that are printed beside a practice's name, but no name; checked after the questions, which may give one. */
export const checkName = (options: StarterOptions, { name }: Answers): Diagnostic[] => {
  if (name !== undefined) return [];
  const lost = Object.entries(NAMED).flatMap(([key, option]) => (options[key as keyof typeof NAMED] === undefined ? [] : [option]));
  return lost.length === 0
    ? []
    : [
        error(
          'option',
          `expected the name of a practice beside ${lost.join(' and ')}, found none`,
          undefined,
          'add --practice-name "…"; it may be your own name',
        ),
      ];
};

/** Reads the file of a logo; its name is the one that it gets in the new folder. */
async function readLogo(file: string, diagnostics: Diagnostic[]): Promise<Extras['logo']> {
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
