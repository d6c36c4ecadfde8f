/** Says what was probably meant by a name that no part of a workbook or of a copy has. */
import { nearest } from './nearest.ts';

/** Separates a worksheet from its page or step in the name of a part: `apologize/my-apology`. */
const UNDER = '/';

/** The name of a worksheet alone, or of a page or step. */
const last = (name: string): string => name.slice(name.indexOf(UNDER) + 1);

/**
 * What was probably meant by a name that no part has.
 *
 * @param name as it was written
 * @param known the names of all parts that could be meant: pages, steps, and their worksheets
 * @returns a hint: the nearest name, even where what stands before its slash is wrong; the worksheets of the page or step that it begins with; or all pages and steps
 */
export const partHint = (name: string, known: readonly string[]): string => {
  const sections = known.filter((full) => !full.includes(UNDER));
  const within = sections.find((section) => name.startsWith(`${section}${UNDER}`));
  const worksheets = within === undefined ? [] : known.filter((full) => full.startsWith(`${within}${UNDER}`));
  const near = nearest(name, worksheets.length > 0 ? worksheets : known) ?? known.find((full) => last(full) === nearest(last(name), known.map(last)));
  if (near !== undefined) return `did you mean "${near}"?`;
  if (worksheets.length > 0) return `worksheets of "${within}": ${worksheets.join(', ')}`;
  return `pages and steps: ${sections.join(', ')}; "mendbook list" shows their worksheets`;
};
