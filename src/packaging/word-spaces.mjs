/**
 * Patches for react-pdf that keep the spaces between words as wide as the font has them. Its setter lets a line be too long, and then narrows
 * each space by up to a point: lines with small and large spaces stand beside each other in text that is ragged anyway.
 */

/** As `patchPlugin` takes them; the program's own engine does the same (src/engine/text). */
export const wordSpaces = [
  {
    file: '@react-pdf/textkit/lib/textkit.js',
    // A space may shrink by this share of its width, 3 of 3,000,000: no more than sums differ by rounding. With 0, textkit would never give up
    // a line that has become too long.
    changes: [['    shrink: 9,\n', '    shrink: 3_000_000,\n']],
  },
  {
    file: '@react-pdf/layout/lib/index.js',
    changes: [
      ['shrinkWhitespaceFactor: { before: -0.5, after: -0.5 }', 'shrinkWhitespaceFactor: { before: 0, after: 0 }'],
      ['const shrinkWhitespaceFactor = { before: -0.5, after: -0.5 };', 'const shrinkWhitespaceFactor = { before: 0, after: 0 };'],
    ],
  },
];
