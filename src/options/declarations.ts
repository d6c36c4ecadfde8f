/** What each option has to say of itself: the compiler refuses one that leaves something out. */
import { oneOf, type Parse } from './parse-values.ts';

/** What an option is about; the help of a command shows each group under its heading. */
export const GROUPS = {
  edition: 'Edition (what it says, and to whom):',
  look: 'Look:',
  /** What a theme is asked for; these make up a `Format`. */
  format: 'Format (how it is laid out):',
  file: 'File:',
} as const;

/** How a value that is not the usual one shows in the name of the PDF, so that no copy overwrites another. */
export interface Naming<Value> {
  word(value: Value): string;
  /** The same in the name of a discreet copy, which must not tell whom it is for; undefined where it says nothing at all. */
  discreet(value: Value): string | undefined;
}

/** The control in the preview's page. */
interface Control {
  label: string;
  /** Whether it is seen at once, or under "More options". */
  place: 'main' | 'more';
}

/** What there is to choose from on the disk, for options that take any text. */
export type Offered = 'templates' | 'languages' | 'countries';

/** An option that practice.yaml may give: its key there, and how it is told. */
export interface InPractice {
  key: string;
  /** For the schema of the file, which editors show. */
  description: string;
  /** What it has to look like, where it is a text, and what is said of one that does not. */
  pattern?: { matches: RegExp; expected: string };
  /** A line above the key in the file that `mendbook new` writes, and an example of a value. */
  starter: { about: string; example: string };
}

/** What options of all kinds declare. */
interface Declaration<Value> {
  group: keyof typeof GROUPS;
  /** For the command line; what it takes and its usual value are added. */
  help: string;
  /** What `mendbook check` says of it; false where it does not take it. */
  check: string | false;
  fileName: Naming<Value> | false;
  practice: InPractice | false;
  /** Whether rows of the table of refused combinations may name it. */
  combines: boolean;
}

interface ValueDeclaration<Value> extends Declaration<Value> {
  /** What stands for the value in help: `size` in `--paper <size>`. */
  placeholder: string;
  /** How help tells of what holds where nothing is said, where that is no value. */
  otherwise?: string;
}

interface ChoiceDeclaration<Value extends string> extends ValueDeclaration<Value> {
  default: Value;
  /** With a label for each value. */
  preview: (Control & { values: Record<Value, string> }) | false;
}

interface TextDeclaration extends ValueDeclaration<string> {
  default?: string;
  parse: Parse<string>;
  /** The page offers what there is to choose from; with `none`, also to choose nothing. */
  preview: (Control & { offered: Offered; none?: string }) | false;
}

interface ListDeclaration extends ValueDeclaration<readonly string[]> {
  default?: readonly string[];
  parse: Parse<readonly string[]>;
  /** The page has no control for lists. */
  preview: false;
}

interface SwitchDeclaration extends Declaration<true> {
  preview: Control | false;
}

/** An option that is on or off; off where nothing is said. */
export const onOff = <const S extends SwitchDeclaration>(declaration: S) => ({ kind: 'switch' as const, default: false as boolean, ...declaration });

/** An option that takes one of some words. */
export const choice = <const V extends readonly string[], const S extends ChoiceDeclaration<V[number]>>(values: V, declaration: S) => ({
  kind: 'choice' as const,
  values,
  parse: oneOf<V[number]>(values),
  ...declaration,
});

/** An option that takes a text. */
export const text = <const S extends TextDeclaration>(declaration: S) => ({ kind: 'text' as const, ...declaration });

/** An option that takes several texts. */
export const list = <const S extends ListDeclaration>(declaration: S) => ({ kind: 'list' as const, ...declaration });

/** An option of any kind, for those who go through the whole table. */
export type Option =
  | ({ kind: 'switch'; default: boolean } & SwitchDeclaration)
  | ({ kind: 'choice'; values: readonly string[]; parse: Parse<string> } & ChoiceDeclaration<string>)
  | ({ kind: 'text' } & TextDeclaration)
  | ({ kind: 'list' } & ListDeclaration);
