/** The items of a paragraph for line breaking: boxes, glue and penalties. */

/** A box is a word, glue a space that stretches and shrinks, a penalty a place where a line may end at a price. */
export type Item = { width: number } & ({ kind: 'box' } | { kind: 'glue'; stretch: number; shrink: number } | { kind: 'penalty'; penalty: number });

/** More than any space stretches, and than any break costs. */
export const INFINITE = 10_000;
/** Ends a paragraph: glue that fills its last line, and a break that must be. */
export const ENDING: readonly Item[] = [
  { kind: 'glue', width: 0, stretch: INFINITE, shrink: 0 },
  { kind: 'penalty', width: 0, penalty: -INFINITE },
];
