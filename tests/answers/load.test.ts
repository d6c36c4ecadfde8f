/** PDFs that open without a password, and are locked against changes, are read as if they were not locked. */
import { PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import PDFKit from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { Locked } from '../../src/answers/decrypt.ts';
import { loadObjects } from '../../src/answers/load.ts';
import { Objects } from '../../src/answers/objects.ts';
import { openPrintPdf } from '../../src/booklet/open-printable.ts';

// Ŝ and 尨 have the codes of a backslash and of a bracket in them.
const TITLE = 'Ŝo it was \\ (Łódź) 尨';

const locked = (options: Record<string, string>): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const document = new PDFKit({ compress: true, info: { Title: TITLE }, ...options });
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.text('Words');
    document.end();
  });

describe.each(['1.3', '1.4', '1.6', '1.7ext3'] as const)('with the cipher of PDF %s', (pdfVersion) => {
  test('texts and streams are read', async () => {
    const bytes = await locked({ pdfVersion, ownerPassword: 'secret' });
    expect(bytes.toString('latin1')).toContain('/Encrypt');
    const { context, decrypted } = await loadObjects(bytes);
    const objects = new Objects(context);
    const info = objects.asDict(context.trailerInfo.Info);
    expect(decrypted).toBe(true);
    expect(info && objects.text(info, 'Title')).toBe(TITLE);
    const streams = context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFRawStream ? [Buffer.from(objects.bytes(object)).toString('latin1')] : []));
    expect(streams.some((stream) => /\bBT\b[^]*\bTJ\b/.test(stream))).toBe(true);
    expect(context.trailerInfo.Encrypt).toBeUndefined();
  });

  test('pages can be folded', async () => {
    const { opened, diagnostics } = await openPrintPdf(await locked({ pdfVersion, ownerPassword: 'secret' }), 'in.pdf');
    expect([diagnostics, opened?.pages.length, opened?.document.getTitle()]).toEqual([[], 1, TITLE]);
  });

  test('one that asks for a password is locked', async () => {
    await expect(loadObjects(await locked({ pdfVersion, userPassword: 'secret' }))).rejects.toBeInstanceOf(Locked);
  });
});

test('a file that only speaks of encryption is read', async () => {
  const document = await PDFDocument.create();
  document.addPage().node.set(PDFName.of('Note'), PDFString.of('/Encrypt 1 0 R'));
  document.catalog.set(PDFName.of('Lang'), PDFHexString.fromText('en'));
  const { context, decrypted } = await loadObjects(await document.save({ useObjectStreams: false }));
  expect([decrypted, context.enumerateIndirectObjects().length > 2]).toEqual([false, true]);
});
