/** Finds the ancestors of a field, from which it inherits entries. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { type Objects, Unreadable } from './objects.ts';

/** No form has as many levels; a longer line would be followed for each field again. */
const MOST_LEVELS = 500;

/**
 * A field with its parents, nearest first; a line that leads back to itself ends there.
 *
 * @throws Unreadable for a line of more levels than any form has
 */
export const lineOf = (objects: Objects, dict: PDFDict): PDFDict[] => {
  const line = new Set([dict]);
  for (let parent = objects.dict(dict, 'Parent'); parent && !line.has(parent); parent = objects.dict(parent, 'Parent')) {
    if (line.size >= MOST_LEVELS) throw new Unreadable(`a field with more than ${MOST_LEVELS} others above it`);
    line.add(parent);
  }
  return [...line];
};

/** What the nearest of a line has that has it. */
export const inherited = <T>(line: readonly PDFDict[], read: (node: PDFDict) => T | undefined): T | undefined => {
  for (const node of line) {
    const found = read(node);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The name of a field: those of all on its line (ISO 32000-1, 12.7.3.2). */
export const nameOf = (objects: Objects, line: readonly PDFDict[]): string =>
  line
    .flatMap((node) => objects.text(node, 'T') ?? [])
    .toReversed()
    .join('.');
