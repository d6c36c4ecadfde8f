/** Whether a TrueType font is whole and one cut: what draws it would stop at a hole, in the middle of a page, or never end. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { BoundedMap } from '../system/bounded-map.ts';
import { SAMPLE } from './font-metrics.ts';

/** Tables that a font is drawn with (OpenType 1.9, "Required Tables" and "Tables related to TrueType outlines"). */
const NEEDED = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'post'];

/** Bytes before the directory of tables. */
const DIRECTORY = 12;

/** In bytes; the largest fonts there are, with 65,535 letters of East Asia, are a third smaller. */
const LARGEST = 96 * 1024 * 1024;

/** What a trial may take: so long without a sign of life, so long at all (milliseconds), so much memory (mebibytes). */
const LIMITS = { silence: 6_000, whole: 30_000, memory: 768 };

const DAMAGED = 'one that is damaged';

/** What is wrong with fonts, by digests of their bytes. */
const known = new BoundedMap<string, Promise<string | undefined>>(500);

/**
 * Looks for damage in a font: once for each content, in a thread that is ended when the font keeps it busy for too long.
 *
 * @param file absolute path of a file that begins as a TrueType font does
 * @returns what was found in place of a whole static font; nothing where it is one
 */
export const damageOfFont = async (file: string): Promise<string | undefined> => {
  const { size } = await stat(file);
  if (size > LARGEST) return `one of ${Math.ceil(size / 1024 / 1024)} MB`;
  const bytes = await readFile(file);
  const digest = createHash('sha256').update(bytes).digest('base64');
  const held = known.get(digest);
  if (held) return held;
  const damage = Promise.resolve(damageInTables(bytes)).then((found) => found ?? tryFont(bytes));
  known.set(digest, damage);
  return damage;
};

/** What the directory of tables says. */
const damageInTables = (bytes: Buffer): string | undefined => {
  const tables = new Set<string>();
  if (bytes.length < DIRECTORY) return 'one that ends too early';
  for (let entry = 0; entry < bytes.readUInt16BE(4); entry += 1) {
    const at = DIRECTORY + entry * 16;
    if (at + 16 > bytes.length || bytes.readUInt32BE(at + 8) + bytes.readUInt32BE(at + 12) > bytes.length) return 'one that ends too early';
    tables.add(bytes.toString('latin1', at, at + 4));
  }
  if (tables.has('fvar')) return 'a variable font, which has many cuts in one file';
  const missing = NEEDED.filter((table) => !tables.has(table));
  return missing.length > 0 ? `one without its part "${missing[0]}"` : undefined;
};

/** The thread’s file, which lies beside this one: compiled or not. */
const TRIAL = new URL(import.meta.url.endsWith('.ts') ? './font-trial.mjs' : './font-trial.js', import.meta.url);

type Said = { goesOn: true } | { goesOn?: undefined; damage: string | undefined };

/** @throws where the thread cannot be had */
const tryFont = (bytes: Buffer): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(TRIAL, {
      workerData: { bytes, sample: SAMPLE },
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.memory },
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    const end = (damage: string | undefined): void => {
      clearTimeout(silence);
      clearTimeout(whole);
      resolve(damage);
      void worker.terminate();
    };
    const tooLong = (): void => end(DAMAGED);
    const whole = setTimeout(tooLong, LIMITS.whole);
    let silence: NodeJS.Timeout | undefined;
    worker.on('message', (said: Said) => {
      if (!said.goesOn) return end(said.damage);
      clearTimeout(silence);
      silence = setTimeout(tooLong, LIMITS.silence);
    });
    worker.on('error', (thrown: NodeJS.ErrnoException) => {
      if (thrown.code === 'ERR_WORKER_OUT_OF_MEMORY') return tooLong();
      clearTimeout(silence);
      clearTimeout(whole);
      reject(thrown);
    });
  });
