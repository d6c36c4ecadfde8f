/** Closes gaps in the levels of headings and bookmarks: a worksheet that stands without its step begins a level higher. */

/** A function as `outlineLevels` makes it. */
interface OutlineLevels {
  (level: number): number;
  /** The levels, as they were given, that the next one may stand under: all that it will give depends on these. */
  readonly open: readonly number[];
}

/**
 * Makes a function that takes the levels of a document one after the other, and gives each its level in an outline without gaps:
 * 1, 3, 4, 3 becomes 1, 2, 3, 2, and 3, 4 becomes 1, 2. PDF/UA-1 asks for headings without gaps (ISO 14289-1, 7.4.2).
 */
export const outlineLevels = (): OutlineLevels => {
  const open: number[] = [];
  const place = (level: number): number => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return open.length;
  };
  return Object.assign(place, { open });
};
