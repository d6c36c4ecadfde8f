/** The files of the translation that compare-workbooks.test.ts changes, and the form of a change. */

export const FIRST = 'es/steps/first.yaml';
export const SECOND = 'es/steps/second.yaml';
export const WELCOME = 'es/pages/welcome.yaml';
export const HEAD = 'es/workbook.yaml';

/** What is changed in the translation, and what is said of it. */
export type Change = [title: string, file: string, from: string, to: string, lines: string[]];
