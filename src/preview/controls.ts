/** What the controls of the page offer, and what is chosen by them. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { findWorkbook } from '../content/find.ts';
import { languagesIn } from '../content/folder.ts';
import { packageRoot } from '../system/package-root.ts';
import { RELATIONSHIPS, ROLES } from '../content/terms.ts';
import { shippedTemplates, templatesIn } from '../theme/find.ts';
import { BINDINGS, PAPERS } from '../theme/papers.ts';
import { type Requested, resolveOptions } from '../builder/resolve-options.ts';
import type { BuilderOptions } from '../builder/builder.ts';
import type { ChoiceOffer, Offers, SwitchOffer } from './protocol.ts';

/** What is asked of a build; practice.yaml fills in what is left out. */
export type Choice = Requested<BuilderOptions>;

/** Controls of which one value is chosen, by the option that each sets. */
const CHOICES = ['template', 'paper', 'for', 'lang', 'relationship', 'country', 'edition', 'binding'] as const;
/** Controls that are on or off, with the names that they have on the command line. */
const SWITCHES = { 'large-print': 'largePrint', 'ink-saver': 'inkSaver', flat: 'flat', discreet: 'discreet' } as const;

const PAPER_LABELS: Record<string, string> = { letter: 'Letter', a4: 'A4', a5: 'A5' };
const ROLE_LABELS: Record<string, string> = { both: 'Both', 'broke-trust': 'The one who broke trust', 'was-hurt': 'The one who was hurt' };
const EDITION_LABELS: Record<string, string> = { client: 'Client', counselor: 'Counselor, with notes' };
const BINDING_LABELS: Record<string, string> = { none: 'None', '3-hole': '3 holes', '2-hole': '2 holes', booklet: 'Booklet' };

const offer = (name: string, label: string, chosen: string, values: readonly string[], labels: Record<string, string> = {}): ChoiceOffer => ({
  name,
  label,
  chosen,
  options: [...new Set([...values, chosen])].map((value) => ({ value, label: labels[value] ?? value.charAt(0).toUpperCase() + value.slice(1) })),
});

/** The names of a language, in English. */
const languageName = (code: string): string => {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
};

const countryName = (code: string): string => {
  try {
    return new Intl.DisplayNames('en', { type: 'region' }).of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
};

const yamlNames = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((entry) => /^[a-z]{2}\.yaml$/.test(entry)).map((entry) => entry.slice(0, -'.yaml'.length));

/**
 * Every control, as things are on the disk now.
 *
 * @param asked what the command line asks for, with what practice.yaml says: chosen at first, and always among what is offered
 */
export const offersFor = async (asked: Choice): Promise<Offers> => {
  const base = await resolveOptions(asked);
  const { folder } = await findWorkbook(base.workbook, base.cwd);
  const [templates, languages, shipped, own] = await Promise.all([
    templatesIn(shippedTemplates()),
    folder ? languagesIn(folder) : [],
    yamlNames(path.join(packageRoot(), 'content', 'help-lines')),
    folder ? yamlNames(path.join(folder, 'help-lines')) : [],
  ]);
  const countries = [...new Set([...shipped, ...own])].toSorted();
  const named = (codes: readonly string[], name: (code: string) => string) => Object.fromEntries(codes.map((code) => [code, name(code)]));
  const onOff = (name: keyof typeof SWITCHES, label: string): SwitchOffer => ({ name, label, on: base[SWITCHES[name]] ?? false });
  return {
    main: [
      offer('template', 'Template', base.template, templates, {
        [base.template]: templates.includes(base.template) ? base.template.charAt(0).toUpperCase() + base.template.slice(1) : base.template,
      }),
      offer('paper', 'Paper', base.paper, PAPERS, PAPER_LABELS),
      offer('for', 'Reader', base.for, ['both', ...ROLES], ROLE_LABELS),
      offer('lang', 'Language', base.lang, languages, named([...languages, base.lang], languageName)),
      onOff('large-print', 'Large print'),
    ],
    more: [
      offer('edition', 'Edition', base.edition, ['client', 'counselor'], EDITION_LABELS),
      offer('relationship', 'Relationship', base.relationship, RELATIONSHIPS),
      offer('country', 'Help lines', base.country ?? '', ['', ...countries], { '': 'No country', ...named(countries, countryName) }),
      offer('binding', 'Binding', base.binding ?? 'none', BINDINGS, BINDING_LABELS),
      onOff('ink-saver', 'Save ink'),
      onOff('discreet', 'Discreet'),
      onOff('flat', 'Print only, without fields'),
    ],
  };
};

/**
 * The options of a build that a query asks for, over those of the command line.
 *
 * @returns nothing where it asks for what is not offered: a template of any other folder would be run
 */
export const chosenBy = async (query: URLSearchParams, base: Choice): Promise<Choice | undefined> => {
  const { main, more } = await offersFor(base);
  const offers = [...main, ...more];
  const options: Record<string, unknown> = { ...base };
  for (const [name, value] of query) {
    const found = offers.find((one) => one.name === name);
    if (!found) return undefined;
    if ('options' in found) {
      if (!found.options.some((option) => option.value === value)) return undefined;
      // '' is none: a country that practice.yaml gives would be filled in where nothing is said.
      options[name] = value;
    } else {
      if (value !== 'on' && value !== 'off') return undefined;
      options[SWITCHES[name as keyof typeof SWITCHES]] = value === 'on';
    }
  }
  return options as unknown as Choice;
};

/** What tells two choices apart. */
export const choiceKey = (options: Choice): string =>
  JSON.stringify([...CHOICES.map((name) => options[name] ?? null), ...Object.values(SWITCHES).map((name) => options[name] ?? false)]);
