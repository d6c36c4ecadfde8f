/** Lists what a drawing may have and a page cannot show; each kind is reported once, at its first place, with a way out. */
import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.ts';

interface Words {
  severity: Severity;
  /** After "expected … , found". */
  expected: string;
  hint: string;
}

const SHAPES = 'a drawing of shapes';

export const FAULTS = {
  'svg-text': {
    severity: 'error',
    expected: `${SHAPES}`,
    hint: 'convert text to paths and save again: Inkscape: Path > Object to Path; Illustrator: Type > Create Outlines; Figma: Flatten, or “Outline text” on export',
  },
  'svg-picture': { severity: 'error', expected: `${SHAPES}`, hint: 'save the whole logo as PNG, at least 600 pixels wide; or trace the picture to shapes' },
  'svg-script': { severity: 'error', expected: 'a drawing that does nothing', hint: 'remove the script: a logo does not need one' },
  'svg-remote': { severity: 'error', expected: 'a drawing that is whole in its file', hint: 'nothing is fetched: save the drawing with everything in it' },
  'svg-foreign': { severity: 'error', expected: `${SHAPES}`, hint: 'save it again as plain SVG' },
  'svg-style': {
    severity: 'error',
    expected: 'styles for tags, classes or ids',
    hint: 'save it again with styles as attributes: Illustrator: Styling > Presentation Attributes; Inkscape: Plain SVG',
  },
  'svg-colour': { severity: 'error', expected: 'a colour such as "#0e5157"', hint: 'save it again in RGB' },
  'svg-path': { severity: 'error', expected: 'an outline of numbers and letters', hint: 'save the drawing again' },
  'svg-circle': { severity: 'error', expected: 'parts that do not hold themselves', hint: 'save it again as plain SVG' },
  'svg-chain': { severity: 'error', expected: 'parts that refer to a few others', hint: 'save it again as plain SVG' },
  'svg-large': { severity: 'error', expected: 'a drawing of at most 20000 shapes', hint: 'simplify it, or save it as PNG' },
  'svg-missing': {
    severity: 'warning',
    expected: 'a part that is in the file',
    hint: 'what refers to it is drawn without; save the drawing again if that shows',
  },
  'svg-effect': {
    severity: 'warning',
    expected: 'shapes without effects',
    hint: 'it is drawn without; if that shows, save the whole logo as PNG, at least 600 pixels wide',
  },
  'svg-unknown': {
    severity: 'warning',
    expected: 'elements that a page can show',
    hint: 'it is left out; if that shows, save the whole logo as PNG, at least 600 pixels wide',
  },
} satisfies Record<string, Words>;

export type FaultCode = keyof typeof FAULTS;

/** Collects faults, and reports each kind once. */
export class Faults {
  readonly #seen = new Map<string, { code: FaultCode; found: string; start: number; end: number; count: number }>();

  /** @param found what was found, such as `text` or `<image>` */
  add(code: FaultCode, found: string, { start, end }: { start: number; end: number }): void {
    const key = `${code} ${found}`;
    const before = this.#seen.get(key);
    if (before) before.count += 1;
    else this.#seen.set(key, { code, found, start, end, count: 1 });
  }

  /** @param file absolute path */
  diagnostics(file: string): Diagnostic[] {
    return [...this.#seen.values()].map(({ code, found, start, end, count }) => {
      const { severity, expected, hint }: Words = FAULTS[code];
      return {
        code,
        severity,
        message: `expected ${expected}, found ${found}${count > 1 ? `, ${count} times in this file` : ''}`,
        at: { file, start, end },
        hints: [hint],
      };
    });
  }
}
