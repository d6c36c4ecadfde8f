/** The controls of the preview's page: what they offer, derived from the table of options, and the options that a page's query chooses. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type BuildRequest, resolveOptions, type ResolvedOptions } from '../builder/resolve-options.ts';
import { findWorkbook } from '../content/find-workbook.ts';
import { languagesIn } from '../content/workbook-folder.ts';
import type { Offered, Option } from '../options/declarations.ts';
import { ALL_OPTIONS, flagOf, OPTION_NAMES } from '../options/option-values.ts';
import { packetsIn } from '../packet/find-packet.ts';
import { packageRoot } from '../system/package-root.ts';
import { shippedTemplates, templatesIn } from '../theme/find-template.ts';
import type { ChoiceOffer, Offers, SwitchOffer } from './protocol.ts';

/** Values with their labels. */
type Labelled = readonly { value: string; label: string }[];

/** The workbook and the language whose files are offered. */
interface Whereabouts {
  /** Absolute path of the workbook. */
  folder: string | undefined;
  language: string;
  /** The packets that the page has saved. */
  saved: readonly string[];
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The name of a language or country, in English; its code where there is none. */
const namedIn = (type: 'language' | 'region', code: string): string => {
  try {
    return new Intl.DisplayNames('en', { type }).of(type === 'region' ? code.toUpperCase() : code) ?? code;
  } catch {
    return code;
  }
};

const yamlNames = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((entry) => /^[a-z]{2}\.yaml$/.test(entry)).map((entry) => entry.slice(0, -'.yaml'.length));

/** The values that depend on files, read anew each time for the folder of the workbook; `label` gives the label of any value, offered or not. */
const OFFERED: Record<
  Offered,
  { values(folder: string | undefined, language: string): Promise<string[]>; label(value: string, offered: readonly string[]): string }
> = {
  templates: {
    values: () => templatesIn(shippedTemplates()),
    // A folder of one's own goes by its path.
    label: (template, shipped) => (shipped.includes(template) ? capitalised(template) : template),
  },
  languages: {
    values: async (folder) => (folder ? languagesIn(folder) : []),
    label: (code) => namedIn('language', code),
  },
  countries: {
    values: async (folder) => {
      const [shipped, own] = await Promise.all([
        yamlNames(path.join(packageRoot(), 'content', 'help-lines')),
        folder ? yamlNames(path.join(folder, 'help-lines')) : [],
      ]);
      return [...new Set([...shipped, ...own])].toSorted();
    },
    label: (code) => namedIn('region', code),
  },
  packets: {
    values: async (folder, language) => (folder ? packetsIn(folder, language) : []),
    label: (packet, shipped) => (shipped.includes(packet) ? capitalised(packet.replaceAll('-', ' ')) : packet),
  },
};

/** The values that the control of an option offers, always including the chosen one; undefined for options without a list of values. */
const valuesFor = async (option: Option, chosen: string, { folder, language, saved }: Whereabouts): Promise<Labelled | undefined> => {
  if (option.kind === 'choice' && option.preview) {
    const { values } = option.preview;
    return option.values.map((value) => ({ value, label: values[value] ?? value }));
  }
  if (option.kind !== 'text' || !option.preview) return undefined;
  const { offered, none } = option.preview;
  const { values, label } = OFFERED[offered];
  const found = await values(folder, language);
  const all = [...new Set([...found, ...(offered === 'packets' ? saved : []), ...(chosen === '' ? [] : [chosen])])];
  return [...(none === undefined ? [] : [{ value: '', label: none }]), ...all.map((value) => ({ value, label: label(value, found) }))];
};

/** The control of an option; undefined where the table of options gives it none. */
const controlOf = async (name: string, option: Option, value: unknown, where: Whereabouts): Promise<ChoiceOffer | SwitchOffer | undefined> => {
  if (!option.preview || option.kind === 'list') return undefined;
  const { label } = option.preview;
  if (option.kind === 'switch') return { name, label, on: value === true };
  const chosen = typeof value === 'string' ? value : '';
  const options = await valuesFor(option, chosen, where);
  return options && { name, label, chosen, options: [...options] };
};

/**
 * Every control, with the values that exist on the disk now.
 *
 * @param asked the options of the command line: with those of practice.yaml they are chosen at first, and always offered
 * @param saved the packets that the page has saved, which are offered too
 */
export const offersFor = async (asked: BuildRequest, saved: readonly string[] = []): Promise<Offers> => {
  const base: ResolvedOptions = await resolveOptions(asked);
  const { folder } = await findWorkbook(base.workbook, base.cwd);
  const controls = async (place: 'main' | 'more') => {
    const placed = ALL_OPTIONS.filter(([, { preview }]) => preview && preview.place === place);
    return (await Promise.all(placed.map(([name, option]) => controlOf(flagOf(name), option, base[name], { folder, language: base.lang, saved })))).filter(
      (one) => one !== undefined,
    );
  };
  const [main, more] = await Promise.all([controls('main'), controls('more')]);
  return { main, more };
};

/** The options of the command line without those that choose parts: what the page chooses takes their place. */
const wholeOf = ({ only: _, packet: __, steps: ___, ...base }: BuildRequest): BuildRequest => base;

/** The form of the name of a part; whether there is one is told as in a build. */
const PART = /^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/;

/**
 * The options of the command line, with those of a page's query in their place.
 *
 * @returns undefined where the query has a value that is not offered: otherwise an address could run a template from any folder
 */
export const chosenBy = async (query: URLSearchParams, base: BuildRequest, saved: readonly string[] = []): Promise<BuildRequest | undefined> => {
  const { main, more } = await offersFor(base, saved);
  const offers = new Map([...main, ...more].map((offer) => [offer.name, offer]));
  const chosen: Record<string, unknown> = {};
  for (const [flag, value] of query) {
    const offer = offers.get(flag);
    const name = OPTION_NAMES.get(flag);
    if (name === 'only') {
      const names = value.split(',');
      if (!names.every((one) => PART.test(one))) return undefined;
      chosen[name] = names;
      continue;
    }
    if (!offer || !name) return undefined;
    // An empty value is kept: left out, the country of practice.yaml would be filled in.
    const taken = 'options' in offer ? offer.options.some((option) => option.value === value) : value === 'on' || value === 'off';
    if (!taken) return undefined;
    chosen[name] = 'options' in offer ? value : value === 'on';
  }
  return { ...(chosen.only || chosen.packet ? wholeOf(base) : base), ...chosen };
};

/** A key that is equal for two requests with equal options. */
export const choiceKey = (options: BuildRequest): string =>
  JSON.stringify(ALL_OPTIONS.map(([name, { kind }]) => options[name] ?? (kind === 'switch' ? false : null)));
