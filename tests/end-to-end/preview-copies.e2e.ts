/** Filled copies on the preview’s page, in a real browser: dropped, chosen or named on the command line; read, copied and compared. */
import { readdir, readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { blankCopy, filledCopy } from '../fixtures/filled-copies.ts';
import { openChromium } from './browser.ts';
import { preview, type Previewed } from './previewed.ts';

const WICKED = '</dd><img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script> [x](javascript:alert(1))';

let browser: Browser;
let open: Previewed | undefined;
let november: Uint8Array;
let december: Uint8Array;
let hers: Uint8Array;
let his: Uint8Array;
beforeAll(async () => {
  browser = await openChromium();
  const blank = await blankCopy();
  november = await filledCopy(blank, { one_what: 'I lied.\nTwice.', one_trust_2: true, cover_name: 'Ana' });
  december = await filledCopy(blank, { one_what: WICKED, one_trust_6: true });
  hers = await filledCopy(await blankCopy('was-hurt'), { one_trust_3: true });
  his = await filledCopy(await blankCopy('broke-trust'), { one_trust_4: true });
});
afterEach(async () => {
  await open?.end().catch(() => undefined);
  open = undefined;
});
afterAll(() => browser.close());

const start = async (args: string[] = [], files: Record<string, Uint8Array> = {}): Promise<Previewed> => {
  open = await preview(browser, { args, files });
  open.page.setDefaultTimeout(60_000);
  return open;
};

/** Drops files onto the page, as a file manager does. */
const drop = async (page: Page, files: Record<string, Uint8Array>): Promise<void> => {
  const given = Object.entries(files).map(([name, bytes]) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const transfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of ${JSON.stringify(given)})
      transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type: 'application/pdf' }));
    return transfer;
  })()`);
  await page.dispatchEvent('#pages', 'dragover', { dataTransfer: transfer });
  expect(await page.locator('body.dropping').count()).toBe(1);
  await page.dispatchEvent('#pages', 'drop', { dataTransfer: transfer });
};
const told = (page: Page, words: RegExp): Promise<void> => page.locator('#copy-said').filter({ hasText: words }).waitFor();

test('a copy that is dropped shows its pages and its answers, and closing it brings the workbook back', async () => {
  const { page, book, address, requests, complaints } = await start();
  const count = await page.locator('#page-count').textContent();
  const before = await readdir(book.home);
  await drop(page, { 'november.pdf': november });
  await told(page, /^november\.pdf: 3 answers$/);
  // A screen reader is told by the line that tells of builds too.
  expect(await page.getByRole('status').count()).toBe(1);
  const panel = page.getByRole('region', { name: 'Answers' });
  expect(await panel.getByRole('definition').allTextContents()).toEqual(['Ana', 'I lied.\nTwice.', '2 (0 None … 10 A great deal)']);
  expect(await page.locator('#copy-stage .page').count()).not.toBe(Number(count));
  // The copy is for reading: what was saved stands in its fields, and cannot be changed.
  await panel
    .getByRole('link', { name: /^Page / })
    .nth(1)
    .click();
  const field = page.locator('#copy-stage [name="one_what"]');
  await field.waitFor();
  expect([await field.inputValue(), await field.getAttribute('readonly')]).toEqual(['I lied.\nTwice.', '']);
  await page.getByRole('button', { name: 'Close' }).click();
  await told(page, /forgotten/);
  expect(await panel.getByRole('definition').count()).toBe(0);
  expect(await page.locator('#copy-stage .page').count()).toBe(0);
  expect(await page.locator('#page-count').textContent()).toBe(count);
  // Nothing was written, kept or sent elsewhere.
  expect(await readdir(book.home)).toEqual(before);
  expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  expect(requests.filter((one) => !one.startsWith(address) && !one.startsWith('data:') && !one.startsWith('blob:'))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the copy that the command line names is there at once, and again after the page is loaded anew', async () => {
  const { page, complaints } = await start(['--open', 'december ñ.pdf'], { 'december ñ.pdf': december });
  await told(page, /^december ñ\.pdf: 2 answers$/);
  await page.reload();
  await told(page, /^december ñ\.pdf: 2 answers$/);
  expect(await page.getByRole('region', { name: 'Answers' }).getByRole('definition').count()).toBe(2);
  await page.getByRole('checkbox', { name: 'Only what was answered' }).uncheck();
  expect(await page.getByRole('region', { name: 'Answers' }).getByRole('definition').count()).toBeGreaterThan(10);
  expect(complaints).toEqual([]);
});

test('two copies are compared in time, without a verdict, and their order can be changed by keys', async () => {
  const { page } = await start();
  await page.locator('#copy-file').setInputFiles([
    { name: 'november.pdf', mimeType: 'application/pdf', buffer: Buffer.from(november) },
    { name: 'december.pdf', mimeType: 'application/pdf', buffer: Buffer.from(december) },
  ]);
  await told(page, /^december\.pdf: 2 answers, compared with november\.pdf$/);
  const comparison = page.getByRole('region', { name: 'Then and now' });
  const ratings = () => comparison.getByRole('table', { name: 'Ratings' }).locator('td.number').allTextContents();
  expect(await ratings()).toEqual(['2', '6']);
  expect(await comparison.textContent()).toContain('Changed');
  expect(await comparison.textContent()).toContain('before: I lied.');
  expect(await comparison.textContent()).toContain('No longer answered');
  // What was written is text, whatever it looks like.
  expect(await page.title()).not.toBe('owned');
  expect(await page.locator('#answers :is(img, script)').count()).toBe(0);
  expect(await page.locator('#answer-lines').textContent()).toContain(WICKED);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await told(page, /clipboard/);
  const markdown = String(await page.evaluate('navigator.clipboard.readText()'));
  expect(markdown).toMatch(/^# /);
  expect(markdown).toContain('\\<script\\>');
  expect(markdown).toContain('\\[x\\](javascript');
  expect(markdown).toContain('6 (0 None … 10 A great deal)');
  await page.getByRole('button', { name: 'Swap their order' }).focus();
  await page.keyboard.press('Enter');
  expect(await ratings()).toEqual(['6', '2']);
  // The same as a PDF, made on this computer and handed over as a download.
  const download = page.waitForEvent('download');
  await comparison.getByRole('button', { name: 'Download to print' }).click();
  const printed = await download;
  expect(printed.suggestedFilename()).toBe('progress.pdf');
  const made = await PDFDocument.load(await readFile(await printed.path()), { updateMetadata: false });
  expect([made.getTitle(), made.getAuthor()]).toEqual(['Then and now', undefined]);
  await told(page, /progress\.pdf/);
});

test('copies of two people are compared only where both have agreed', async () => {
  const { page } = await start();
  await drop(page, { 'hers.pdf': hers });
  await told(page, /^hers\.pdf/);
  await drop(page, { 'his.pdf': his });
  await told(page, /^his\.pdf/);
  const comparison = page.getByRole('region', { name: 'Then and now' });
  expect(await comparison.textContent()).toContain('Expected copies of one person, found those of was-hurt and broke-trust');
  expect(await comparison.getByRole('table').count()).toBe(0);
  expect(await comparison.getByRole('button', { name: 'Download to print' }).count()).toBe(0);
  await page.getByRole('checkbox', { name: 'Both have agreed to be compared' }).check();
  expect(await comparison.getByRole('table').locator('td.number').allTextContents()).toEqual(['3', '4']);
  const download = page.waitForEvent('download');
  await comparison.getByRole('button', { name: 'Download to print' }).click();
  expect((await PDFDocument.load(await readFile(await (await download).path()), { updateMetadata: false })).getTitle()).toBe('Side by side');
});

test('what is no copy is told in words beside the pages, and the copy that is open stays', async () => {
  const { page } = await start();
  await drop(page, { 'november.pdf': november });
  await told(page, /^november\.pdf/);
  await drop(page, { 'letter.docx': Buffer.from('PK words') });
  await told(page, /^letter\.docx cannot be read: expected a PDF, found something else/);
  expect(await page.getByRole('list', { name: 'What was found in the copy' }).textContent()).toContain('not-a-pdf');
  expect(await page.getByRole('region', { name: 'Answers' }).getByRole('definition').count()).toBe(3);
});
