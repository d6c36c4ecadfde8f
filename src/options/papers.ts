/** The sizes of paper, and the ways of binding sheets, that copies can be made for. */

export const PAPERS = ['letter', 'a4', 'a5'] as const;

/** How sheets are bound. All but `none` mirror the margins of left and right pages. */
export const BINDINGS = ['none', '3-hole', '2-hole', 'booklet'] as const;
export type Binding = (typeof BINDINGS)[number];

/**
 * Countries where office paper is Letter; everywhere else it is A4. From the paper sizes of territories in Unicode CLDR
 * (common/supplemental/supplementalData.xml, `paperSize`).
 */
const ON_LETTER = new Set('bz ca cl co cr gt mx ni pa ph pr sv us ve'.split(' '));

/** The paper that a country’s offices and homes print on. @param country two letters */
export const paperOfCountry = (country: string): (typeof PAPERS)[number] => (ON_LETTER.has(country.toLowerCase()) ? 'letter' : 'a4');
