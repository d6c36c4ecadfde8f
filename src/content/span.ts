/** The type of prose after its markdown is parsed: spans of text with formatting and links. */

/** A part of a text with uniform formatting. */
export interface Span {
  text: string;
  strong?: true;
  emphasis?: true;
  /** Where it leads: an address, or `#section/block` in this workbook. */
  href?: string;
}
export type Prose = Span[];
