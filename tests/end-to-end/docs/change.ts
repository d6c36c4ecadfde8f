/** Changing lines of a file as a page tells its reader to. */

const beginning = (line: string): string | undefined => /^\s*(?:# )?(.*?):/.exec(line)?.[1];
const indentOf = (line: string): string => /^\s*/.exec(line)?.[0] ?? '';

/** The one line that fits. */
const only = (lines: readonly string[], fits: (line: string) => boolean, words: string): number => {
  const found = [...lines.entries()].filter(([, line]) => fits(line));
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`expected one line with "${words}", found ${found.length}`);
  return first[0];
};

/**
 * Puts lines in the place of others.
 *
 * @param text of the file
 * @param fence what the page shows; lines without a colon belong to the line above them
 * @param marked words in the line that is replaced by all of the fence; left out, each line of the fence replaces the one that begins with
 *   the same words up to the first colon, be it switched off with a `#` or not
 * @throws Error when there is no such line, or more than one
 */
export const changed = (text: string, fence: string, marked?: string): string => {
  const lines = text.split('\n');
  const shown = fence.trimEnd().split('\n');
  if (marked !== undefined) {
    const index = only(lines, (line) => line.includes(marked), marked);
    const indent = indentOf(lines[index] ?? '');
    const outer = indentOf(shown[0] ?? '').length;
    lines.splice(index, 1, ...shown.map((line) => `${indent}${line.slice(Math.min(outer, indentOf(line).length))}`));
    return lines.join('\n');
  }
  let after = -1;
  for (const line of shown) {
    const words = beginning(line);
    if (words === undefined) {
      if (after < 0) throw new Error(`expected a key before "${line}"`);
      lines.splice((after += 1), 0, line);
      continue;
    }
    after = only(lines, (each) => beginning(each) === words, `${words}:`);
    lines[after] = line;
  }
  return lines.join('\n');
};
