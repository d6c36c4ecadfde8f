import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { booklet } from '../../src/commands/booklet.ts';
import { build } from '../../src/commands/build.ts';
import type { BuildOptions } from '../../src/commands/build-options.ts';
import { PdfiumDocument } from '../readers/pdfium.ts';
import { Capture } from './capture.ts';

const STEP = `title: One
purpose: To begin.
blocks:
  - worksheet: A sheet
    purpose: To write.
    minutes: 5
    with: alone
    blocks:
      - question: What happened?
        id: what
        lines: 4
      - table: What I saw
        id: seen
        columns: [When, What]
        rows: 6
  - worksheet: Another
    purpose: To write more.
    minutes: 5
    with: alone
    blocks:
      - question: What then?
        id: then
`;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-formats-'));
  await mkdir(path.join(folder, 'small/en/steps'), { recursive: true });
  await writeFile(path.join(folder, 'small/en/workbook.yaml'), 'title: Small\nlanguage: en\ndate: 2026-01-31\nsteps: [one]\n');
  await writeFile(path.join(folder, 'small/en/steps/one.yaml'), STEP);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = async (options: Partial<BuildOptions> = {}) => {
  const [stdout, stderr] = [new Capture(), new Capture()];
  const code = await build({
    workbook: 'small',
    lang: 'en',
    template: 'calm',
    paper: 'letter',
    for: 'both',
    relationship: 'other',
    edition: 'client',
    cwd: folder,
    stdout,
    stderr,
    ...options,
  });
  return { code, stderr: stderr.text };
};
const built = async (): Promise<string[]> => (await readdir(path.join(folder, 'out')).catch(() => [])).toSorted();
const open = async (name: string): Promise<PDFDocument> => PDFDocument.load(await readFile(path.join(folder, 'out', name)));

test('each paper, print and binding is written under a name of its own, at its size', async () => {
  const formats: [Partial<BuildOptions>, string, [number, number]][] = [
    [{}, 'small.pdf', [612, 792]],
    [{ paper: 'a4' }, 'small-a4.pdf', [595, 842]],
    [{ paper: 'a5' }, 'small-a5.pdf', [420, 595]],
    [{ largePrint: true }, 'small-large-print.pdf', [612, 792]],
    [{ binding: '3-hole' }, 'small-3-hole.pdf', [612, 792]],
    [{ inkSaver: true }, 'small-ink-saver.pdf', [612, 792]],
    [{ paper: 'a5', binding: 'booklet', flat: true }, 'small-a5-booklet-print.pdf', [420, 595]],
  ];
  for (const [options, name, size] of formats) {
    // Each in turn: they share the layout engine.
    // oxlint-disable-next-line no-await-in-loop
    expect([await run(options), options]).toMatchObject([{ code: 0 }, {}]);
    // oxlint-disable-next-line no-await-in-loop
    const { width, height } = (await open(name)).getPage(0).getSize();
    expect([name, Math.round(width), Math.round(height)]).toEqual([name, ...size]);
  }
  expect(await built()).toEqual(formats.map(([, name]) => name).toSorted());
});

test('bold keeps three drafts on a page, three comparisons on another, and its contents on one', async () => {
  expect(await run({ workbook: 'rebuilding-trust', country: 'us', template: 'bold', out: 'out/bold.pdf' })).toMatchObject({ code: 0 });
  const document = await PdfiumDocument.open(await readFile(path.join(folder, 'out/bold.pdf')));
  const pagesOf = (name: RegExp): number[] => [
    ...new Set(
      Array.from({ length: document.pageCount }, (_, page) => document.widgets(page))
        .flat()
        .filter((widget) => name.test(widget.name))
        .map(({ page }) => page),
    ),
  ];
  const wordsOn = (page: number): string =>
    document
      .characters(page)
      .map(({ text }) => text)
      .join('');
  expect(pagesOf(/^acknowledge_i-statement_/)).toHaveLength(1);
  expect(pagesOf(/^looking-back_.*_now/)).toHaveLength(2);
  expect(wordsOn(1)).toContain('Whatthisbookrestson');
  document.close();
});

describe('the shipped workbook in Spanish, whose words are longer, has room', () => {
  test.each(['calm', 'plain', 'warm', 'bold'])('on the cover in large print, in the template %s', async (template) => {
    expect(await run({ workbook: 'rebuilding-trust', lang: 'es', country: 'us', steps: '1', template, largePrint: true, binding: '3-hole' })).toMatchObject({
      code: 0,
    });
  });

  test.each(['calm', 'plain', 'warm', 'bold'])('beside the notes of the counselor, in the template %s', async (template) => {
    expect(await run({ workbook: 'rebuilding-trust', lang: 'es', country: 'us', steps: '1', template, edition: 'counselor' })).toMatchObject({ code: 0 });
  });
});

test('options at odds are wrong usage, with the reason and a way out, and nothing is written', async () => {
  const { code, stderr } = await run({ paper: 'a5', largePrint: true });
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^error\[refused-combination\]: expected options that go together, found --large-print with --paper a5: .*\n {2}= choose --paper letter/,
  );
  expect(await run({ binding: 'booklet' })).toMatchObject({ code: 2, stderr: expect.stringContaining('add --flat') });
  expect(await built()).toEqual([]);
});

test('a booklet has pages in fours, the last of them for notes, and goes on sheets', async () => {
  expect((await run({ paper: 'a5' })).code).toBe(0);
  expect((await run({ paper: 'a5', binding: 'booklet', flat: true })).code).toBe(0);
  const [loose, folded] = [await open('small-a5.pdf'), await open('small-a5-booklet-print.pdf')];
  expect(loose.getPageCount() % 4).not.toBe(0);
  expect(folded.getPageCount()).toBe(Math.ceil(loose.getPageCount() / 4) * 4);
  const stderr = new Capture();
  expect(await booklet({ file: 'out/small-a5-booklet-print.pdf', sheetThickness: 0.1, cwd: folder, stdout: new Capture(), stderr })).toBe(0);
  expect(stderr.text).toContain(`${folded.getPageCount()} pages on ${folded.getPageCount() / 4} sheet`);
  expect(stderr.text).not.toContain('blank');
});

describe('--verbose', () => {
  const inkIn = (stderr: string): [number, number] => {
    const [, one, other] = /ink on (\d+\.\d) % of the paper, (\d+\.\d) % with(?:out)? --ink-saver/.exec(stderr) ?? [];
    return [Number(one), Number(other)];
  };

  test('states the ink of the edition, and of its counterpart', async () => {
    const [plain, saved] = [
      inkIn((await run({ verbose: true, out: 'a.pdf' })).stderr),
      inkIn((await run({ verbose: true, inkSaver: true, out: 'b.pdf' })).stderr),
    ];
    expect(plain[0]).toBeGreaterThan(0.5);
    expect(plain[1]).toBeLessThan(plain[0]);
    expect(saved).toEqual([plain[1], plain[0]]);
  });

  test('is the only one to state it', async () => {
    expect((await run({ out: 'a.pdf' })).stderr).not.toContain('ink');
  });

  test('says nothing of an ink saver that the theme does not have', async () => {
    const calm = await readFile(new URL('../../templates/calm/theme.yaml', import.meta.url), 'utf8');
    await mkdir(path.join(folder, 'mine'));
    await writeFile(path.join(folder, 'mine/theme.yaml'), calm.slice(0, calm.indexOf('\nink-saver:')));
    await writeFile(
      path.join(folder, 'mine/template.tsx'),
      `export { default } from '${fileURLToPath(new URL('../../templates/calm/template.tsx', import.meta.url))}';\n`,
    );
    const { code, stderr } = await run({ verbose: true, template: 'mine', trustTemplate: true, out: 'a.pdf' });
    expect([code, stderr]).toEqual([0, expect.stringMatching(/ink on \d\.\d % of the paper\n/)]);
  });
});

test('the ink saver fills nothing, and draws no bowl on the cover', async () => {
  expect((await run({ flat: true })).code).toBe(0);
  expect((await run({ flat: true, inkSaver: true })).code).toBe(0);
  const darkOf = async (name: string, page: number) => {
    const document = await PdfiumDocument.open(await readFile(path.join(folder, 'out', name)));
    const { pixels } = document.render(page, 1);
    document.close();
    const grey = new Set<string>();
    let tinted = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      const [blue = 0, green = 0, red = 0] = pixels.subarray(at, at + 3);
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > 2) grey.add('colour');
      if (red > 235 && red < 246 && green > 235 && green < 246) tinted += 1;
    }
    return { colour: grey.size > 0, tinted };
  };
  const sheet = 3;
  expect(await darkOf('small-print.pdf', sheet)).toMatchObject({ colour: true, tinted: expect.any(Number) });
  expect((await darkOf('small-print.pdf', sheet)).tinted).toBeGreaterThan(3000);
  const saved = await darkOf('small-ink-saver-print.pdf', sheet);
  expect(saved.colour).toBe(false);
  expect(saved.tinted).toBeLessThan(1500);
  const { inkCoverage } = await import('../../src/output/ink-coverage.ts');
  const cover = async (name: string) => {
    const one = await PDFDocument.create();
    const [page] = await one.copyPages(await open(name), [0]);
    if (page) one.addPage(page);
    return inkCoverage(await one.save());
  };
  expect(await cover('small-ink-saver-print.pdf')).toBeLessThan((await cover('small-print.pdf')) / 2);
});
