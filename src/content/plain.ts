import type { Prose } from './prose.ts';

/** The words of a paragraph without their looks: for bookmarks, accessible names, reports. */
export const plain = (value: Prose): string => value.map((span) => span.text).join('');
