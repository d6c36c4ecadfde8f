/** A job that is done again when its files change. */
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rerunOnChange } from '../../src/watch/rerun-on-change.ts';

let home: string;
let ending: AbortController;
beforeEach(async () => {
  home = await realpath(await mkdtemp(path.join(tmpdir(), 'mendbook-keep-up-')));
  ending = new AbortController();
});
afterEach(async () => {
  ending.abort();
  await rm(home, { recursive: true, force: true });
});

/** A job that is begun and ended by hand. */
const job = (watch: () => readonly string[]) => {
  const runs: { end: () => void }[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  return {
    /** Waits until so many have begun. */
    begun: async (count: number): Promise<void> => {
      while (runs.length < count) await new Promise<void>((resume) => waiting.push(resume));
    },
    end: (number: number): void => runs[number - 1]?.end(),
    count: (): number => runs.length,
    run: async (): Promise<readonly string[]> => {
      busy += 1;
      expect(busy).toBe(1);
      await new Promise<void>((end) => {
        runs.push({ end });
        waiting.splice(0).forEach((resume) => resume());
      });
      busy -= 1;
      return watch();
    },
  };
};

test('it is done at once, again where a file was saved just before it was watched, and again when one is saved', async () => {
  const file = path.join(home, 'a.yaml');
  await writeFile(file, 'one');
  const work = job(() => [file]);
  const { ended } = rerunOnChange(work.run, { signal: ending.signal });
  await work.begun(1);
  work.end(1);
  await work.begun(2);
  work.end(2);
  await writeFile(file, 'two');
  await work.begun(3);
  work.end(3);
  ending.abort();
  await ended;
});

test('what is saved while it is done has it done once more, not beside it', async () => {
  const file = path.join(home, 'a.yaml');
  await writeFile(file, 'one');
  const work = job(() => [file]);
  const { again, ended } = rerunOnChange(work.run, { signal: ending.signal });
  await work.begun(1);
  work.end(1);
  await work.begun(2);
  again();
  again();
  work.end(2);
  await work.begun(3);
  ending.abort();
  work.end(3);
  await ended;
  expect(work.count()).toBe(3);
});

test('what was saved long before is not done again', async () => {
  const file = path.join(home, 'a.yaml');
  await writeFile(file, 'one');
  await new Promise<void>((resume) => setTimeout(resume, 2100));
  const work = job(() => [file]);
  const { ended } = rerunOnChange(work.run, { signal: ending.signal });
  await work.begun(1);
  work.end(1);
  // Watching has begun once this is seen; a second turn for its own sake would have been counted by then.
  await new Promise<void>((resume) => setTimeout(resume, 500));
  expect(work.count()).toBe(1);
  await writeFile(file, 'two');
  await work.begun(2);
  ending.abort();
  work.end(2);
  await ended;
});

test('what it throws ends it', async () => {
  const { ended } = rerunOnChange(async () => Promise.reject(new Error('a fault')), { signal: ending.signal });
  await expect(ended).rejects.toThrow('a fault');
});
