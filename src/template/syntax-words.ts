/** Rewrites the syntax errors of esbuild for authors of templates. */

/** Its messages (0.28), with what was found and a way out; `$1` and `$2` are what they name. */
const WORDS: readonly (readonly [said: RegExp, found: string, hint?: string])[] = [
  [/^Unexpected closing "(.*)" tag does not match opening "(.*)" tag$/, '"</$1>" where "<$2>" is still open', 'end each element with its own name: </$2>'],
  [/^Unexpected closing (?:"(.*)" tag|fragment tag).* does not match/, 'the end of another element than the one that is open'],
  [/^Unexpected end of file before a closing "?(.*?)"? tag$/, 'no end of <$1>', 'add </$1> where it ends'],
  [/^Unexpected end of file$/, 'the end of the file in the middle of something', 'look for a bracket that is still open'],
  [/^Unterminated (?:string|template) literal$/, 'words without their closing quotation mark'],
  [/^Unterminated regular expression$/, 'a pattern without its closing /', 'in words between elements, write {"<"} for a "<"'],
  [/^Expected (.+) but found (.+)$/, '$2 where $1 should stand'],
  [/^Expected (.+)$/, 'something else where $1 should stand'],
  [/^Unexpected (.+)$/, '$1 where it cannot stand'],
  [/^The symbol "(.+)" has already been declared$/, 'the name "$1" given twice', 'give one of the two another name'],
  [/^Multiple exports with the same name "(.+)"$/, 'the name "$1" exported twice', 'export it once'],
  [/^The character "(.+)" is not valid inside a JSX element$/, '"$1" among words', "write {'$1'}"],
  [/^Cannot assign to "(.+)" because it is a constant$/, 'another value for "$1", which is a constant', 'begin it with "let" in place of "const"'],
  [/^"await" can only be used inside an "async" function$/, '"await" in a function that is not async', 'a page is drawn at once: nothing can be waited for'],
  [/^The constant "(.+)" must be initialized$/, 'the constant "$1" without a value', 'give it one: const $1 = …'],
  [/^Syntax error (.+)$/, '$1 where it cannot stand'],
  [/^"return" cannot be used here$/, '"return" outside of a function'],
];

/**
 * Puts a message about code into words.
 *
 * @param said as esbuild says it
 * @returns what was found, for "expected valid TypeScript, found …"
 */
export const syntaxWords = (said: string): { found: string; hint?: string } => {
  for (const [pattern, found, hint] of WORDS) {
    const match = pattern.exec(said);
    if (!match) continue;
    const filled = (text: string): string =>
      text.replaceAll(/\$([12])/g, (_, index: string) => (match[Number(index)] ?? '').replace(/^end of file$/, 'the end of the file'));
    return { found: filled(found), ...(hint ? { hint: filled(hint) } : {}) };
  }
  return { found: `a fault: ${said.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase()).replace(/\.$/, '')}` };
};
