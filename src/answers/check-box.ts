/** Reads whether a check box is ticked: from its value and its shown state, of which some programs write only one. */
import { type PDFDict, type PDFName, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { inherited } from './field-ancestors.ts';
import type { Objects } from './objects.ts';

export interface Tick {
  on: boolean;
  /** One of the two says that it is ticked, the other that it is not: programs show it either way. */
  unclear: boolean;
}

/** Written by hand or by programs that know no names of states. */
const NO = /^(?:off|no|false|0)$/i;

/** The states of a box that is on, by their names, with what is then drawn (ISO 32000-1, 12.7.4.2.3). */
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
 * Reads a box. It is ticked where its value or the state that is shown says so: a tick too many can be seen, one that is lost cannot.
 *
 * @param line the box and what it inherits from
 */
export const readTick = (objects: Objects, line: readonly PDFDict[]): Tick => {
  const [dict, parent] = line as [PDFDict, PDFDict | undefined];
  const value = inherited(line, (node) => (objects.name(node, 'V') ?? objects.text(node, 'V')) || undefined);
  const state = objects.name(dict, 'AS');
  const byState = state === undefined ? undefined : state !== 'Off';
  const byValue = value === undefined ? undefined : saysOn(objects, dict, parent, value);
  const on = byValue === true || byState === true;
  return { on, unclear: on && (byValue === false || byState === false) };
};

/** Boxes that share a field share its value, which is the state of one of them. */
const saysOn = (objects: Objects, dict: PDFDict, parent: PDFDict | undefined, value: string): boolean => {
  if (value === 'Off') return false;
  if (statesOf(objects, dict).has(value)) return true;
  if (NO.test(value)) return false;
  if (!parent || objects.get(dict, 'V') !== undefined) return true;
  const others = new Set(objects.list(parent, 'Kids').map((kid) => objects.asDict(kid)));
  return ![...others].some((other) => other && other !== dict && statesOf(objects, other).has(value));
};

/** The appearance of a box that is on: that of its own state, else of the first that it has; nothing where there is none. */
export const onAppearance = (objects: Objects, { dict }: { dict: PDFDict }): PDFRef | undefined => {
  const states = statesOf(objects, dict);
  for (const key of ['AS', 'V']) {
    const own = states.get(objects.name(dict, key) ?? '');
    if (own) return own;
  }
  return [...states.values()].find((found) => found !== undefined);
};
