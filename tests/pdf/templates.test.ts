/** Every kind of block in each shipped template, in formats that differ most, written and read back. */
import { describe, expect, test } from 'vitest';
import { loadStrings } from '../../src/content/load-strings.ts';
import { shippedTemplates, templatesIn } from '../../src/theme/find-template.ts';
import { loadTemplate } from '../../src/template/load.ts';
import { loadTheme } from '../../src/theme/load.ts';
import type { Format } from '../../src/options/option-values.ts';
import { makePdf } from '../../src/builder/make-pdf.ts';
import { everyKind } from '../layout/calm-book.ts';
import { findingsOf } from '../readers/findings.ts';
import { PdfiumDocument } from '../readers/pdfium.ts';
import { lettersOf, shownIn } from '../readers/shown.ts';
import { writeTooMuch } from './prose.ts';

const helpLines = {
  country: 'Nowhere',
  collected: '1 January 2026',
  lines: [{ name: 'Line', for: 'anyone', phone: '1', text: 'Text to 1', web: 'https://example.org', hours: 'always', checked: '2026-01-01' }],
};

const build = async (name: string, format: Format): Promise<Buffer> => {
  const [{ theme, fonts }, { strings }, { template }] = await Promise.all([
    loadTheme(name, { ...format, cwd: '/' }),
    loadStrings('en', '/'),
    loadTemplate(name, { cwd: '/' }),
  ]);
  if (!theme || !fonts || !strings || !template) throw new Error(`${name} does not load`);
  const { pdf, diagnostics } = await makePdf({ edition: everyKind(), template, theme, fonts, strings, helpLines, options: format });
  expect(diagnostics).toEqual([]);
  if (!pdf) throw new Error(`${name} cannot be laid out`);
  return pdf.bytes;
};

// calm has its own tests, in more formats.
const names = (await templatesIn(shippedTemplates())).filter((name) => name !== 'calm');

describe.each(names)('the template %s', (name) => {
  test.each<Format>([{ paper: 'letter' }, { paper: 'a5', inkSaver: true }, { paper: 'a4', largePrint: true, binding: '2-hole' }])(
    'has room for every word and breaks no rule (%o)',
    async (format) => {
      expect(await findingsOf(await build(name, format))).toEqual([]);
    },
  );

  test('prints whatever is typed into the fields of any kind', async () => {
    const engine = await PdfiumDocument.open(await build(name, { paper: 'letter' }));
    const values = new Map<string, string>();
    for (let page = 0; page < engine.pageCount; page += 1) {
      for (const widget of engine.widgets(page)) if (widget.kind !== 'check') engine.type(widget, writeTooMuch('plain', widget.rect));
      engine.leave();
      for (const [field, value] of engine.values(page)) values.set(field, value);
    }
    const shown = await shownIn(engine.save());
    engine.close();
    expect(shown.size).toBeGreaterThan(50);
    for (const [field, { letters, cut }] of shown) {
      expect(letters, field).toBe(lettersOf(values.get(field) ?? ''));
      expect(letters.length, field).toBeGreaterThan(2);
      expect(cut, field).toBe(0);
    }
  });
});
