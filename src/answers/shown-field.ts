/** Names a field in a message by the words that stand at it on its page. */

/** What a field is called. */
export interface NamedField {
  /** As in the file, such as `apologize_what`. */
  name: string;
  /** What a screen reader says of it: the question, and which part of it the field is; its name where it has none. */
  label: string;
}

/** The words of a field, with its name behind them, which stays the same in all copies: `“What happened?” (look_happened)`. */
export const shownField = ({ name, label }: NamedField): string => (label === '' || label === name ? name : `“${label}” (${name})`);
