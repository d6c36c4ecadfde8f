/** PDFs of a few pages with a word on each, made by another library than the one that imposes them. */
import PDFKit from 'pdfkit';

interface PagesOptions {
  size?: [width: number, height: number];
  /** Dictionary entries of a page, by its index. */
  entries?: (index: number) => Record<string, unknown>;
  /** Pages without any content. */
  empty?: readonly number[];
  /** Passwords, or any. */
  encrypt?: boolean | Pick<PDFKit.PDFDocumentOptions, 'userPassword' | 'ownerPassword' | 'pdfVersion'>;
  title?: string;
}

/** Where the word stands: from the left edge of the page and from its foot, in points. */
export const PLACE = { left: 50, foot: 100 };

/** A PDF whose pages say `p1`, `p2` … at the same place. */
export const pagesPdf = (
  count: number,
  { size = [419.53, 595.28], entries, empty = [], encrypt = false, title = 'Pages' }: PagesOptions = {},
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const doc = new PDFKit({
      autoFirstPage: false,
      size,
      margin: 0,
      info: { Title: title, CreationDate: new Date(0) },
      ...(encrypt === true ? { userPassword: 'secret' } : encrypt || {}),
    });
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    for (let index = 0; index < count; index += 1) {
      doc.addPage();
      Object.assign(doc.page.dictionary.data, entries?.(index) ?? {});
      if (empty.includes(index)) continue;
      // The baseline lies at the place.
      doc.fontSize(20).text(`p${index + 1}`, PLACE.left, size[1] - PLACE.foot, { baseline: 'alphabetic', lineBreak: false });
      doc.link(10, 10, 20, 20, 'https://example.org');
    }
    doc.end();
  });
