/** Objects are written as pdfkit writes them. */
import fc from 'fast-check';
import PDFKit from 'pdfkit';
import { expect, test } from 'vitest';
import { textString } from '../../src/pdf/document.ts';
import { objectText } from '../../src/pdf/object-text.ts';

interface Opened {
  ref(data: Record<string, unknown>): { id: number; end(): void };
}

const document = (): Opened => new PDFKit({ autoFirstPage: false, font: null as unknown as string }) as unknown as Opened;

/** What pdfkit writes between `obj` and `endobj`. */
const written = (data: Record<string, unknown>): unknown => {
  const doc = document();
  const parts: unknown[] = [];
  const ref = doc.ref(data);
  Object.assign(doc, { _write: (part: unknown) => parts.push(part) });
  ref.end();
  return parts[1];
};

const reference = document().ref({});
const { tie } = fc.letrec((of) => ({
  tie: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.integer(),
    fc.float({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
    fc.stringMatching(/^[A-Za-z]{1,9}$/),
    fc.string({ unit: 'binary' }).map(textString),
    fc.string().map(textString),
    fc.constantFrom(null, true, false, reference),
    fc.array(of('tie'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[A-Z][a-z]{0,4}$/), fc.oneof(of('tie'), fc.constant(undefined)), { maxKeys: 4 }),
  ),
}));

test('whatever an object holds, it is written as pdfkit would', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[A-Z][a-z]{0,4}$/), tie), (data) => {
      expect(objectText(data)).toBe(written(data));
    }),
  );
});

test('signs of its own are escaped in a text, and letters beyond ASCII are in UTF-16', () => {
  expect(objectText({ T: textString('a (b) \\ c\n'), U: textString('é') })).toBe('<<\n/T (a \\(b\\) \\\\ c\\n)\n/U (\u00fe\u00ff\u0000\u00e9)\n>>');
});
