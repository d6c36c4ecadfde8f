/** Reads an SVG logo: from the file to a simple drawing of vectors, or to the diagnostics that say why it cannot be drawn. */
import type { DiagnosticCode } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { error } from '../../diagnostics/make.ts';
import { type SourceFile, sourceFile } from '../../diagnostics/source-file.ts';
import { Faults } from './faults.ts';
import { parseSvg, SVG } from './parse-svg.ts';
import { resolveGradients } from './gradients.ts';
import { checkReferences } from './references.ts';
import { type Plain, simplify } from './simplify.ts';
import { sizeOfDrawing } from './drawing-size.ts';
import { withoutUndrawn } from './undrawn.ts';
import { xmlWords } from './xml-words.ts';

export interface ReadDrawing {
  /** Given when there is no error. */
  drawing?: { width: number; height: number; drawing: string };
  source: SourceFile;
  diagnostics: Diagnostic[];
}

/** The largest file, in bytes; only files with the private data of a drawing program are larger. */
const LARGEST = 4 * 1024 * 1024;

/**
 * Reads a drawing.
 *
 * @param file absolute path
 * @param bytes what is in it
 */
export const readDrawing = (file: string, bytes: Buffer): ReadDrawing => {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const source = sourceFile(file, text);
  const refuse = (code: DiagnosticCode, message: string, hint: string, start = 0, end = start): ReadDrawing => ({
    source,
    diagnostics: [error(code, message, { file, start, end }, hint)],
  });
  if (bytes.length > LARGEST)
    return refuse(
      'image-too-large',
      `expected a drawing of at most 4 MB, found ${(bytes.length / 1024 / 1024).toFixed(1)} MB`,
      'save it as plain or optimized SVG, without the data of the drawing program',
    );
  if (text.includes('\0')) return refuse('svg-broken', 'expected SVG as UTF-8, found another encoding', 'save it as UTF-8');

  const { root, instructions, fault } = parseSvg(text);
  if (fault) {
    const { found, hint = 'save the drawing again as SVG' } = xmlWords(fault.words);
    return refuse('svg-broken', `expected well-formed SVG, found ${found}`, hint, Math.max(0, fault.at - 1), fault.at);
  }
  if (!root || root.name !== 'svg' || root.space !== SVG)
    return refuse('svg-broken', `expected an <svg> element, found ${root ? `<${root.name}>` : 'none'}`, 'save the drawing as SVG', root?.start, root?.end);
  const size = sizeOfDrawing(root.attributes);
  if (!size)
    return refuse(
      'svg-size',
      'expected a viewBox, or a width and a height, found none',
      'add viewBox="0 0 width height" to the <svg> element',
      root.start,
      root.end,
    );

  const faults = new Faults();
  for (const { target, start, end } of instructions) if (target === 'xml-stylesheet') faults.add('svg-remote', 'a style sheet elsewhere', { start, end });
  const plain = simplify(root, seenOf(size.viewBox), faults);
  const shapes = checkReferences(plain, faults);
  const diagnostics = faults.diagnostics(file);
  if (diagnostics.some(({ severity }) => severity === 'error')) return { source, diagnostics };
  if (shapes === 0) return refuse('svg-empty', 'expected shapes in the drawing, found none', 'save it again, with its layers shown', root.start, root.end);
  withoutUndrawn(plain);
  resolveGradients(plain);
  return { source, diagnostics, drawing: { width: size.width, height: size.height, drawing: rewritten(plain, size.viewBox) } };
};

const seenOf = (viewBox: string): { width: number; height: number } => {
  const [, , width = 0, height = 0] = viewBox.split(' ').map(Number);
  return { width, height };
};

/** Writes the drawing as SVG markup. */
const rewritten = (root: Plain, viewBox: string): string => {
  const { width: _, height: __, x: ___, y: ____, ...attributes } = root.attributes;
  return markup({ ...root, attributes: { ...attributes, viewBox } });
};

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (value: string): string => value.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

const markup = ({ name, attributes, children }: Plain): string => {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${given.join('')}>${children.map(markup).join('')}</${name}>`;
};
