/** Checks what the elements of a drawing refer to: it exists, does not contain itself, and is not drawn too many times. */
import { SHAPES } from './elements.ts';
import type { Faults } from './faults.ts';
import { urlTarget } from './paint.ts';
import type { Plain } from './simplify.ts';

/** The most shapes that are drawn, counting each use of a part: nested uses multiply. */
const MOST = 20_000;

/** How deep parts may contain or refer to others: the drawing library recurses. Twice as deep as elements may nest (`DEEPEST`). */
const DEEPEST_CHAIN = 200;

/** How much is drawn for an element: the number of shapes, and how deep they lie. */
interface Inside {
  shapes: number;
  depth: number;
}
const NOTHING: Inside = { shapes: 0, depth: 0 };

/** The elements of a drawing by id; the first one where an id is used twice. */
const idsIn = (root: Plain): Map<string, Plain> => {
  const ids = new Map<string, Plain>();
  const look = (element: Plain): void => {
    const { id } = element.attributes;
    if (id && !ids.has(id)) ids.set(id, element);
    element.children.forEach(look);
  };
  look(root);
  return ids;
};

/** The ids that an element refers to. */
const targetsOf = ({ attributes }: Plain): { key: string; id: string }[] =>
  Object.entries(attributes).flatMap(([key, value]) => {
    const target = key === 'href' ? value : urlTarget(value);
    return target === undefined ? [] : [{ key, id: target.startsWith('#') ? target.slice(1) : target }];
  });

/**
 * Checks every reference, and removes those that lead nowhere.
 *
 * @returns how many shapes are drawn
 */
export const checkReferences = (root: Plain, faults: Faults): number => {
  const ids = idsIn(root);
  const known = new Map<Plain, Inside>();
  const inside = new Set<Plain>();
  let endless: Plain | undefined;
  const count = (element: Plain): Inside => {
    const before = known.get(element);
    if (before) return before;
    if (inside.has(element)) {
      faults.add('svg-circle', `a part that holds itself (id "${element.attributes.id ?? ''}")`, element);
      return NOTHING;
    }
    if (inside.size > DEEPEST_CHAIN) {
      endless ??= element;
      return NOTHING;
    }
    inside.add(element);
    const all: Inside = { shapes: SHAPES.has(element.name) ? 1 : 0, depth: 0 };
    const take = ({ shapes, depth }: Inside): void => {
      all.shapes += shapes;
      all.depth = Math.max(all.depth, depth + 1);
    };
    for (const { key, id } of targetsOf(element)) {
      const target = ids.get(id);
      if (target) take(count(target));
      else {
        faults.add('svg-missing', `a reference to "${id}"`, element);
        const fallback = /\)\s*(#\S+)$/.exec(element.attributes[key] ?? '')?.[1];
        if (fallback) element.attributes[key] = fallback;
        else if (key === 'fill' || key === 'stroke') element.attributes[key] = 'none';
        else delete element.attributes[key];
      }
    }
    for (const child of element.children) take(count(child));
    inside.delete(element);
    known.set(element, all);
    if (all.depth > DEEPEST_CHAIN) endless ??= element;
    return all;
  };
  const { shapes } = count(root);
  if (endless) faults.add('svg-chain', 'a chain that goes on and on', endless);
  if (shapes > MOST) faults.add('svg-large', `${Number.isSafeInteger(shapes) ? shapes : 'far more'}`, root);
  return shapes;
};
