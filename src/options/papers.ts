/** The papers that every theme lays out, each in its own right, and the ways in which their sheets are bound. */

export const PAPERS = ['letter', 'a4', 'a5'] as const;

/** How sheets are held together; all but `none` have two sides, whose margins are mirrored. */
export const BINDINGS = ['none', '3-hole', '2-hole', 'booklet'] as const;
export type Binding = (typeof BINDINGS)[number];
