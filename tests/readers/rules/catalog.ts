/** The document as a whole: version, language, title, metadata, no script. */
import { PDFDict } from '@cantoo/pdf-lib';
import { keysOf } from '../raw.ts';
import { xmlFaults } from '../xml.ts';
import { type Finding, Findings, type Reading } from './finding.ts';

const decodeXml = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '');

/** Names of actions that a workbook never has; `GoTo` is written as a destination. */
const SCRIPTED = new Set(['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'ResetForm', 'Rendition', 'GoToR', 'Named', 'Hide']);

/** PDF 1.7, tagged, titled, in a language; metadata that a strict parser reads; nothing that runs. */
export const catalogFindings = ({ pdf }: Reading): Finding[] => {
  const found = new Findings();
  const { catalog } = pdf;
  const header = Buffer.from(pdf.bytes.subarray(0, 8)).toString('latin1');
  found.expect(header === '%PDF-1.7', 'header-1.7', 'header', header);
  found.expect(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(pdf.text(catalog, 'Lang') ?? ''), 'language', 'catalog', `Lang ${pdf.text(catalog, 'Lang')}`);
  const markInfo = pdf.dict(catalog, 'MarkInfo');
  found.expect(String(markInfo && pdf.get(markInfo, 'Marked')) === 'true', 'marked', 'catalog', 'MarkInfo/Marked is not true');
  found.expect(!markInfo || pdf.get(markInfo, 'Suspects') === undefined, 'marked', 'catalog', 'MarkInfo/Suspects');
  const preferences = pdf.dict(catalog, 'ViewerPreferences');
  found.expect(String(preferences && pdf.get(preferences, 'DisplayDocTitle')) === 'true', 'title-shown', 'catalog', 'DisplayDocTitle is not true');

  const form = pdf.dict(catalog, 'AcroForm');
  if (form) {
    found.expect(pdf.get(form, 'NeedAppearances') === undefined, 'need-appearances', 'AcroForm', 'NeedAppearances is set');
    found.expect(pdf.get(form, 'XFA') === undefined && pdf.get(form, 'CO') === undefined, 'script', 'AcroForm', 'XFA or CO');
  }
  found.expect(pdf.get(catalog, 'OpenAction') === undefined, 'script', 'catalog', 'OpenAction');
  const names = pdf.dict(catalog, 'Names');
  found.expect(!names || pdf.get(names, 'JavaScript') === undefined, 'script', 'catalog', 'Names/JavaScript');
  for (const [ref, value] of pdf.objects()) {
    if (!(value instanceof PDFDict)) continue;
    found.expect(pdf.get(value, 'AA') === undefined, 'script', ref, 'additional actions');
    for (const action of [value, pdf.dict(value, 'A')]) {
      const kind = action && pdf.name(action, 'S');
      found.expect(!kind || !SCRIPTED.has(kind), 'script', ref, `action ${kind}`);
      found.expect(!action || !keysOf(action).includes('JS'), 'script', ref, 'JS');
    }
  }
  found.all.push(...metadataFindings(pdf));
  return found.all;
};

const metadataFindings = (pdf: Reading['pdf']): Finding[] => {
  const found = new Findings();
  const stream = pdf.get(pdf.catalog, 'Metadata');
  if (!stream) return [{ rule: 'metadata', where: 'catalog', what: 'no metadata' }];
  const xmp = Buffer.from(pdf.stream(stream)).toString('utf8');
  for (const fault of xmlFaults(xmp)) found.expect(false, 'metadata', 'XMP', fault);
  const title = /<dc:title>[\s\S]*?<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(xmp)?.[1];
  const info = pdf.document.getTitle();
  found.expect(title !== undefined && decodeXml(title) === info, 'metadata', 'XMP', `title ${title}, in the information dictionary ${info}`);
  const identified = /xmlns:pdfuaid="http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/"/.test(xmp) && /<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp);
  found.expect(identified, 'metadata', 'XMP', 'not identified as PDF/UA-1');
  return found.all;
};
