/** `mendbook preview` in a process of its own, with a page of it in a browser. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { smallBook, type SmallBook } from '../fixtures/small-book.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Previewed {
  book: SmallBook;
  page: Page;
  address: string;
  /** The addresses of all requests, of whatever kind, and complaints of the page. */
  requests: string[];
  complaints: string[];
  program: ChildProcess;
  /** Waits until another PDF is shown than before something was done. */
  rebuilt(change: () => Promise<unknown>): Promise<void>;
  /** What was said on stderr so far. */
  said(): string;
  /** Ends all; returns the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface PreviewedOptions {
  args?: string[];
  /** The shipped workbook in place of the small one. */
  shipped?: boolean;
  /** Files that are there before it starts, by their paths from the book's home. */
  files?: Record<string, string | Uint8Array>;
}

/** Starts it, and opens its page. */
export const preview = async (browser: Browser, { args = [], shipped = false, files = {} }: PreviewedOptions = {}): Promise<Previewed> => {
  const book = await smallBook();
  if (shipped) await cp(path.join(root, 'content/rebuilding-trust'), path.join(book.home, 'shipped'), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(book.home, file)), { recursive: true });
    await writeFile(path.join(book.home, file), text);
  }
  const program = spawn(process.execPath, [path.join(root, '.build/cli.js'), 'preview', shipped ? 'shipped' : 'book', '--no-open', ...args], {
    cwd: book.home,
  });
  let said = '';
  program.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const exited = new Promise<number | null>((resolve) => program.on('exit', resolve));
  while (!/^http\S+\n/.test(said)) {
    if (program.exitCode !== null) throw new Error(`preview ended: ${said}`);
    await new Promise((resume) => setTimeout(resume, 20));
  }
  const address = said.split('\n')[0] ?? '';
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error.stack)));
  await page.goto(address);
  await page.locator('body[data-shown]').waitFor({ state: 'attached' });
  return {
    book,
    page,
    address,
    requests,
    complaints,
    program,
    said: () => said,
    rebuilt: async (change) => {
      const before = await page.locator('body').getAttribute('data-shown');
      await change();
      await page.locator(`body:not([data-shown="${before}"])`).waitFor({ state: 'attached' });
    },
    end: async (signal = 'SIGINT') => {
      await context.close();
      program.kill(signal);
      const code = await exited;
      await book.remove();
      return code;
    },
  };
};
