/** The preview in a real browser. */
import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openChromium } from './browser.ts';
import { preview, type Previewed } from './previewed.ts';
import { runWell } from './run.ts';

const STEP = 'book/en/steps/look.yaml';
const cli = fileURLToPath(new URL('../../.build/cli.js', import.meta.url));

const THEME = 'extends: calm\ncolors: { accent: "#0e5157" }\n';
const COMPONENTS = `import { Decoration, Words } from 'mendbook/kit';
export default {
  PageFrame: ({ page }) => <Decoration><Words type="furniture">{String(page)}</Words></Decoration>,
};
`;

let browser: Browser;
let open: Previewed | undefined;
beforeAll(async () => {
  browser = await openChromium();
});
afterEach(async () => {
  await open?.end().catch(() => undefined);
  open = undefined;
});
afterAll(() => browser.close());

const start = async (options?: Parameters<typeof preview>[1]): Promise<Previewed> => {
  open = await preview(browser, options);
  open.page.setDefaultTimeout(60_000);
  return open;
};

/** A number that an element has, such as its scrollTop. */
const measure = (locator: Locator, what: string): Promise<number> =>
  locator.evaluate((element, name) => Number((element as unknown as Record<string, unknown>)[name]), what);
const scrolled = (page: Page): Promise<number> => measure(page.locator('.sheets'), 'scrollTop');
/** An entry of the contents; the pages may have a link of the same name. */
const entry = (page: Page, name: RegExp | string): Locator => page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name });

test('a hundred pages are shown again after each save, and only those in sight are drawn', async () => {
  const { page, book, rebuilt } = await start({ shipped: true });
  await entry(page, /^Apologize sincerely/).click();
  for (let turn = 0; turn < 6; turn += 1) {
    await rebuilt(() =>
      book.change(
        'shipped/en/steps/apologize.yaml',
        turn % 2 ? 'title: Apologize truly' : 'title: Apologize sincerely',
        turn % 2 ? 'title: Apologize sincerely' : 'title: Apologize truly',
      ),
    );
  }
  expect(await page.locator('.page').count()).toBeGreaterThanOrEqual(90);
  const inSight = await page.locator('.page:has(canvas)').all();
  const drawn = await Promise.all(inSight.map(async (one) => Number(await one.getAttribute('data-page-number'))));
  expect(drawn.length).toBeLessThan(15);
  // Those before the step are not drawn on the way to it.
  expect(Math.min(...drawn)).toBeGreaterThan(20);
});

test('place, size, focus and what was typed stay when a page comes in before them', async () => {
  const { page, book, rebuilt } = await start();
  const answer = page.locator('textarea[name="begin_do"], input[name="begin_do"]');
  // One at once after the other, before the page has drawn a frame: the place that was gone to is kept.
  await entry(page, /^A first step/).waitFor();
  await page.evaluate(`{
    [...document.querySelectorAll('nav a')].find((one) => one.textContent.startsWith('A first step')).click();
    const size = document.getElementById('zoom');
    size.value = '1.25';
    size.dispatchEvent(new Event('change'));
  }`);
  await answer.waitFor();
  await answer.fill('Call before nine');
  await answer.press('Home');
  await page.locator('input[name="begin_ready_1"]').check();
  await answer.focus();
  await answer.press('ArrowRight');
  const number = Number(await page.getByRole('textbox', { name: 'Page' }).inputValue());
  const top = async (): Promise<number> => Math.round((await answer.boundingBox())?.y ?? -1);
  const before = await top();
  // Nineteen lines more: the worksheet before runs over another page.
  await rebuilt(() => book.change(STEP, 'lines: 3', 'lines: 22'));
  expect(Number(await page.getByRole('textbox', { name: 'Page' }).inputValue())).toBe(number + 1);
  expect(Math.abs((await top()) - before)).toBeLessThan(3);
  expect(await answer.inputValue()).toBe('Call before nine');
  expect(await page.locator('input[name="begin_ready_1"]').isChecked()).toBe(true);
  expect(await page.locator(':focus').getAttribute('name')).toBe('begin_do');
  await page.keyboard.type('X');
  expect(await answer.inputValue()).toBe('CXall before nine');
  expect(await page.getByRole('combobox', { name: 'Size' }).inputValue()).toBe('1.25');
});

test('broken text, theme and component each show their lines over the last good pages, and go when mended', async () => {
  const { page, book, complaints } = await mine();
  const problems = page.getByRole('region', { name: /error/ });
  const status = page.getByRole('status');
  const place = await scrolled(page);
  const breaks: [file: string, from: string, to: string, code: string, line: string][] = [
    [STEP, 'lines: 3', 'lines: many', 'wrong-type', 'lines: many'],
    [STEP, 'blocks:\n', 'blocks: [\n', '', 'blocks: ['],
    ['mine/theme.yaml', '#0e5157', '#cccccc', 'low-contrast', '#cccccc'],
    ['mine/theme.yaml', 'accent', 'acent', 'unknown-key', 'acent'],
    ['mine/template.tsx', 'String(page)', 'String(page', 'template-code', 'String(page'],
    ['mine/template.tsx', 'String(page)', 'page.no.such', 'template-error', 'page.no.such'],
  ];
  for (const [file, from, to, code, line] of breaks) {
    await book.change(file, from, to);
    await problems.waitFor();
    await problems.getByText(path.basename(file)).first().waitFor();
    expect(await problems.textContent(), to).toContain(code);
    expect(await problems.locator('pre').first().textContent(), to).toContain(line);
    expect(await status.textContent()).toMatch(/^\d+ errors?.*; the pages are the last good ones$/);
    expect(await page.locator('.page canvas').count()).toBeGreaterThan(0);
    await book.change(file, to, from);
    await problems.waitFor({ state: 'hidden' });
    expect(await status.textContent()).toMatch(/^Rebuilt, 7 pages/);
  }
  expect(await scrolled(page)).toBe(place);
  expect(complaints).toEqual([]);
});

/** The small workbook in a template of its own. */
const mine = (): Promise<Previewed> =>
  start({ files: { 'mine/theme.yaml': THEME, 'mine/template.tsx': COMPONENTS }, args: ['--template', './mine', '--trust-template'] });

test('controls change the pages and the address, refused ones are told, and the download is what build makes', async () => {
  const { page, book, rebuilt } = await start();
  await rebuilt(() => page.getByRole('combobox', { name: 'Paper' }).selectOption('a5'));
  expect(page.url()).toContain('paper=a5');
  const [width, height] = await Promise.all(['offsetWidth', 'offsetHeight'].map((side) => measure(page.locator('.page').first(), side)));
  expect((width ?? 0) / (height ?? 1)).toBeCloseTo(148 / 210, 2);

  await page.getByRole('checkbox', { name: 'Large print' }).check();
  const problems = page.getByRole('region', { name: '1 error' });
  await problems.waitFor();
  expect(await problems.textContent()).toContain('expected options that go together, found --large-print with --paper a5');
  await rebuilt(() => page.getByRole('combobox', { name: 'Paper' }).selectOption('a4'));
  await problems.waitFor({ state: 'hidden' });

  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the PDF' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('book-a4-large-print.pdf');
  await runWell(process.execPath, [cli, 'build', 'book', '--paper', 'a4', '--large-print', '-o', 'built.pdf'], { cwd: book.home });
  expect((await readFile(await download.path())).equals(await readFile(path.join(book.home, 'built.pdf')))).toBe(true);

  // The address holds what was chosen.
  await page.reload();
  await page.locator('body[data-shown]').waitFor({ state: 'attached' });
  expect(await page.getByRole('combobox', { name: 'Paper' }).inputValue()).toBe('a4');
  expect(await page.getByRole('checkbox', { name: 'Large print' }).isChecked()).toBe(true);
});

test('the controls show what the pages were made with, and a paper that nobody has chosen is told of', async () => {
  const { page } = await start({ args: ['--for', 'was-hurt', '--country', 'gb'] });
  const shown = await Promise.all(['Template', 'Paper', 'Reader', 'Language'].map((name) => page.getByRole('combobox', { name, exact: true }).inputValue()));
  expect(shown).toEqual(['calm', 'letter', 'was-hurt', 'en']);
  await page.getByText('on Letter paper; in the country "gb" people print on A4: choose A4 under Options').waitFor();
});

test('a language that is added is offered when somebody comes back from the editor, and the focus stays', async () => {
  const { page, book } = await start();
  const languages = page.getByRole('combobox', { name: 'Language' });
  expect(await languages.locator('option').count()).toBe(1);
  await page.getByRole('combobox', { name: 'Reader' }).focus();
  await cp(path.join(book.home, 'book/en'), path.join(book.home, 'book/es'), { recursive: true });
  await page.evaluate('dispatchEvent(new Event("focus"))');
  await languages.locator('option', { hasText: 'Spanish' }).waitFor({ state: 'attached' });
  expect(await page.locator(':focus').getAttribute('name')).toBe('for');
});

test('two tabs with other options are each kept in step', async () => {
  const { page, book, address, rebuilt } = await start();
  const other = await page.context().newPage();
  await other.goto(`${address}?for=was-hurt&paper=a4`);
  await other.locator('body[data-shown]').waitFor({ state: 'attached' });
  const before = await other.locator('body').getAttribute('data-shown');
  await rebuilt(() => book.change('book/en/workbook.yaml', 'A small book', 'A renamed book'));
  await other.bringToFront();
  await other.locator(`body:not([data-shown="${before}"])`).waitFor({ state: 'attached' });
  expect(await other.getByRole('heading', { level: 1 }).textContent()).toBe('A renamed book');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('A renamed book');
});

test('a screen reader finds landmarks, headings, names and what has happened', async () => {
  const { page, book, rebuilt } = await start();
  for (const [role, name] of [
    ['navigation', 'Contents'],
    ['main', 'Pages of the workbook'],
    ['region', 'Options'],
    ['group', 'Page'],
    ['group', 'Zoom'],
  ] as const) {
    expect(await page.getByRole(role, { name, exact: true }).count(), name).toBe(1);
  }
  for (const name of ['Contents', 'Options']) {
    expect(await page.getByRole('heading', { level: 2, name }).count()).toBe(1);
    expect(await page.getByRole('button', { name }).getAttribute('aria-expanded')).toBe('true');
  }
  for (const name of ['Template', 'Paper', 'Reader', 'Language', 'Size']) expect(await page.getByRole('combobox', { name }).count(), name).toBe(1);
  for (const name of ['Previous page', 'Next page', 'Smaller', 'Larger']) expect(await page.getByRole('button', { name }).count(), name).toBe(1);
  expect(await entry(page, 'Look back, page 3').count()).toBe(1);
  await entry(page, 'Look back, page 3').click();
  expect(await entry(page, 'Look back, page 3').getAttribute('aria-current')).toBe('location');
  await rebuilt(() => book.change(STEP, 'What happened?', 'What has happened?'));
  expect(await page.getByRole('status').textContent()).toMatch(/^Rebuilt, 7 pages/);
  // The live region is there from the start: one that comes with its words is not read.
  expect(await page.locator('#status').getAttribute('role')).toBe('status');
});

test('everything is reached and left by keys alone', async () => {
  const { page } = await start();
  const focused = (): Promise<string> =>
    page.locator(':focus').evaluate(
      (element) => {
        const { id, name, className } = element as unknown as { id: string; name?: string; className: string };
        return id || name || className;
        // Behind the last of them nothing has the focus.
      },
      undefined,
      { timeout: 2000 },
    );
  const reached: string[] = [];
  for (let key = 0; key < 60; key += 1) {
    await page.keyboard.press('Tab');
    reached.push(await focused().catch(() => 'none'));
    if (reached.at(-1) === 'look_happened') break;
  }
  expect(reached[0]).toBe('skip');
  expect(reached).toEqual(
    expect.arrayContaining(['contents-toggle', 'previous', 'page-number', 'next', 'smaller', 'zoom', 'larger', 'options-toggle', 'download', 'sheets']),
  );
  await page.locator('#page-number').focus();
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  expect(await page.locator('#page-number').inputValue()).toBe('5');
  await entry(page, /^Begin again/).focus();
  await page.keyboard.press('Enter');
  const top = await scrolled(page);
  expect(top).toBeGreaterThan(0);
  await page.locator('.sheets').focus();
  await page.keyboard.press('PageDown');
  await expect.poll(() => scrolled(page)).toBeGreaterThan(top);
  // Escape closes a panel, and the focus goes back to its button.
  await page.locator('#controls select').first().focus();
  await page.keyboard.press('Escape');
  expect(await focused()).toBe('options-toggle');
  expect(await page.locator('#options').isVisible()).toBe(false);
});

test('at 360 pixels nothing is wider than the window, and panels lie over the pages until they are used', async () => {
  const { page } = await start();
  await page.setViewportSize({ width: 360, height: 700 });
  const wide = (): Promise<number> => measure(page.locator('html'), 'scrollWidth');
  expect(await wide()).toBe(360);
  expect(await page.locator('#contents').isVisible()).toBe(false);
  for (const name of ['Contents', 'Options', 'Next page']) expect(await page.getByRole('button', { name }).isVisible(), name).toBe(true);
  await page.getByRole('button', { name: 'Contents' }).click();
  expect(await wide()).toBe(360);
  await entry(page, /^Begin again/).click();
  expect(await page.locator('#contents').isVisible()).toBe(false);
  expect(Number(await page.locator('#page-number').inputValue())).toBeGreaterThan(3);
});

test('nothing is asked of anyone but this server', async () => {
  const { page, book, address, requests, complaints, rebuilt } = await start();
  await rebuilt(() => book.change(STEP, 'What happened?', 'What has happened?'));
  await rebuilt(() => page.getByRole('combobox', { name: 'Paper' }).selectOption('a4'));
  for (let number = 1; number <= 7; number += 1) await page.getByRole('button', { name: 'Next page' }).click();
  expect(requests.length).toBeGreaterThan(6);
  expect(requests.filter((one) => !one.startsWith(address) && !one.startsWith('data:') && !one.startsWith('blob:'))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('Ctrl-C ends it cleanly, with a browser looking, and the page says so', async () => {
  const { page, program, said } = await start();
  const exited = new Promise<number | null>((resolve) => program.on('exit', resolve));
  program.kill('SIGINT');
  expect(await exited).toBe(0);
  await page.getByRole('status').getByText('The preview has ended').waitFor();
  expect(said()).not.toMatch(/fault|Error/);
});

test('pages are chosen by ticking them, put in order, and saved as a packet with the command that makes it', async () => {
  const { page, book, rebuilt } = await start();
  await page.getByText('Choose pages').click();
  const boxes = page.locator('#parts input');
  await boxes.first().waitFor();
  await rebuilt(() => boxes.nth(1).check());
  await rebuilt(() => boxes.nth(0).check());
  const order = () => page.locator('#chosen .entry').allTextContents();
  const before = await order();
  expect(before).toHaveLength(2);
  await rebuilt(() =>
    page
      .getByRole('button', { name: /^Earlier/ })
      .nth(1)
      .click(),
  );
  expect(await order()).toEqual(before.toReversed());
  await page.getByLabel('Title').fill('For Ana');
  await page.getByRole('button', { name: 'Save as a packet' }).click();
  await page.locator('#packet-saved code').first().waitFor();
  expect(await page.locator('#packet-saved').textContent()).toContain('mendbook build book --packet for-ana');
  expect(await readFile(path.join(book.home, 'book/en/packets/for-ana.yaml'), 'utf8')).toContain('title: For Ana');
});
