/** Fonts: all that is shown is embedded; the typing font is whole, simple and in WinAnsiEncoding. */
import { PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { keysOf, type RawPdf } from '../raw.ts';
import { readContent } from '../content.ts';
import { type Finding, Findings, type Reading } from './finding.ts';

const embedded = (pdf: RawPdf, font: PDFDict): boolean => {
  const [descendant] = pdf.list(font, 'DescendantFonts').map((entry) => pdf.follow(entry));
  const descriptor = pdf.dict(descendant instanceof PDFDict ? descendant : font, 'FontDescriptor');
  return descriptor !== undefined && ['FontFile', 'FontFile2', 'FontFile3'].some((key) => pdf.get(descriptor, key) instanceof PDFRawStream);
};

/** Rules about fonts on pages, in appearances and in the form. */
export const fontFindings = ({ pdf }: Reading): Finding[] => {
  const found = new Findings();
  const shown = (resources: PDFDict | undefined, where: string, operators: string): void => {
    const fonts = resources && pdf.dict(resources, 'Font');
    const used = new Set(operators.match(/\/[^\s/]+(?=\s+[\d.]+\s+Tf)/g)?.map((name) => name.slice(1)));
    for (const name of new Set([...used, ...(fonts ? keysOf(fonts) : [])])) {
      const font = fonts && pdf.dict(fonts, name);
      found.expect(font !== undefined, 'font', where, `${name} is in no resources`);
      if (font) found.expect(embedded(pdf, font), 'font', where, `${pdf.name(font, 'BaseFont')} is not embedded`);
    }
  };
  for (const page of pdf.pages) {
    const where = `page ${page.index + 1}`;
    const operators = pdf.content(page);
    shown(pdf.dict(page.dict, 'Resources'), where, operators);
    for (const { tag, paints, fonts } of readContent(operators).marked) {
      found.expect(paints > 0 || fonts.size === 0 || tag === 'Artifact', 'font', where, `${tag} sets a font and no text`);
    }
  }
  for (const [ref, value] of pdf.objects()) {
    if (!(value instanceof PDFRawStream) || pdf.name(value.dict, 'Subtype') !== 'Form') continue;
    shown(pdf.dict(value.dict, 'Resources'), ref, Buffer.from(pdf.stream(value)).toString('latin1'));
  }
  found.all.push(...typingFontFindings(pdf));
  return found.all;
};

const typingFontFindings = (pdf: RawPdf): Finding[] => {
  const found = new Findings();
  const form = pdf.dict(pdf.catalog, 'AcroForm');
  if (!form) return [];
  const resources = pdf.dict(form, 'DR');
  const fonts = resources && pdf.dict(resources, 'Font');
  const name = /\/(\S+) /.exec(pdf.text(form, 'DA') ?? '')?.[1] ?? '';
  const font = fonts && pdf.dict(fonts, name);
  if (!fonts || !font) return [{ rule: 'typing-font', where: 'AcroForm', what: `DA names ${name}, which is not in DR` }];
  found.expect(pdf.dict(fonts, 'ZaDb') !== undefined, 'typing-font', 'AcroForm', 'no ZaDb, which check boxes name');
  found.expect(pdf.name(font, 'Subtype') === 'TrueType', 'typing-font', 'AcroForm', `${pdf.name(font, 'Subtype')} is no simple TrueType`);
  const encoding = pdf.dict(font, 'Encoding');
  const base = encoding && pdf.name(encoding, 'BaseEncoding');
  found.expect(base === 'WinAnsiEncoding' && pdf.list(encoding as PDFDict, 'Differences').length > 0, 'typing-font', 'AcroForm', `encoding ${base}`);
  found.expect(pdf.get(font, 'ToUnicode') !== undefined, 'typing-font', 'AcroForm', 'no map to Unicode, which tells letters of one name apart');
  found.expect(!/^[A-Z]{6}\+/.test(pdf.name(font, 'BaseFont') ?? ''), 'typing-font', 'AcroForm', 'a subset');
  found.expect(embedded(pdf, font), 'typing-font', 'AcroForm', 'not embedded');
  const [first, last] = [pdf.number(font, 'FirstChar') ?? 0, pdf.number(font, 'LastChar') ?? 0];
  found.expect(pdf.numbers(font, 'Widths').length === last - first + 1 && first === 1 && last === 255, 'typing-font', 'AcroForm', 'not a width for each code');
  return found.all;
};
