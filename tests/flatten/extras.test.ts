/** Scripts, attachments and actions of a filled copy do not go into the flat one, and it is told that they were there. */
import { PDFArray, PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { plainPdf } from '../fixtures/plain/build.ts';
import { RawPdf } from '../readers/raw.ts';
import { flattened } from './filled.ts';

test('scripts, attachments and actions are left out and told; links and bookmarks stay', async () => {
  const { bytes: blank } = await plainPdf();
  const plain = await flattened(blank);
  expect(plain.leftOut).toEqual([]);
  const document = await PDFDocument.load(blank, { updateMetadata: false });
  const { context, catalog } = document;
  document.addJavaScript('s', 'app.alert("secret")');
  await document.attach(Buffer.from('secret'), 'secret.txt');
  catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'JavaScript', JS: PDFString.of('secret') }));
  const script = context.obj({ S: 'JavaScript', JS: PDFString.of('secret') });
  document.getPage(0).node.set(PDFName.of('AA'), context.obj({ O: script }));
  const note = context.register(context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [10, 10, 30, 30], A: script }));
  const page = document.getPage(2).node;
  page.lookup(PDFName.of('Annots'), PDFArray).push(note);
  const { bytes, leftOut } = await flattened(await document.save({ updateFieldAppearances: false }));
  expect(leftOut).toEqual(['attachments', 'scripts']);
  const pdf = await RawPdf.open(bytes);
  const held = pdf.objects().map(([, value]) => (value instanceof PDFRawStream ? Buffer.from(pdf.stream(value)).toString('latin1') : value.toString()));
  expect(held.join('\n')).not.toMatch(/secret|JavaScript|EmbeddedFile/);
  const links = (file: RawPdf): number =>
    file.pages.flatMap(({ annotations }) => annotations.filter(({ dict }) => file.get(dict, 'A') ?? file.get(dict, 'Dest'))).length;
  expect(links(pdf)).toBe(links(await RawPdf.open(plain.bytes)));
});
