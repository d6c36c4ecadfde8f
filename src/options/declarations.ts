/** The types of an option's declaration, and functions that declare one: the compiler finds what a declaration lacks. */
import { oneOf, type Parse } from './parse-values.ts';

/** What an option is about; the help of a command shows each group under its heading. */
export const GROUPS = {
  edition: 'Edition (what it says, and to whom):',
  look: 'Look:',
  /** These make up a `Format`, which a theme is loaded for. */
  format: 'Format (how it is laid out):',
  file: 'Printing:',
} as const;

/** How a value other than the default shows in the name of the PDF, so that no copy overwrites another. */
export interface Naming<Value> {
  word(value: Value): string;
  /** The same for a discreet copy, whose name must not tell whom it is for; undefined to leave it out. */
  discreet(value: Value): string | undefined;
}

/** The control in the preview's page. */
interface Control {
  label: string;
  /** Whether it is always visible, or under "More options". */
  place: 'main' | 'more';
}

/** Where the control of a text option finds its values on the disk. */
export type Offered = 'templates' | 'languages' | 'countries' | 'packets';

/** An option that practice.yaml may give: its key there, and its descriptions. */
export interface InPractice {
  key: string;
  /** For the schema of the file, which editors show. */
  description: string;
  /** The form of a text, and the message for another form. */
  pattern?: { matches: RegExp; expected: string };
  /** A line above the key in the file that `mendbook new` writes, and an example of a value. */
  starter: { about: string; example: string };
}

/** What every option declares. */
interface Declaration<Value> {
  group: keyof typeof GROUPS;
  /** The help text; the values and the default are added to it. */
  help: string;
  /** The help text of `mendbook check`; false when that command does not have the option. */
  check: string | false;
  fileName: Naming<Value> | false;
  practice: InPractice | false;
  /** Whether a packet may give it. */
  packet: boolean;
  /** Whether refused combinations may name it. */
  combines: boolean;
}

interface ValueDeclaration<Value> extends Declaration<Value> {
  /** The placeholder of the value in help: `size` in `--paper <size>`. */
  placeholder: string;
  /** The default as help describes it, when it is not a fixed value. */
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
  /** The control offers the values found on the disk; with `none`, which is its label, also no value. */
  preview: (Control & { offered: Offered; none?: string }) | false;
}

interface ListDeclaration extends ValueDeclaration<readonly string[]> {
  default?: readonly string[];
  parse: Parse<readonly string[]>;
  /** The preview has one control for lists: its page chooses parts by ticking them. */
  preview: { place: 'parts'; label: string } | false;
}

interface SwitchDeclaration extends Declaration<true> {
  preview: Control | false;
}

/** Declares an option that is on or off; off by default. */
export const onOff = <const S extends SwitchDeclaration>(declaration: S) => ({ kind: 'switch' as const, default: false as boolean, ...declaration });

/** Declares an option that takes one of several values. */
export const choice = <const V extends readonly string[], const S extends ChoiceDeclaration<V[number]>>(values: V, declaration: S) => ({
  kind: 'choice' as const,
  values,
  parse: oneOf<V[number]>(values),
  ...declaration,
});

/** Declares an option that takes a text. */
export const text = <const S extends TextDeclaration>(declaration: S) => ({ kind: 'text' as const, ...declaration });

/** Declares an option that takes several texts. */
export const list = <const S extends ListDeclaration>(declaration: S) => ({ kind: 'list' as const, ...declaration });

/** An option of any kind, for code that loops over the table. */
export type Option =
  | ({ kind: 'switch'; default: boolean } & SwitchDeclaration)
  | ({ kind: 'choice'; values: readonly string[]; parse: Parse<string> } & ChoiceDeclaration<string>)
  | ({ kind: 'text' } & TextDeclaration)
  | ({ kind: 'list' } & ListDeclaration);
