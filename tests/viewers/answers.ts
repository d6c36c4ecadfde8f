/** What is filled in: texts and ticks by the names of their fields. */

export interface Answers {
  /** What is typed into text fields. */
  texts: ReadonlyMap<string, string>;
  /** The boxes that are ticked. */
  ticks: ReadonlySet<string>;
}

/** Line ends are kept as programs like them; white space at the end of a value means nothing. */
export const sameText = (text: string): string => text.replaceAll(/\r\n?/g, '\n').normalize('NFC');

/** What a field holds: its text, or whether it is ticked. */
export type Values = Map<string, string | boolean>;

/** The values that a file has to have once it is filled in: all that was left alone stays empty. */
export const expectedValues = (blank: Values, { texts, ticks }: Answers): Values =>
  new Map([...blank].map(([name, value]) => [name, typeof value === 'boolean' ? ticks.has(name) : (texts.get(name) ?? '')]));

/** The names of the fields whose values are not those that were expected. */
export const lostIn = (found: Values, expected: Values): string[] =>
  [...expected].flatMap(([name, value]) => {
    const is = found.get(name);
    return is !== undefined && (typeof is === 'string' ? sameText(is) : is) === (typeof value === 'string' ? sameText(value) : value) ? [] : [name];
  });
