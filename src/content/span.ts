/** The type of prose after its markdown is parsed: spans of text with formatting and links. */

/** A part of a text with uniform formatting. */
export interface Span {
  text: string;
  strong?: true;
  emphasis?: true;
  /** The family of another font, for letters that the fonts of the theme do not have. */
  family?: string;
  /** Where it leads: an address, or `#section/block` in this workbook. */
  href?: string;
}
export type Prose = Span[];
