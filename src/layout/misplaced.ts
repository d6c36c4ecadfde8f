/** Finds faults on pages that only a user's component can cause: fields out of reach, two fields of one name, characters that no font has. */
import type { BookPage } from './book.tsx';
import { boxesIn, type LaidOutNode, marksOf } from './laid-out-node.ts';

/** A field and where it went wrong; pages are counted from 1. */
export type MisplacedField = { name: string; page: number } & ({ twice: number } | { beyond: number });

/** Lengths that differ by less are the same, in points. */
const TOLERANCE = 1;

/** The edges of a field in a unit, in points from the unit's upper left corner. */
interface FieldInUnit {
  name: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What may be wrong with a unit, wherever it stands. */
export interface Looked {
  fields: readonly FieldInUnit[];
  /** Characters that it has and no font of the theme. */
  unshown: ReadonlySet<string>;
}

/** What earlier builds have found in units, which nobody changes. */
export type LookedBefore = WeakMap<LaidOutNode, Looked>;

/** What is read of the lines of a text (textkit). */
interface Line {
  runs: { glyphs?: { codePoints: number[] }[]; attributes?: { font?: { type?: string }[] } }[];
  embedded?: boolean;
}

const lookAt = (unit: LaidOutNode): Looked => {
  const fields: FieldInUnit[] = [];
  const unshown = new Set<string>();
  const read = ({ runs, embedded }: Line): void => {
    if (embedded) return;
    for (const run of runs) {
      if (run.attributes?.font?.[0]?.type !== 'STANDARD') continue;
      // Asked for only here: the engine lists the glyphs of a run when it is asked.
      const { glyphs = [] } = run;
      // The engine may give one character as two halves.
      const words = glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints)).join('');
      for (const letter of words) if (letter.trim() !== '') unshown.add(letter);
    }
  };
  const walk = (node: LaidOutNode, left: number, top: number): void => {
    const { field } = marksOf(node);
    if (field) fields.push({ name: field.name, left, top, right: left + node.box.width, bottom: top + node.box.height });
    for (const line of (node.lines ?? []) as Line[]) read(line);
    for (const child of boxesIn(node)) walk(child, left + child.box.left, top + child.box.top);
  };
  walk(unit, 0, 0);
  return { fields, unshown };
};

/** The units of a page with their places, those of its frame last. */
const unitsOn = ({ placed, frame }: BookPage): { node: LaidOutNode; left: number; top: number }[] => [
  ...placed,
  ...(frame?.children ?? []).map((node) => ({ node, left: node.box.left, top: node.box.top })),
];

/**
 * Finds fields that reach over the edge of their page (`beyond`, in points), or have the name of one before (`twice`, its page); and characters
 * that the fonts of the theme do not have, for which the layout engine takes a font that is not in the PDF. Those of the workbook are told before
 * (content/missing-glyphs.ts).
 *
 * @param pages of a book that is ready to be drawn
 * @param before of units that stand in other books too
 * @returns the fields; and each character with the first page that it stands on, from 1
 */
export const misplacedOn = (pages: readonly BookPage[], before: LookedBefore = new WeakMap()): { fields: MisplacedField[]; letters: Map<string, number> } => {
  const fields: MisplacedField[] = [];
  const letters = new Map<string, number>();
  const known = new Map<string, number>();
  for (const [index, on] of pages.entries()) {
    const page = index + 1;
    const { width, height } = on;
    for (const { node, left, top } of unitsOn(on)) {
      let looked = before.get(node);
      if (!looked) before.set(node, (looked = lookAt(node)));
      for (const field of looked.fields) {
        const { name } = field;
        const twice = known.get(name);
        if (twice !== undefined) fields.push({ name, page, twice });
        known.set(name, page);
        const beyond = Math.max(-left - field.left, -top - field.top, left + field.right - width, top + field.bottom - height);
        if (beyond > TOLERANCE) fields.push({ name, page, beyond });
      }
      for (const letter of looked.unshown) if (!letters.has(letter)) letters.set(letter, page);
    }
  }
  return { fields, letters };
};
