/** Books that the engine has laid out are, to the byte, those that react-pdf lays out. The whole matrix: npm run compare:engines. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Builder, type BuilderOptions } from '../../src/builder/builder.ts';
import { EVERYTHING } from '../../src/trust/trust.ts';
import type { MadePdf } from '../../src/builder/make-pdf.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';

let book: SmallBook;
beforeEach(async () => {
  book = await smallBook();
});
afterEach(() => book.remove());

const made = async (options: BuilderOptions, reactPdf = false): Promise<MadePdf> => {
  const { pdf, diagnostics } = await new Builder({ reactPdf, trust: EVERYTHING }).build(options);
  if (!pdf) throw new Error(JSON.stringify(diagnostics));
  return pdf;
};

test.each<Partial<BuilderOptions>>([
  { template: 'calm', steps: '1,3' },
  { template: 'bold', lang: 'es', steps: '2', paper: 'a4', largePrint: true },
  { template: 'plain', steps: '3', paper: 'a5', binding: 'booklet', flat: true },
  { template: 'warm', steps: '4', edition: 'counselor', for: 'was-hurt', inkSaver: true, binding: '3-hole', country: 'us' },
])('the shipped workbook as %o', async (asked) => {
  const options: BuilderOptions = { ...book.options, workbook: 'rebuilding-trust', ...asked };
  const ours = await made(options);
  expect(ours.unknown).toEqual([]);
  expect(ours.bytes.equals((await made(options, true)).bytes)).toBe(true);
});

/** Pictures are in the small book, and for react-pdf. */
const PICTURE = 'a node of the kind IMAGE';

const withFrame = async (style: string): Promise<BuilderOptions> => {
  const folder = path.join(book.home, 'own');
  await mkdir(folder);
  await writeFile(path.join(folder, 'theme.yaml'), 'extends: calm\n');
  await writeFile(
    path.join(folder, 'template.tsx'),
    `import { Box, Decoration, Words } from 'mendbook/kit';
export default { PageFrame: ({ page }) => <Decoration style={{ position: 'absolute', left: 40, top: 20 }}>
  <Box style={${style}}><Words type="furniture">Page {String(page)}</Words></Box></Decoration> };
`,
  );
  return { ...book.options, template: './own' };
};

test.each(["{ width: '50%', padding: '2mm 4', opacity: 0.5 }", "[{ border: '1 solid rgb(10, 20, 30)' }, { borderRadius: 3, flexDirection: 'row', gap: 4 }]"])(
  'components of one’s own with the styles %s',
  async (style) => {
    const options = await withFrame(style);
    const ours = await made(options);
    expect(ours.unknown.filter((words) => words !== PICTURE)).toEqual([]);
    expect(ours.bytes.equals((await made(options, true)).bytes)).toBe(true);
  },
);

test('a sheet with a style that the engine does not know is laid out by react-pdf, and it says so', async () => {
  const options = await withFrame('{ zIndex: 2 }');
  const ours = await made(options);
  expect(new Set(ours.unknown)).toEqual(new Set([PICTURE, 'the style zIndex']));
  expect(ours.bytes.equals((await made(options, true)).bytes)).toBe(true);
});
