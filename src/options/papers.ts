/** The sizes of paper, and the ways of binding sheets, that copies can be made for. */

export const PAPERS = ['letter', 'a4', 'a5'] as const;

/** How sheets are bound. All but `none` mirror the margins of left and right pages. */
export const BINDINGS = ['none', '3-hole', '2-hole', 'booklet'] as const;
export type Binding = (typeof BINDINGS)[number];
