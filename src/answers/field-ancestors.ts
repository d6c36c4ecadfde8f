/** Finds the ancestors of a field, from which it inherits entries. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { type Objects, Unreadable } from './objects.ts';

/** More levels than any form has: without a limit, a long lineage would be followed again for each field. */
const MOST_LEVELS = 500;

/**
 * A field and its ancestors, nearest first; a circle ends where it closes.
 *
 * @throws Unreadable when there are more than {@link MOST_LEVELS}
 */
export const lineageOf = (objects: Objects, dict: PDFDict): PDFDict[] => {
  const lineage = new Set([dict]);
  for (let parent = objects.dict(dict, 'Parent'); parent && !lineage.has(parent); parent = objects.dict(parent, 'Parent')) {
    if (lineage.size >= MOST_LEVELS) throw new Unreadable(`a field with more than ${MOST_LEVELS} others above it`);
    lineage.add(parent);
  }
  return [...lineage];
};

/** The entry of the nearest node that has it. */
export const inherited = <T>(lineage: readonly PDFDict[], read: (node: PDFDict) => T | undefined): T | undefined => {
  for (const node of lineage) {
    const found = read(node);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The full name of a field: the partial names of its lineage (ISO 32000-1, 12.7.3.2). */
export const nameOf = (objects: Objects, lineage: readonly PDFDict[]): string =>
  lineage
    .flatMap((node) => objects.text(node, 'T') ?? [])
    .toReversed()
    .join('.');
