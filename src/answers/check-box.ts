/** Reads whether a check box is ticked: from its value and its shown state, of which some programs write only one. */
import { type PDFDict, type PDFName, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { inherited } from './field-ancestors.ts';
import { valueOf } from './field-value.ts';
import type { Objects } from './objects.ts';

export interface Tick {
  on: boolean;
  /** Its value and its shown state contradict each other: some viewers show it ticked, others not. */
  unclear: boolean;
}

/** Values for "off" that scripts write, which do not know the names of the states. */
const NO = /^(?:off|no|false|0)$/i;

/** The names of the states in which a box is on, each with its appearance (ISO 32000-1, 12.7.4.2.3). */
const statesOf = (objects: Objects, dict: PDFDict): Map<string, PDFRef | undefined> => {
  const looks = objects.dict(dict, 'AP');
  const normal = looks && objects.dict(looks, 'N');
  const entries: [PDFName, unknown][] = normal ? normal.entries() : [];
  return new Map(
    entries.flatMap(([key, value]) => {
      const name = key.decodeText();
      return name === 'Off' ? [] : [[name, value instanceof PDFRef && objects.follow(value) instanceof PDFStream ? value : undefined] as const];
    }),
  );
};

/**
 * Reads a box. It counts as ticked where its value or its shown state says so: people notice a wrong tick, but not a lost one.
 *
 * @param lineage the box and its ancestors, nearest first
 */
export const readTick = (objects: Objects, lineage: readonly PDFDict[]): Tick => {
  const [dict, parent] = lineage as [PDFDict, PDFDict | undefined];
  const value = inherited(lineage, (node) => valueOf(objects, node));
  const state = objects.name(dict, 'AS') ?? (objects.text(dict, 'AS') || undefined);
  const byState = state === undefined ? undefined : state !== 'Off';
  const byValue = value === undefined ? undefined : saysOn(objects, dict, parent, value);
  const on = byValue === true || byState === true;
  return { on, unclear: on && (byValue === false || byState === false) };
};

/** Whether the value says that the box is on. Boxes of one field share its value: the name of one box's state. */
const saysOn = (objects: Objects, dict: PDFDict, parent: PDFDict | undefined, value: string): boolean => {
  if (value === 'Off') return false;
  if (statesOf(objects, dict).has(value)) return true;
  if (NO.test(value)) return false;
  if (!parent || objects.get(dict, 'V') !== undefined) return true;
  const others = new Set(objects.list(parent, 'Kids').map((kid) => objects.asDict(kid)));
  return ![...others].some((other) => other && other !== dict && statesOf(objects, other).has(value));
};

/** The name of the state in which a box is on: its first one that is not off. */
export const onState = (objects: Objects, dict: PDFDict): string => [...statesOf(objects, dict).keys()][0] ?? 'Yes';

/** The appearance of a ticked box: that of its state, else its first one; nothing where there is none. */
export const onAppearance = (objects: Objects, { dict }: { dict: PDFDict }): PDFRef | undefined => {
  const states = statesOf(objects, dict);
  for (const key of ['AS', 'V']) {
    const own = states.get(objects.name(dict, key) ?? '');
    if (own) return own;
  }
  return [...states.values()].find((found) => found !== undefined);
};
