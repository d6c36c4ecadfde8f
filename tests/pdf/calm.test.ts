/** Every kind of block as the template calm makes it, written and read back. */
import { fileURLToPath } from 'node:url';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BlockOf, LeafBlock } from '../../src/content/blocks/index.ts';
import { loadStrings } from '../../src/content/load-strings.ts';
import { makeBook } from '../../src/layout/book.tsx';
import { registerFaces } from '../../src/layout/lay-out.ts';
import { writePdf } from '../../src/pdf/write.ts';
import { loadTheme } from '../../src/theme/load.ts';
import calm from '../../templates/calm/template.tsx';
import { section, workbookOf, worksheet } from '../fixtures/plain/workbook.ts';
import { findingsOf } from '../readers/findings.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { PdfiumDocument } from '../readers/pdfium.ts';
import { lettersOf, shownIn } from '../readers/shown.ts';
import { documentText } from '../readers/tree-text.ts';
import { KINDS, samplesOf } from '../template/samples.ts';
import { writeTooMuch } from './prose.ts';

const ring = fileURLToPath(new URL('../fixtures/plain/ring.png', import.meta.url));

/** The samples of a kind, in a section of their own. */
const blocksOf = (kind: (typeof KINDS)[number]): LeafBlock[] => samplesOf(kind).map((block) => (block.kind === 'image' ? { ...block, image: ring } : block));

const build = async (paper: 'letter' | 'a4', flat: boolean): Promise<Buffer> => {
  const [{ theme, fonts }, { strings }] = await Promise.all([loadTheme('calm', { paper, cwd: '/' }), loadStrings('en', '/')]);
  if (!theme || !fonts || !strings) throw new Error('calm does not load');
  await registerFaces([
    { family: theme.fonts.text, weight: 400, file: fonts.text.regular },
    { family: theme.fonts.text, weight: 700, file: fonts.text.bold },
    { family: theme.fonts.title, weight: 600, file: fonts.title },
    { family: theme.fonts.note, weight: 400, file: fonts.note },
    { family: theme.fonts.note, weight: 700, file: fonts.text.bold },
  ]);
  const kinds = KINDS.map((kind) => section(`kind-${kind}`, `Kind ${kind}`, [worksheet(`Sheet of ${kind}`, blocksOf(kind))], 'closing'));
  const step = section('step', 'A step', [worksheet('Sheet', samplesOf('scale'))]);
  const [trust] = samplesOf('scale');
  const { book, diagnostics } = await makeBook({
    workbook: workbookOf([step, ...kinds]),
    template: calm,
    setting: {
      theme,
      strings,
      scales: new Map([['step/trust', trust as BlockOf<'scale'>]]),
      helpLines: {
        country: 'Nowhere',
        collected: '1 January 2026',
        lines: [{ name: 'Line', for: 'anyone', phone: '1', text: 'Text to 1', web: 'https://example.org', hours: 'always', checked: '2026-01-01' }],
      },
    },
    preparedFor: 'Ana',
  });
  if (!book) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return (await writePdf(book, { info: { title: 'Every kind', language: 'en', date: new Date(0) }, fieldFont: fonts.field, flat })).bytes;
};

let bytes: Buffer;
let document: PDFDocumentProxy;
beforeAll(async () => {
  bytes = await build('letter', false);
  document = await openInPdfjs(bytes);
});
afterAll(() => document.loadingTask.destroy());

test('every kind of block is read as it is meant, its fields by their names', async () => {
  await expect(await documentText(document)).toMatchFileSnapshot('calm.structure.txt');
});

test.each([
  ['letter', false],
  ['a4', false],
  ['letter', true],
  ['a4', true],
] as const)('no rule is broken on %s (print only: %s)', async (paper, flat) => {
  expect(await findingsOf(await build(paper, flat))).toEqual([]);
});

test('whatever is typed into the fields of any kind is printed', async () => {
  const engine = await PdfiumDocument.open(bytes);
  const values = new Map<string, string>();
  for (let page = 0; page < engine.pageCount; page += 1) {
    for (const widget of engine.widgets(page)) {
      if (widget.kind === 'check') engine.click(widget);
      else engine.type(widget, writeTooMuch('plain', widget.rect));
    }
    engine.leave();
    for (const [name, value] of engine.values(page)) values.set(name, value);
  }
  const saved = engine.save();
  engine.close();
  const shown = await shownIn(saved);
  expect(shown.size).toBeGreaterThan(50);
  for (const [name, { letters, cut }] of shown) {
    expect(letters, name).toBe(lettersOf(values.get(name) ?? ''));
    expect(letters.length, name).toBeGreaterThan(2);
    expect(cut, name).toBe(0);
  }
  const ticks = [...values].filter(([name]) => !shown.has(name));
  expect(ticks.length).toBeGreaterThan(30);
  expect(new Set(ticks.map(([, value]) => value))).toEqual(new Set(['Yes']));
});
