/** Prose once its markdown is read: stretches of text, each with its look and its link. */

/** A stretch of text that looks the same from end to end. */
export interface Span {
  text: string;
  strong?: true;
  emphasis?: true;
  /** Where it leads: an address, or `#section/block` in this workbook. */
  href?: string;
}
export type Prose = Span[];
