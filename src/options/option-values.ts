/** The values of options, derived from the table: their types, what holds where nothing is said, and the parts that a room asks for. */
import type { Option } from './declarations.ts';
import { OPTIONS } from './table.ts';

type Table = typeof OPTIONS;
export type OptionName = keyof Table;

/** The options that are declared with something, such as `{ group: 'format' }`. */
export type OptionsThat<Have> = { [Name in OptionName]: Table[Name] extends Have ? Name : never }[OptionName];

/** What an option is given, once it is read. */
export type ValueOf<Name extends OptionName> = Table[Name] extends { parse: (written: string) => infer Value } ? Value : boolean;

/** Some of the options, each as it was given or left out. */
export type Given<Names extends OptionName> = { [Name in Names]?: ValueOf<Name> };
type Filled<Names extends OptionName> = { [Name in Names]: ValueOf<Name> };

type Defaulted = OptionsThat<{ default: unknown }>;

/** Options as they are asked for: any may be left out. */
export type AskedOptions = Given<OptionName>;

/** Options as a build has them: those with a default always, the others where they were given. */
export type CopyOptions = Filled<Defaulted> & Given<Exclude<OptionName, Defaulted>>;

type FormatOption = OptionsThat<{ group: 'format' }>;

/** What is asked of a theme: a paper, and what else is not as usual. */
export type Format = Filled<Extract<FormatOption, 'paper'>> & Given<Exclude<FormatOption, 'paper'>>;

/** Options that practice.yaml may give. */
export type PracticeOption = OptionsThat<{ practice: { key: string } }>;

/** The key of an option in practice.yaml. */
export type PracticeKey<Name extends PracticeOption = PracticeOption> = Table[Name]['practice']['key'];

/** Options by their keys in practice.yaml. */
export type PracticeDefaults = { [Name in PracticeOption as PracticeKey<Name>]?: ValueOf<Name> };

/** Every option with its name, in the order of the table. */
export const ALL_OPTIONS = Object.entries(OPTIONS) as readonly [OptionName, Option][];

/** The options that practice.yaml may give, with their keys there. */
export const PRACTICE_OPTIONS = ALL_OPTIONS.flatMap(([name, option]) =>
  option.practice ? [{ name: name as PracticeOption, option, ...option.practice, key: option.practice.key as PracticeKey }] : [],
);

/** What holds where nothing is said. */
export const DEFAULTS = Object.fromEntries(
  ALL_OPTIONS.flatMap(([name, option]) => (option.default === undefined ? [] : [[name, option.default]])),
) as unknown as Filled<Defaulted>;

/** The name of an option on the command line and in an address, without the hyphens before it: `large-print`. */
export const flagOf = (name: OptionName): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The part of some options that a theme is asked for, with what holds where nothing is said. */
export const formatOf = (options: Format): Required<Format> =>
  Object.fromEntries(
    ALL_OPTIONS.filter(([, { group }]) => group === 'format').map(([name]) => [name, options[name as FormatOption] ?? DEFAULTS[name as FormatOption]]),
  ) as unknown as Required<Format>;

/** Options by what {@link flagOf} calls them. */
export const OPTION_NAMES: ReadonlyMap<string, OptionName> = new Map(ALL_OPTIONS.map(([name]) => [flagOf(name), name]));
