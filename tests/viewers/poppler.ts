/** poppler, the engine of Evince and Okular: filled in through its GLib binding, drawn by pdftoppm. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runWell } from '../end-to-end/run.ts';
import type { Bitmap } from '../readers/pdfium.ts';
import type { Values } from './answers.ts';
import { type Engine, SCALE } from './engine.ts';
import { inFolder, throughFiles } from './files.ts';

/** Debian's Python, which has the binding. */
const PYTHON = '/usr/bin/python3';
const script = fileURLToPath(new URL('poppler.py', import.meta.url));

export const poppler: Engine = {
  name: 'poppler',

  fill: (bytes, { texts, ticks }) =>
    throughFiles(bytes, (from, to) =>
      runWell(PYTHON, [script, 'fill', from, to], { input: JSON.stringify({ texts: Object.fromEntries(texts), ticks: [...ticks] }) }),
    ),

  read: (bytes) =>
    inFolder(async (at) => {
      await writeFile(at('in.pdf'), bytes);
      const { stdout } = await runWell(PYTHON, [script, 'read', at('in.pdf')]);
      return new Map(Object.entries(JSON.parse(stdout.toString('utf8')) as Record<string, string | boolean>)) satisfies Values;
    }),

  // pdftoppm draws what is printed and what is seen alike.
  see: async (bytes) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mendbook-poppler-'));
    const file = path.join(folder, 'in.pdf');
    await writeFile(file, bytes);
    return {
      page: async (index) => {
        const root = path.join(folder, `page${index}-`);
        await runWell('pdftoppm', ['-r', String(72 * SCALE), '-f', String(index + 1), '-l', String(index + 1), file, root]);
        const name = (await readdir(folder)).find((each) => each.startsWith(`page${index}-`)) ?? '';
        return readPpm(await readFile(path.join(folder, name)));
      },
      close: () => rm(folder, { recursive: true }),
    };
  },
};

/** A picture of three bytes a pixel (netpbm’s P6). */
const readPpm = (bytes: Buffer): Bitmap => {
  const head = /^P6\s(\d+)\s(\d+)\s255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (!head) throw new Error('not a P6 picture');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const pixels = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel += 1) pixels.set(bytes.subarray(head[0].length + pixel * 3, head[0].length + pixel * 3 + 3), pixel * 4);
  return { width, height, pixels };
};
