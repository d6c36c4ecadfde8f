/** Draws the lines to write on and the frames of tick boxes, as content of the page. */
import type { Ruling } from '../kit/marks.ts';
import type { PdfDocument } from './document.ts';

/** A box on the page in points, from its upper left corner. */
export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The y of each writing line in a box, from the top: the last lies at its lower edge. */
export const lineOffsets = (height: number, leading: number): number[] => {
  const count = Math.max(1, Math.round(height / leading));
  return Array.from({ length: count }, (_, index) => height - (count - 1 - index) * leading);
};

/** The rules of a box but for the last, the last alone, or all. */
export type RulePart = 'inner' | 'last' | 'all';

/** The parts that the rules of a field are drawn in: apart where there are several, else as one. */
export const rulesApart = (rules: Ruling, { height }: Rect): readonly RulePart[] =>
  (rules.kind === 'lines' || rules.kind === 'dots') && lineOffsets(height, rules.leading).length > 1 ? ['inner', 'last'] : ['all'];

/** Draws the rules of a box, or a part of them. */
export const drawRules = (doc: PdfDocument, rules: Ruling, { left, top, width, height }: Rect, part: RulePart = 'all'): void => {
  doc.save().lineWidth(rules.width).strokeColor(rules.color);
  if (rules.kind === 'box') {
    const inset = rules.width / 2;
    // Boxes of one size are drawn with the same words, which compress to next to nothing.
    doc.translate(left, top);
    doc.roundedRect(inset, inset, width - rules.width, height - rules.width, rules.radius ?? 0).stroke();
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
        .dash(0.001, { space: rules.leading });
    }
    const offsets = lineOffsets(height, rules.leading);
    for (const offset of part === 'all' ? offsets : part === 'last' ? offsets.slice(-1) : offsets.slice(0, -1)) {
      doc.moveTo(left, top + offset).lineTo(left + width, top + offset);
    }
    doc.stroke();
  }
  doc.restore();
};
