/** Lines to write on, frames round tick boxes: the art of a field, drawn on the page itself. */
import type { Ruling } from '../kit/marks.ts';
import type { PdfDocument } from './document.ts';

/** A box on the page in points, from its upper left corner. */
export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How far apart dots stand on a dotted line, in points: close enough to guide, far enough to stay quiet. */
const DOT_PITCH = 6;

/** The y of each writing line in a box, from the top: the last lies at its lower edge. */
export const lineOffsets = (height: number, leading: number): number[] => {
  const count = Math.max(1, Math.round(height / leading));
  return Array.from({ length: count }, (_, index) => height - (count - 1 - index) * leading);
};

/** Draws the rules of a box. */
export const drawRules = (doc: PdfDocument, rules: Ruling, { left, top, width, height }: Rect): void => {
  doc.save().lineWidth(rules.width).strokeColor(rules.color);
  if (rules.kind === 'box') {
    const inset = rules.width / 2;
    doc.roundedRect(left + inset, top + inset, width - rules.width, height - rules.width, rules.radius ?? 0).stroke();
  } else if (rules.kind === 'line') {
    doc
      .moveTo(left, top + height)
      .lineTo(left + width, top + height)
      .stroke();
  } else {
    if (rules.kind === 'dots') {
      // Dots of no length with round caps print as round dots as wide as the line.
      doc
        .lineCap('round')
        .lineWidth(rules.width * 2)
        .dash(0.001, { space: DOT_PITCH });
    }
    for (const offset of lineOffsets(height, rules.leading)) {
      doc.moveTo(left, top + offset).lineTo(left + width, top + offset);
    }
    doc.stroke();
  }
  doc.restore();
};
