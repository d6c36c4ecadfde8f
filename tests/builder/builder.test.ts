/** A builder that builds again and again gives what one of its own would give. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DrawnPages } from '../../src/pdf/drawn-pages.ts';
import { KeptParts } from '../../src/pdf/kept-parts.ts';
import { SheetCache } from '../../src/layout/sheet-cache.ts';
import { Builder, type BuilderOptions } from '../../src/builder/builder.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { RawPdf } from '../readers/raw.ts';
import { EVERYTHING } from '../../src/trust/trust.ts';

let book: SmallBook;
beforeEach(async () => {
  book = await smallBook();
});
afterEach(() => book.remove());

const bytesOf = async (builder: Builder, options: BuilderOptions): Promise<Buffer> => {
  const { pdf, diagnostics } = await builder.build(options);
  if (!pdf) throw new Error(JSON.stringify(diagnostics));
  return pdf.bytes;
};

/** The date that a PDF says it was made at. */
const dateIn = async (bytes: Buffer): Promise<string | undefined> => (await RawPdf.open(bytes)).document.getCreationDate()?.toISOString();

const template = (colour: string) => `
import { Decoration, Words } from 'mendbook/kit';
export default { PageFrame: ({ page }) => <Decoration><Words type="furniture" style={{ color: '${colour}' }}>{String(page)}</Words></Decoration> };
`;

test('a date from outside that no PDF can name is passed over', async () => {
  const date = async (epoch: string): Promise<string | undefined> => {
    vi.stubEnv('SOURCE_DATE_EPOCH', epoch);
    return dateIn(await bytesOf(new Builder(), book.options));
  };
  const own = await date('');
  expect(await date('86400')).toBe('1970-01-02T00:00:00.000Z');
  expect([await date('253402300800'), await date('99999999999999'), await date('soon')]).toEqual([own, own, own]);
  vi.unstubAllEnvs();
});

test('a name on the cover in letters that no font has is told by them, and one that is too long by its length', async () => {
  const told = async (name: string) => (await new Builder().build({ ...book.options, name })).diagnostics.filter(({ severity }) => severity === 'error');
  expect(await told('Ana\u202e')).toMatchObject([{ code: 'missing-glyph', message: expect.stringContaining('U+202E (an invisible character)') }]);
  expect(await told('Ana\u200b Mu\u0308ller\u2011Lo\u0301pez x\u0304')).toEqual([]);
  expect(await told('Ana '.repeat(400))).toMatchObject([
    { code: 'block-too-tall', message: expect.stringContaining('expected a cover'), hints: [expect.stringContaining('shorter title, subtitle or name')] },
  ]);
});

test('after each change of text, theme, component, picture, font and option the bytes are those of a first build', async () => {
  const again = new Builder({ again: true, trust: EVERYTHING });
  const mine = path.join(book.home, 'mine');
  const fonts = fileURLToPath(new URL('../../node_modules/@expo-google-fonts/', import.meta.url));
  const font = (file: string) => copyFile(path.join(fonts, file), path.join(mine, 'title.ttf'));
  await mkdir(mine);
  await font('source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf');
  await writeFile(path.join(mine, 'theme.yaml'), 'extends: calm\ncolors: { accent: "#0e5157" }\nfonts: { title: title.ttf }\n');
  let options: BuilderOptions = { ...book.options, template: './mine' };
  const changes: (() => Promise<void>)[] = [
    async () => undefined,
    () => book.change('book/en/steps/look.yaml', 'What happened?', 'What has happened?'),
    // Page numbers of what follows move.
    () => book.change('book/en/steps/look.yaml', 'lines: 3', 'lines: 22'),
    // A scale that another step shows again.
    () => book.change('book/en/steps/look.yaml', 'labels: [Far, Near]', 'labels: [Distant, Near]'),
    () => book.change('book/en/workbook.yaml', 'title: A small book', 'title: Another book'),
    () => book.change('mine/theme.yaml', '#0e5157', '#5b2a6f'),
    () => writeFile(path.join(mine, 'template.tsx'), template('#333333')),
    () => book.change('mine/template.tsx', '#333333', '#5b2a6f'),
    () => copyFile(new URL('../../docs/pictures/step.png', import.meta.url), path.join(book.home, 'book/en/ring.png')),
    () => font('atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
    async () => void (options = { ...options, paper: 'a4' }),
    async () => void (options = { ...options, name: 'Ana' }),
    async () => void (options = { ...options, paper: 'letter' }),
  ];
  let before: Buffer = Buffer.alloc(0);
  for (const change of changes) {
    await change();
    const bytes = await bytesOf(again, options);
    expect(bytes.equals(await bytesOf(new Builder({ trust: EVERYTHING }), options)), String(change)).toBe(true);
    expect(bytes.equals(before), String(change)).toBe(false);
    before = bytes;
  }
});

test('what is as it was is not laid out again', async () => {
  const memory = new SheetCache();
  const kept: string[] = [];
  const keep = memory.keep.bind(memory);
  memory.keep = (name, node) => {
    kept.push(name);
    return keep(name, node);
  };
  const { makePdf } = await import('../../src/builder/make-pdf.ts');
  const make = async (): Promise<number> => {
    const { ready } = await new Builder().prepare(book.options);
    if (!ready) throw new Error('the fixture is broken');
    kept.length = 0;
    await makePdf(ready, { memory: { sheets: memory, pages: new DrawnPages(), parts: new KeptParts() } });
    return kept.length;
  };
  const all = await make();
  expect(all).toBeGreaterThan(10);
  expect(await make()).toBe(0);
  await book.change('book/en/steps/look.yaml', 'What happened?', 'What has happened?');
  // The flow of its step, and the frames of that step's pages.
  expect(await make()).toBeLessThan(all / 2);
});

test('pages that stay as they were are not drawn again', async () => {
  const { makePdf } = await import('../../src/builder/make-pdf.ts');
  const memory = { sheets: new SheetCache(), pages: new DrawnPages(), parts: new KeptParts() };
  let drawn = 0;
  const keep = memory.pages.keep.bind(memory.pages);
  memory.pages.keep = (...page) => {
    drawn += 1;
    keep(...page);
  };
  const make = async (options = book.options): Promise<number> => {
    const { ready } = await new Builder().prepare(options);
    if (!ready) throw new Error('the fixture is broken');
    drawn = 0;
    await makePdf(ready, { memory });
    return drawn;
  };
  const all = await make();
  // Those with pictures or shades are drawn each time.
  const again = await make();
  expect(again).toBeLessThan(all / 2);
  await book.change('book/en/steps/look.yaml', 'What happened?', 'What has happened?');
  expect(await make()).toBeGreaterThan(again);
  // To print, tick boxes are content of their pages.
  expect(await make({ ...book.options, flat: true })).toBeGreaterThan(again);
});

test('an error is gone with its cause', async () => {
  const again = new Builder({ again: true, trust: EVERYTHING });
  const first = await bytesOf(again, book.options);
  await book.change('book/en/steps/look.yaml', 'lines: 3', 'lines: many');
  expect((await again.build(book.options)).pdf).toBeUndefined();
  await book.change('book/en/steps/look.yaml', 'lines: many', 'lines: 3');
  expect((await bytesOf(again, book.options)).equals(first)).toBe(true);
});
