/** Builds that run at once in one process know nothing of each other. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Capture } from '../commands/capture.ts';
import { Builder, type BuilderOptions } from '../../src/builder/builder.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { EVERYTHING } from '../../src/trust/trust.ts';

let book: SmallBook;
beforeEach(async () => {
  book = await smallBook();
});
afterEach(() => book.remove());

const KIT = "import { Box, TextField, Words } from 'mendbook/kit';\n";

/** Writes a template whose page frame is this; returns its folder. */
const template = async (name: string, body: string): Promise<string> => {
  const folder = path.join(book.home, name);
  await mkdir(folder);
  await writeFile(path.join(folder, 'theme.yaml'), 'extends: calm\n');
  await writeFile(path.join(folder, 'page-frame.tsx'), `${KIT}export const PageFrame = ({ page }) => {\n  ${body}\n};\n`);
  return folder;
};

/** What a build gives that one can see: its bytes, what is told, and what its template says. */
const outcome = async (options: BuilderOptions): Promise<{ bytes: string | undefined; told: string[]; said: string }> => {
  const talk = new Capture();
  const { pdf, diagnostics } = await new Builder({ talk, trust: EVERYTHING, limits: { elements: 5000 } }).build(options);
  const told = diagnostics.map(({ code, message, at }) => `${at ? path.relative(book.home, at.file) : ''}:${at?.start} ${code} ${message}`);
  return { bytes: pdf?.bytes.toString('base64'), told, said: talk.text };
};

test('different books, templates, languages and faults give what each gives alone', async () => {
  const { options } = book;
  const shipped = { ...options, workbook: 'rebuilding-trust', steps: '1' };
  const asked: BuilderOptions[] = [
    options,
    { ...shipped, lang: 'es', template: 'warm', paper: 'a4' },
    { ...options, template: await template('talks', 'console.log(`page ${page}`); return <Words>{page}</Words>;') },
    { ...options, template: await template('loses', 'return <Box>lost here</Box>;') },
    { ...options, template: await template('also-loses', 'return <Box>lost here</Box>;') },
    { ...options, template: await template('throws', 'throw new Error("no title");') },
    { ...options, template: await template('twice', 'return <TextField name="same" label="Same" />;') },
    { ...options, template: await template('rejects', 'Promise.reject(new Error("for nobody")); return null;') },
    { ...options, template: await template('endless', 'return <PageFrame page={page} />;') },
    { ...options, largePrint: true, name: 'Ana', template: 'plain' },
  ];
  const alone = [];
  for (const one of asked) alone.push(await outcome(one));
  expect(alone.map(({ bytes }) => bytes !== undefined)).toEqual([true, true, true, false, false, false, false, false, false, true]);
  expect(alone.map(({ said }) => said !== '')).toEqual(asked.map((_, index) => index === 2));
  for (const order of [asked, asked.toReversed()]) {
    const together = await Promise.all(order.map(outcome));
    expect(order === asked ? together : together.toReversed()).toEqual(alone);
  }
});

test('two builds with one template each tell of its faults', async () => {
  const options = { ...book.options, template: await template('rejects', 'Promise.reject(new Error("for nobody")); return <Box>lost here</Box>;') };
  const alone = await outcome(options);
  expect(alone.told.join('\n')).toMatch(/text-outside-words/);
  expect(alone.told.join('\n')).toMatch(/for nobody/);
  expect(await Promise.all([outcome(options), outcome(options)])).toEqual([alone, alone]);
});

test('templates whose fonts have one name and other files keep their own', async () => {
  const { options } = book;
  const fonts = (cut: string) => path.resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts', cut);
  const made = async (name: string, cut: string): Promise<BuilderOptions> => {
    const folder = path.join(book.home, name);
    await mkdir(folder);
    await writeFile(path.join(folder, 'theme.yaml'), 'extends: calm\nfonts: { title: title.ttf }\n');
    await cp(fonts(cut), path.join(folder, 'title.ttf'));
    return { ...options, template: folder };
  };
  const asked = [
    await made('serif', 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
    await made('sans', 'atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
  ];
  const together = await Promise.all(asked.map(outcome));
  expect(together[0]?.bytes).not.toBe(together[1]?.bytes);
  expect(together).toEqual([await outcome(asked[0] as BuilderOptions), await outcome(asked[1] as BuilderOptions)]);
});

test('a builder that keeps what it has laid out builds several editions at once', async () => {
  const again = new Builder({ again: true });
  const asked: BuilderOptions[] = [book.options, { ...book.options, paper: 'a4' }, { ...book.options, template: 'plain' }];
  const first = [];
  for (const one of asked) first.push((await new Builder().build(one)).pdf?.bytes.toString('base64'));
  for (let round = 0; round < 2; round += 1) {
    const made = await Promise.all(asked.map((options) => again.build(options)));
    expect(made.map(({ pdf }) => pdf?.bytes.toString('base64'))).toEqual(first);
  }
});

test('a build that is aborted throws the reason, and does not keep others from going on', async () => {
  const signal = AbortSignal.timeout(0);
  const [aborted, other] = await Promise.allSettled([new Builder().build(book.options, signal), new Builder().build(book.options)]);
  expect(aborted).toMatchObject({ status: 'rejected', reason: { name: 'TimeoutError' } });
  expect(other).toMatchObject({ status: 'fulfilled', value: { pdf: expect.anything() } });
});
