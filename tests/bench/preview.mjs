/**
 * Opens a copy of the shipped workbook in the preview, at one of its steps, and saves a changed word again and again. Tells how long it takes from saving to the
 * pages being shown, in seconds. It needs Chromium, and what `npm run test:preview` installs.
 *   node tests/bench/preview.mjs times
 */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { BROWSER } from './browser-here.mjs';

const times = Number(process.argv[2]);
/** The first rebuilds run code that is not warm yet. */
const WARM_UP = 5;

const at = (path) => fileURLToPath(new URL(path, new URL('../../', import.meta.url)));
const cwd = await mkdtemp(join(tmpdir(), 'mendbook-preview-'));
await cp(at('content/rebuilding-trust'), join(cwd, 'book'), { recursive: true });
const file = join(cwd, 'book/en/steps/apologize.yaml');
const text = await readFile(file, 'utf8');

const program = spawn(process.execPath, [at('.build/cli.js'), 'preview', 'book', '--no-open'], { cwd });
const address = await new Promise((resolve, reject) => {
  let said = '';
  program.stderr.on('data', (chunk) => {
    said += chunk;
    const [, found] = /^(http\S+)\n/.exec(said) ?? [];
    if (found) resolve(found);
  });
  program.on('exit', () => reject(new Error(`the preview ended: ${said}`)));
});
const browser = await chromium.launch({ executablePath: BROWSER, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
await page.goto(address);
const shown = page.locator('body[data-shown]');
await shown.waitFor({ state: 'attached' });
await page.locator('nav a', { hasText: 'Apologize sincerely' }).first().click();
for (let number = -WARM_UP; number < times; number += 1) {
  // The page itself tells when it has shown them: whoever asks it from outside does so at intervals, and too late.
  const next = await page.evaluateHandle(() => ({
    shown: new Promise((resolve) => {
      new MutationObserver((_, observer) => {
        observer.disconnect();
        resolve();
      }).observe(document.body, { attributeFilter: ['data-shown'] });
    }),
  }));
  const began = performance.now();
  await writeFile(file, text.replace('purpose: ', `purpose: ${String.fromCharCode(97 + ((number + WARM_UP) % 26))} `));
  await next.evaluate(({ shown: there }) => there);
  if (number >= 0) process.stderr.write(`${JSON.stringify({ wall: (performance.now() - began) / 1000 })}\n`);
}
await browser.close();
program.removeAllListeners('exit');
const ended = new Promise((resolve) => program.once('exit', resolve));
program.kill('SIGINT');
await ended;
await rm(cwd, { recursive: true });
