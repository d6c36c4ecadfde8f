/** Turns prose into plain text, and recognises prose among other values. */
import type { Prose } from './span.ts';

/** Whether a value is a paragraph of prose, and not a label or a list. */
export const isProse = (value: unknown): value is Prose => {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof first === 'object' && first !== null && 'text' in first && typeof first.text === 'string';
};

/** The text of a paragraph without formatting: for bookmarks, accessible names, reports. */
export const plain = (value: Prose): string => value.map((span) => span.text).join('');
