/** Types and defaults of the options' values, derived from the table of options. */
import type { Option } from './declarations.ts';
import { OPTIONS } from './table.ts';

type Table = typeof OPTIONS;
export type OptionName = keyof Table;

/** The names of the options whose declaration has certain properties, such as `{ group: 'format' }`. */
export type OptionsThat<Have> = { [Name in OptionName]: Table[Name] extends Have ? Name : never }[OptionName];

/** The type of an option's value, once it is parsed. */
export type ValueOf<Name extends OptionName> = Table[Name] extends { parse: (written: string) => infer Value } ? Value : boolean;

/** Values of some options, any of which may be left out. */
export type Given<Names extends OptionName> = { [Name in Names]?: ValueOf<Name> };
type Filled<Names extends OptionName> = { [Name in Names]: ValueOf<Name> };

type Defaulted = OptionsThat<{ default: unknown }>;

/** Values of all options as a user gives them: any may be left out. */
export type AskedOptions = Given<OptionName>;

/** Values of all options for a build: those with a default are always there. */
export type CopyOptions = Filled<Defaulted> & Given<Exclude<OptionName, Defaulted>>;

type FormatOption = OptionsThat<{ group: 'format' }>;

/** The format that a theme is loaded for: its paper, and the other format options. */
export type Format = Filled<Extract<FormatOption, 'paper'>> & Given<Exclude<FormatOption, 'paper'>>;

/** Options that practice.yaml may give. */
export type PracticeOption = OptionsThat<{ practice: { key: string } }>;

/** The key of an option in practice.yaml. */
export type PracticeKey<Name extends PracticeOption = PracticeOption> = Table[Name]['practice']['key'];

/** Values of options, by their keys in practice.yaml. */
export type PracticeDefaults = { [Name in PracticeOption as PracticeKey<Name>]?: ValueOf<Name> };

/** Every option with its name, in the order of the table. */
export const ALL_OPTIONS = Object.entries(OPTIONS) as readonly [OptionName, Option][];

/** The options that practice.yaml may give, with their keys there. */
export const PRACTICE_OPTIONS = ALL_OPTIONS.flatMap(([name, option]) =>
  option.practice ? [{ name: name as PracticeOption, option, ...option.practice, key: option.practice.key as PracticeKey }] : [],
);

/** Options that a packet may give. */
export type PacketOption = OptionsThat<{ packet: true }>;

/** The options that a packet may give, each with its key there: that of practice.yaml, or else the one of the command line. */
export const packetOptions = (): { name: PacketOption; option: Option; key: string }[] =>
  ALL_OPTIONS.flatMap(([name, option]) =>
    option.packet ? [{ name: name as PacketOption, option, key: option.practice ? option.practice.key : flagOf(name) }] : [],
  );

/** The defaults of the options that have one. */
export const DEFAULTS = Object.fromEntries(
  ALL_OPTIONS.flatMap(([name, option]) => (option.default === undefined ? [] : [[name, option.default]])),
) as unknown as Filled<Defaulted>;

/** The name of an option on the command line and in an address, without the hyphens before it: `large-print`. */
export const flagOf = (name: OptionName): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The format options, with defaults for those left out. */
export const formatOf = (options: Format): Required<Format> =>
  Object.fromEntries(
    ALL_OPTIONS.filter(([, { group }]) => group === 'format').map(([name]) => [name, options[name as FormatOption] ?? DEFAULTS[name as FormatOption]]),
  ) as unknown as Required<Format>;

/** The names of the options by their flags, as {@link flagOf} gives them. */
export const OPTION_NAMES: ReadonlyMap<string, OptionName> = new Map(ALL_OPTIONS.map(([name]) => [flagOf(name), name]));
