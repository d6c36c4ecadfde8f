/** Checks that a TrueType font is intact and static: a damaged one would make the layout fail, or never end. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { BoundedMap } from '../system/bounded-map.ts';
import { SAMPLE } from './font-metrics.ts';

/** The tables that are needed to draw a font (OpenType 1.9, "Required Tables" and "Tables related to TrueType outlines"). */
const NEEDED = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'post'];

/** The offset of the table directory, in bytes. */
const DIRECTORY = 12;

/** In bytes; the largest real fonts, with 65,535 East Asian glyphs, are a third smaller. */
const LARGEST = 96 * 1024 * 1024;

/** The limits of a trial: milliseconds without a message, milliseconds in all, and memory in mebibytes. */
const LIMITS = { silence: 6_000, whole: 30_000, memory: 768 };

const DAMAGED = 'one that is damaged';

/** A cache of the results, by a digest of the font's bytes. */
const known = new BoundedMap<string, Promise<string | undefined>>(500);

/**
 * Checks a font, once for each content, in a worker thread that is terminated when it takes too long.
 *
 * @param file absolute path of a file that begins like a TrueType font
 * @returns what was found instead of an intact static font; undefined if the font is one
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

/** Checks the table directory. */
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

/** The script of the worker, which is in the same folder, compiled or not. */
const TRIAL = new URL(import.meta.url.endsWith('.ts') ? './font-trial.mjs' : './font-trial.js', import.meta.url);

type TrialMessage = { goesOn: true } | { goesOn?: undefined; damage: string | undefined };

/** Tries a font in a worker. @throws when the worker cannot be started */
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
    worker.on('message', (message: TrialMessage) => {
      if (!message.goesOn) return end(message.damage);
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
