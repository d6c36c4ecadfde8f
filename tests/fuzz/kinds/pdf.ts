/** PDFs that were filled in, or are to be printed, and then damaged. */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { lookAtPdf } from '../look.ts';
import { mutatePdf } from '../mutate-pdf.ts';
import { LIMITS } from '../options.ts';
import { SMALL, writeWorkbook } from '../small.ts';
import type { Place, Step, Subject } from '../subject.ts';

const WORDS = ['I said so. ', 'Łódź, Αθήνα, Київ — “q” ', '日本 ✓ 😀 ', 'One line,\nthen another. ', ''];

/** Fills in every field by hand; `times` longer than it takes, perhaps. */
const filled = async (blank: Buffer, options: { useObjectStreams: boolean }, times = 1): Promise<Buffer> => {
  const document = await PDFDocument.load(blank, { updateMetadata: false });
  let index = 0;
  for (const page of document.getPages()) {
    for (const entry of page.node.Annots()?.asArray() ?? []) {
      const field = document.context.lookup(entry, PDFDict);
      const kind = field.get(PDFName.of('FT'));
      index += 1;
      if (kind === PDFName.of('Tx')) field.set(PDFName.of('V'), PDFHexString.fromText((WORDS[index % WORDS.length] ?? '').repeat(times)));
      else if (kind === PDFName.of('Btn') && index % 2 === 0) for (const key of ['V', 'AS']) field.set(PDFName.of(key), PDFName.of('Yes'));
    }
  }
  return Buffer.from(await document.save({ updateFieldAppearances: false, ...options }));
};

export const pdfSubject = ({ cwd, run }: Place): Subject => {
  let sources: Promise<{ print: Buffer; toFlatten: readonly Buffer[] }> | undefined;
  const make = async (flat: boolean): Promise<Buffer> => {
    const options = { workbook: 'small', paper: 'a5', out: 'blank.pdf', force: true, quiet: true, flat } as const;
    const made = await run({ command: 'build', options }, LIMITS.build);
    if (!('code' in made) || made.code !== 0) throw new Error(`the small workbook cannot be built: ${JSON.stringify(made)}`);
    return readFile(path.join(cwd, 'blank.pdf'));
  };
  const makeSources = async (): Promise<{ print: Buffer; toFlatten: readonly Buffer[] }> => {
    const print = await make(true);
    const blank = await make(false);
    await rm(path.join(cwd, 'blank.pdf'));
    const toFlatten = [
      await filled(blank, { useObjectStreams: false }),
      await filled(blank, { useObjectStreams: true }),
      await filled(blank, { useObjectStreams: false }, 60),
    ];
    return { print, toFlatten };
  };
  return {
    prepare: () => writeWorkbook(path.join(cwd, 'small'), SMALL),
    async files(random) {
      const { print, toFlatten } = await (sources ??= makeSources());
      return random.chance(0.25) ? new Map([['print.pdf', mutatePdf(print, random)]]) : new Map([['filled.pdf', mutatePdf(random.pick(toFlatten), random)]]);
    },
    steps(random, files) {
      const [file = ''] = files.keys();
      const options = { file, out: 'out.pdf', force: true, quiet: random.chance(0.5) };
      const out = path.join(cwd, 'out.pdf');
      const booklet: Step = {
        task: { command: 'booklet', options: { ...options, sheetThickness: 0.1 } },
        limit: LIMITS.booklet,
        look: () => lookAtPdf(out, () => undefined),
      };
      const flatten: Step = {
        task: { command: 'flatten', options },
        limit: LIMITS.flatten,
        look: () => lookAtPdf(out, (_, { catalog }) => (catalog.get(PDFName.of('AcroForm')) ? 'a form that is still there' : undefined)),
      };
      return [file === 'print.pdf' ? booklet : flatten];
    },
  };
};
