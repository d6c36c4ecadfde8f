/** Removes what browsers draw as nothing and the drawing library would fail on: markers and viewports without a size, markers on shapes without a line. */
import { SHAPES } from './elements.ts';
import { commandsOf, outlineOf } from './path-data.ts';
import type { Plain } from './simplify.ts';

const MARKS = ['marker-start', 'marker-mid', 'marker-end'];

const isNothing = (value: string | undefined): boolean => value !== undefined && !(Number.parseFloat(value) > 0);

/** Whether a viewport shows nothing: it, or its viewBox, has no width or no height (SVG 2, 8.2 and 13.7.1). */
const isClosed = ({ attributes }: Plain, width: string, height: string): boolean => {
  const [, , across, down] = attributes['viewBox']?.trim().split(/[\s,]+/) ?? [];
  return [attributes[width], attributes[height], across, down].some(isNothing);
};

const hasLine = ({ name, attributes }: Plain): boolean =>
  commandsOf(outlineOf(name, attributes) ?? '').commands.some(({ letter }) => letter.toUpperCase() !== 'M');

/** Removes, below the root of a drawing, what is drawn as nothing. */
export const withoutUndrawn = (element: Plain): void => {
  for (const child of element.children) {
    if (child.name === 'marker' && isClosed(child, 'markerWidth', 'markerHeight')) {
      const { id = '' } = child.attributes;
      Object.assign(child, { attributes: { id }, children: [] });
    } else if (child.name === 'svg' && isClosed(child, 'width', 'height')) {
      const { id } = child.attributes;
      Object.assign(child, { name: 'g', attributes: id === undefined ? {} : { id }, children: [] });
    } else if (SHAPES.has(child.name) && !hasLine(child)) {
      for (const mark of MARKS) child.attributes[mark] = 'none';
    }
    withoutUndrawn(child);
  }
};
