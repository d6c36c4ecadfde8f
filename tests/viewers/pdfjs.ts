/** pdf.js, the engine of Firefox, in a real browser: its own viewer components, real clicks and keys, its own way to save and to print. */
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Bitmap } from '../readers/pdfium.ts';
import type { Values } from './answers.ts';
import { type Engine, SCALE } from './engine.ts';
import { serve, type Served } from './serve.ts';

export interface ShownField {
  name: string;
  value: string | boolean;
  /** The accessible name. */
  label: string;
  /** How much of what was typed the box hides, in CSS pixels. */
  hidden: number;
  /** Of a line in the field, in CSS pixels. */
  lineHeight: number;
}

/** What viewer.mjs offers. */
interface InPage {
  open(url: string): Promise<number>;
  show(page: number): Promise<void>;
  fields(page: number): ShownField[];
  aim(page: number, name: string): [x: number, y: number];
  values(page: number): Promise<[string, string | boolean][]>;
  limits(page: number): Promise<[string, number][]>;
  save(): Promise<string>;
  boxesOfItems(page: number): number[];
  print(page: number, scale: number): Promise<Picture>;
  pixels(png: string): Promise<Picture>;
}
interface Picture {
  width: number;
  height: number;
  /** Four bytes a pixel, as base64. */
  pixels: string;
}
declare const mendbook: InPage;

/** Quiet, without a window, and without anything that asks the network. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** pdf.js draws a point in 4/3 pixels of CSS at 100 %. */
const CSS_PIXELS = 96 / 72;

let browser: Promise<Browser> | undefined;
let served: Promise<Served> | undefined;
const start = (): Promise<Browser> => (browser ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS }));

/** Ends the browser. */
export const endBrowser = async (): Promise<void> => {
  await (await browser)?.close();
  (await served)?.close();
  browser = undefined;
  served = undefined;
};

const bitmapOf = ({ width, height, pixels }: Picture): Bitmap => ({ width, height, pixels: Buffer.from(pixels, 'base64') });

/** A document in a window of its own; `close` ends it. */
export class Window {
  readonly pageCount: number;
  readonly #page: Page;
  readonly #faults: string[];

  private constructor(page: Page, pageCount: number, faults: string[]) {
    this.#page = page;
    this.pageCount = pageCount;
    this.#faults = faults;
  }

  static async open(bytes: Uint8Array): Promise<Window> {
    const server = await (served ??= serve());
    const page = await (await start()).newPage({ viewport: { width: 1100, height: 1200 }, deviceScaleFactor: SCALE / CSS_PIXELS });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(server.viewer);
    await page.waitForFunction('globalThis.mendbookReady');
    return new Window(page, await page.evaluate((url) => mendbook.open(url), server.add(bytes)), faults);
  }

  /** The fields of a page (from 0), which is scrolled to. */
  async fields(page: number): Promise<ShownField[]> {
    await this.#page.evaluate((index) => mendbook.show(index), page);
    return this.#page.evaluate((index) => mendbook.fields(index), page);
  }

  /** What every field holds. */
  async values(): Promise<Values> {
    const found: Values = new Map();
    for (let page = 0; page < this.pageCount; page += 1) {
      for (const [name, value] of await this.#page.evaluate((index) => mendbook.values(index), page)) found.set(name, value);
    }
    return found;
  }

  /** How many characters each text field takes. */
  async limits(): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    for (let page = 0; page < this.pageCount; page += 1)
      for (const [name, most] of await this.#page.evaluate((index) => mendbook.limits(index), page)) found.set(name, most);
    return found;
  }

  /** Clicks a field of the page that is shown. */
  async click(page: number, name: string): Promise<void> {
    const [x, y] = await this.#page.evaluate(([index, wanted]) => mendbook.aim(index, wanted), [page, name] as const);
    await this.#page.mouse.click(x, y);
  }

  /** Clicks a field and types, key after key; what no key has is put in as an input method does. */
  async type(page: number, name: string, text: string): Promise<void> {
    await this.click(page, name);
    await this.#page.keyboard.type(text);
  }

  /** Puts text into a field at once, as from the clipboard. */
  async paste(page: number, name: string, text: string): Promise<void> {
    await this.click(page, name);
    await this.#page.keyboard.insertText(text);
  }

  /** Presses one key, such as `Tab` or `Space`. */
  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  /** The name of the field that has the cursor. */
  focused(): Promise<string> {
    return this.#page.evaluate<string>('document.activeElement?.getAttribute("name") ?? ""');
  }

  /** Fills in all pages: text into fields, clicks on boxes. */
  async fillIn(answer: (field: ShownField, page: number) => string | true | undefined): Promise<void> {
    for (let page = 0; page < this.pageCount; page += 1) {
      for (const field of await this.fields(page)) {
        const given = answer(field, page);
        if (given === true) await this.click(page, field.name);
        else if (given !== undefined) await this.type(page, field.name, given);
      }
    }
  }

  /** The names of the text fields that Chromium's accessibility tree has, with pdf.js's document in it. */
  async accessibleNames(page: number): Promise<string[]> {
    await this.fields(page);
    const session = await this.#page.context().newCDPSession(this.#page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    return nodes.flatMap(({ ignored, role, name }) => (!ignored && role?.value === 'textbox' ? [String(name?.value ?? '')] : []));
  }

  /** How many tick boxes each list item of a page has in pdf.js's structure tree (`aria-owns`); those in no list item are counted last. */
  async boxesOfItems(page: number): Promise<number[]> {
    await this.fields(page);
    return this.#page.evaluate((index) => mendbook.boxesOfItems(index), page);
  }

  async save(): Promise<Uint8Array> {
    const saved = Buffer.from(await this.#page.evaluate(() => mendbook.save()), 'base64');
    if (this.#faults.length > 0) throw new Error(`pdf.js: ${this.#faults.join('\n')}`);
    return saved;
  }

  /** A page as the window shows it. */
  async look(page: number): Promise<Bitmap> {
    await this.fields(page);
    const png = await this.#page
      .locator(`.page[data-page-number="${page + 1}"] .canvasWrapper`)
      .locator('..')
      .screenshot({ scale: 'device' });
    return bitmapOf(await this.#page.evaluate((base64) => mendbook.pixels(base64), png.toString('base64')));
  }

  /** A page as it is printed. */
  async print(page: number): Promise<Bitmap> {
    return bitmapOf(await this.#page.evaluate(([index, scale]) => mendbook.print(index, scale), [page, SCALE] as const));
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}

export const pdfjs: Engine = {
  name: 'pdf.js',

  fill: async (bytes, { texts, ticks }) => {
    const window = await Window.open(bytes);
    await window.fillIn(({ name }) => texts.get(name) ?? (ticks.has(name) || undefined));
    const saved = await window.save();
    await window.close();
    return saved;
  },

  read: async (bytes) => {
    const window = await Window.open(bytes);
    const values = await window.values();
    await window.close();
    return values;
  },

  see: async (bytes, medium) => {
    const window = await Window.open(bytes);
    return { page: (index) => (medium === 'screen' ? window.look(index) : window.print(index)), close: () => window.close() };
  },
};
