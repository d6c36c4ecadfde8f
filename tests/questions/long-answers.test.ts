/** An answer of 99,000 signs, of whatever kind, is read and written in no time: nothing looks from each of them to the end. */
import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { asCsv, asLongCsv } from '../../src/questions/as-csv.ts';
import { asMarkdown, asText } from '../../src/questions/as-text.ts';
import { compareCopies } from '../../src/questions/progress.ts';
import { comparisonText } from '../../src/questions/progress-text.ts';
import { readAnswers } from '../../src/questions/read-answers.ts';
import { blankCopy } from '../fixtures/filled-copies.ts';
import { fillByHand } from '../flatten/filled.ts';

let blank: Uint8Array;
beforeAll(async () => {
  blank = await blankCopy();
}, 60_000);

const LENGTH = 99_000;

test.each([' ', '\n', '\t', '\t- ', '; ', '1', '# ', '* ', '<', '\u0301', '\u200D', '\u202E', '\u00A0', ':', 'www.', '____', ' when ', '=', "'"])(
  'of %j',
  async (unit) => {
    const text = `a${unit.repeat(LENGTH / unit.length)}b`;
    const bytes = await fillByHand(blank, (name) => (['one_what', 'one_i_1'].includes(name) ? text : undefined));
    const { copy } = await readAnswers(bytes, 'ana.pdf');
    if (!copy) throw new Error('not read');
    const copies = [{ file: 'ana.pdf', copy }];
    const written = [asMarkdown, asText, asCsv, asLongCsv].map((write) => write(copies));
    for (const one of [...written, comparisonText(compareCopies([...copies, ...copies]), false)]) expect(one).not.toBe('');
  },
);

test('or a look of a million signs', async () => {
  const document = await PDFDocument.load(blank, { updateMetadata: false });
  for (const unit of ['/', '1', '1 ']) {
    document
      .getForm()
      .getTextField('one_what')
      .acroField.dict.set(PDFName.of('DA'), PDFHexString.fromText(unit.repeat(1_000_000 / unit.length)));
    expect((await readAnswers(await document.save({ updateFieldAppearances: false }), 'ana.pdf')).copy).toBeDefined();
  }
});
