/** Personal copies of a finished book: each is what a build under its name gives, and knows of no other name. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { booklet, createBuilder, flatten, type BuildRequest, type BuiltPdf } from '../../src/api/index.ts';
import { isUntouched } from '../../src/output/unchanged-pdf.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { findingsOf } from '../readers/findings.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { packed, printedWords, storedWords } from '../readers/words.ts';
import { areOfOneBook, expectAlike } from './alike.ts';

let book: SmallBook;
beforeEach(async () => {
  book = await smallBook();
});
afterEach(() => book.remove());

type Asked = Omit<BuildRequest, 'name'>;

const openCopies = async (asked: Asked = {}) => {
  const copies = await createBuilder({ trust: 'all' }).personalCopies({ cwd: book.home, workbook: 'book', ...asked });
  if (!copies.ok) throw new Error(JSON.stringify(copies.diagnostics));
  return copies;
};
const made = (copy: Awaited<ReturnType<Awaited<ReturnType<typeof openCopies>>['copy']>>): BuiltPdf => {
  if (!copy.ok) throw new Error(JSON.stringify(copy.diagnostics));
  return copy;
};
/** The build that a copy has to be like. */
const builtWhole = async (name: string, asked: Asked = {}): Promise<BuiltPdf> =>
  made(await createBuilder({ trust: 'all' }).build({ cwd: book.home, workbook: 'book', ...asked, name }));

/** Holds copies against whole builds, and says whether they were written with the pages of one book. */
const compare = async (names: readonly string[], asked: Asked = {}): Promise<boolean> => {
  const copies = await openCopies(asked);
  const written: Uint8Array[] = [];
  for (const name of names) {
    const copy = made(await copies.copy(name));
    const whole = await builtWhole(name, asked);
    await expectAlike(copy.bytes, whole.bytes);
    const { bytes, seconds } = copy;
    expect({ ...whole, bytes, seconds }).toEqual(copy);
    expect(isUntouched(Buffer.from(copy.bytes))).toBe(true);
    written.push(copy.bytes);
  }
  return areOfOneBook(written);
};

const NAMES = ['Ana', 'Zoë Łukasz-Żółć O’Brien', 'Ana Maria '.repeat(14)];

describe('a copy is what a whole build gives', () => {
  test.each<[string, Asked]>([
    ['calm', {}],
    ['warm on A5', { template: 'warm', paper: 'a5' }],
    ['bold in large print', { template: 'bold', largePrint: true, paper: 'a4' }],
    ['plain, to print, as a booklet', { template: 'plain', flat: true, binding: 'booklet', paper: 'a5' }],
    ['discreet, for the counselor, with ink saved', { discreet: true, edition: 'counselor', inkSaver: true }],
  ])('%s', async (_, asked) => {
    expect(await compare(NAMES, asked)).toBe(true);
  });

  test('with the name, the logo and the colour of a practice', async () => {
    await copyFile(path.resolve(import.meta.dirname, '../fixtures/logos/figma.svg'), path.join(book.home, 'book/logo.svg'));
    await writeFile(path.join(book.home, 'book/practice.yaml'), 'name: Harbor Counseling\nlogo: logo.svg\ncolors: { accent: "#7a1f5c" }\n');
    expect(await compare(['Ana', 'Žofie'])).toBe(true);
  });

  test('with the logo of a practice that is a picture', async () => {
    await copyFile(path.join(book.home, 'book/en/ring.png'), path.join(book.home, 'book/logo.png'));
    await writeFile(path.join(book.home, 'book/practice.yaml'), 'name: Harbor Counseling\nlogo: logo.png\n');
    expect(await compare(['Ana', 'Žofie'])).toBe(true);
  });

  test('in letters of four alphabets, where the fonts have them', async () => {
    const mine = path.join(book.home, 'mine');
    await mkdir(mine);
    const serif = 'packaged:source-serif-4';
    await writeFile(
      path.join(mine, 'theme.yaml'),
      `extends: calm\nfonts:\n  text: { regular: "${serif}/400Regular", bold: "${serif}/700Bold" }\n  title: "${serif}/600SemiBold"\n  field: "${serif}/400Regular"\n`,
    );
    const names = ['Nguyễn Thị Ánh', 'Ελένη Άννα', 'Мария Ёлкина', 'АВСЕ ABCE ΑΒΕ'];
    expect(await compare(names, { template: './mine' })).toBe(true);
  });

  test('in letters that the theme lacks it is set in the font that has them, alone and within other words', async () => {
    expect(await compare(['Nguyễn Thị Ánh', 'Ελένη Άννα', 'Мария Ёлкина and Ana', 'Łukasz'])).toBe(true);
  });

  test('in letters that no font has it is told as a build tells it', async () => {
    const copies = await openCopies();
    const whole = await createBuilder({ trust: 'all' }).build({ cwd: book.home, workbook: 'book', name: '王芳' });
    expect(await copies.copy('王芳')).toEqual(whole);
    expect(whole).toMatchObject({ ok: false, reason: 'usage', diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'missing-glyph' })]) });
  });

  test('too long for the cover it is told as a build tells it', async () => {
    const name = 'Ana '.repeat(400).trim();
    const whole = await createBuilder({ trust: 'all' }).build({ cwd: book.home, workbook: 'book', name });
    expect(await (await openCopies()).copy(name)).toEqual(whole);
    expect(whole).toMatchObject({ ok: false, reason: 'input' });
  });
});

describe('a template of one’s own', () => {
  const own = async (cover: string, more = ''): Promise<Asked> => {
    const mine = path.join(book.home, 'mine');
    await mkdir(mine, { recursive: true });
    await writeFile(path.join(mine, 'theme.yaml'), 'extends: calm\n');
    await writeFile(
      path.join(mine, 'template.tsx'),
      `import { Box, Decoration, Link, TextField, Words, useTheme } from 'mendbook/kit';\n${cover}\nexport default { Cover${more ? `, ${more}` : ''} };\n`,
    );
    return { template: './mine' };
  };

  test('may show the name where and how often it likes', async () => {
    const asked = await own(`const Cover = ({ workbook, preparedFor = '' }) => (
      <Box style={{ padding: 60 }}>
        <Words role="H1" type="coverTitle">{preparedFor.toUpperCase() + ': ' + workbook.title}</Words>
        <Words>{[...preparedFor].reverse().join('')}</Words>
        <Box style={{ width: 10 * preparedFor.length, height: 4, backgroundColor: '#7a1f5c' }} />
      </Box>);`);
    expect(await compare(['Ana', 'Žofie Maria'], asked)).toBe(true);
  });

  test('is built whole where the name is an element for each of its words', async () => {
    const asked = await own(`const Cover = ({ workbook, preparedFor = '' }) => (
      <Box style={{ padding: 60 }}>
        <Words role="H1" type="coverTitle">{workbook.title}</Words>
        {preparedFor.split(' ').map((word) => <Words key={word}>{word}</Words>)}
      </Box>);`);
    expect(await compare(['Ana Maria', 'Zoë Lu'], asked)).toBe(false);
  });

  test('is built whole where a field moves with the length of the name, or has it in its label', async () => {
    const asked = await own(`const Cover = ({ workbook, preparedFor = '' }) => (
      <Box style={{ padding: 60 }}>
        <Words role="H1" type="coverTitle">{workbook.title}</Words>
        <Words>{preparedFor}</Words>
        <TextField name="cover_date" label={'Date of ' + preparedFor.length} />
      </Box>);`);
    expect(await compare(['Ana', 'Zoë Lu'], asked)).toBe(false);
  });

  test('whose code goes wrong for one name is told for that one, though others are made at once', async () => {
    const asked = await own(`const Cover = ({ workbook, preparedFor = '' }) => {
      if (preparedFor === 'Ben') void Promise.reject(new Error('not this one'));
      return <Box style={{ padding: 60 }}><Words role="H1">{workbook.title}</Words><Words>{preparedFor}</Words></Box>;
    };`);
    const copies = await openCopies(asked);
    const [ana, ben, cem] = await Promise.all(['Ana', 'Ben', 'Cem'].map((name) => copies.copy(name)));
    expect([ana?.ok, ben?.ok, cem?.ok]).toEqual([true, false, true]);
    expect(ben?.diagnostics).toMatchObject([{ code: 'template-error', message: expect.stringContaining('not this one') }]);
  });

  test('is built whole where it keeps the name for other pages', async () => {
    const asked = await own(
      `let kept = '';
      const Cover = ({ workbook, preparedFor = '' }) => { kept = preparedFor; return <Box style={{ padding: 60 }}><Words role="H1">{workbook.title}</Words><Words>{preparedFor}</Words></Box>; };
      const PageFrame = () => <Decoration style={{ position: 'absolute', left: 60, top: 20 }}><Words type="furniture">{'of ' + kept}</Words></Decoration>;`,
      'PageFrame',
    );
    const copies = await openCopies(asked);
    for (const name of ['Ana', 'Žofie']) {
      const pages = await printedWords(await openInPdfjs(new Uint8Array(made(await copies.copy(name)).bytes)));
      for (const words of pages.slice(1)) expect(words).toContain(packed(`of ${name}`));
    }
  });
});

describe('what is in a copy', () => {
  test('the same name gives the same bytes, whatever was made before', async () => {
    const [one, other] = [await openCopies(), await openCopies()];
    const first = made(await one.copy('Zoë Łukasz')).bytes;
    await other.copy('Žofie');
    const second = made(await other.copy('Zoë Łukasz')).bytes;
    expect(Buffer.from(first).equals(second)).toBe(true);
  });

  test('several made at once are those made one by one', async () => {
    const copies = await openCopies();
    const names = ['Ana', 'Žofie', 'Łukasz', 'Ben'];
    const atOnce = await Promise.all(names.map((name) => copies.copy(name)));
    for (const [index, name] of names.entries())
      expect(Buffer.from(made(atOnce[index] as BuiltPdf).bytes).equals(made(await copies.copy(name)).bytes)).toBe(true);
  });

  test('letters that the book lacks are in the copies that need them alone', async () => {
    const copies = await openCopies();
    /** What the glyphs of a copy's fonts stand for, in hexadecimal: each of them is listed behind its code. */
    const letters = async (name: string): Promise<string[]> =>
      [...(await storedWords(made(await copies.copy(name)).bytes)).matchAll(/beginbfchar(.*?)endbfchar/gs)].flatMap(([, pairs = '']) =>
        [...pairs.matchAll(/<\w+><(\w+)>/g)].map(([, letter = '']) => letter),
      );
    expect(await letters('Ŵŷ')).toContain('0174');
    expect(await letters('Ana')).not.toContain('0174');
    expect(await letters('Ana')).toContain('0041');
  });

  test('it breaks no rule of tagged PDFs, is flattened, and put on sheets', async () => {
    const copy = made(await (await openCopies()).copy('Zoë Łukasz'));
    expect(await findingsOf(Buffer.from(copy.bytes))).toEqual([]);
    const flat = await flatten(copy.bytes);
    expect(flat).toMatchObject({ ok: true });
    if (flat.ok) expect((await printedWords(await openInPdfjs(new Uint8Array(flat.bytes))))[0]).toContain(packed('Zoë Łukasz'));
    const print = made(await (await openCopies({ flat: true, paper: 'a5', binding: 'booklet' })).copy('Zoë Łukasz'));
    const sheets = await booklet(print.bytes);
    expect(sheets).toMatchObject({ ok: true });
    if (sheets.ok) expect((await printedWords(await openInPdfjs(new Uint8Array(sheets.bytes))))[0]).toContain(packed('Zoë Łukasz'));
  });
});
