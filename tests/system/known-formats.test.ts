/** Files that are no text are known by what is in them, whatever they are called. */
import { expect, test } from 'vitest';
import { isUtf16, knownFormat } from '../../src/system/known-formats.ts';

/** The head of a file in a ZIP file (APPNOTE 6.3.10, 4.3.7), stored as it is. */
const entry = (name: string, content = ''): Buffer => {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name + content, 'latin1')]);
};
const zip = (...names: string[]): Buffer => Buffer.concat(names.map((name) => entry(name)));
/** A whole ZIP file: its files, and the directory that names them. */
const whole = (...files: Buffer[]): Buffer => {
  let at = 0;
  const directory = files.map((file) => {
    const length = file.readUInt16LE(26);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50);
    head.writeUInt16LE(length, 28);
    head.writeUInt32LE(at, 42);
    at += file.length;
    return Buffer.concat([head, file.subarray(30, 30 + length)]);
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...directory, end]);
};
/** A document that holds another one, unpacked. */
const holding = (own: string, folder: string, held: Buffer): Buffer =>
  whole(entry('[Content_Types].xml'), entry(`${folder}/embeddings/1.bin`, held.toString('latin1')), entry(own));
const excel = whole(entry('[Content_Types].xml'), entry('xl/workbook.xml'));
const word = whole(entry('[Content_Types].xml'), entry('word/document.xml'));
const ods = whole(entry('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'));
const compound = (stream: string): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(stream, 'utf16le')]);

test.each([
  [zip('[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml'), 'a spreadsheet of Excel (.xlsx)', true],
  [zip('[Content_Types].xml', 'xl/workbook.bin'), 'a spreadsheet of Excel (.xlsx)', true],
  [entry('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'), 'a spreadsheet of LibreOffice (.ods)', true],
  [zip('Index/Document.iwa', 'Metadata/Properties.plist'), 'a document of Numbers, Pages or Keynote', true],
  [zip('[Content_Types].xml', 'word/document.xml'), 'a document of Word (.docx)', false],
  [entry('mimetype', 'application/vnd.oasis.opendocument.text'), 'a document of LibreOffice (.odt)', false],
  [zip('words.txt'), 'a ZIP file', false],
  [holding('word/document.xml', 'word', excel), 'a document of Word (.docx)', false],
  [holding('word/document.xml', 'word', ods), 'a document of Word (.docx)', false],
  [holding('ppt/presentation.xml', 'ppt', excel), 'a presentation of PowerPoint (.pptx)', false],
  [holding('xl/workbook.xml', 'xl', word), 'a spreadsheet of Excel (.xlsx)', true],
  [holding('words.txt', 'more', excel), 'a ZIP file', false],
  [compound('Workbook'), 'a spreadsheet of an old Excel (.xls)', true],
  [compound('EncryptedPackage'), 'a spreadsheet or document that opens with a password', true],
  [compound('WordDocument'), 'a document of an old Word (.doc)', false],
  [Buffer.from('%PDF-1.7\n1 0 obj'), 'a PDF', false],
  [Buffer.from('{\\rtf1\\ansi name: A }'), 'a document of a word processor (RTF)', false],
  [Buffer.from('\uFEFF\n<!DOCTYPE html><html>'), 'a page of HTML', false],
  [Buffer.from('<table border=1><tr><td>name'), 'a page of HTML', false],
  [Buffer.from('ffd8ffe0', 'hex'), 'a picture', false],
] as const)('%#: %s is told', (bytes, words, isSpreadsheet) => {
  expect(knownFormat(bytes)).toEqual({ words, isSpreadsheet });
});

test.each(['', 'name,for\nAna,both\n', 'title: One\n', '<<: *usual\n', 'PK,for\n', '"<table>",for\n', '{ "form": 1 }'])('text is text: %j', (text) => {
  expect(knownFormat(Buffer.from(text))).toBeUndefined();
  expect(isUtf16(Buffer.from(text))).toBe(false);
});

test('UTF-16 is known with the mark at its start, and without', () => {
  for (const text of ['\uFEFFŁ', 'name,for\n']) {
    const little = Buffer.from(text, 'utf16le');
    expect([isUtf16(little), isUtf16(Buffer.from(little).swap16())]).toEqual([true, true]);
  }
});
