/** Streams that were kept are those that would be made; spoiled ones are made anew, and none is kept of a book for somebody. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { KeptStreams } from '../../src/builder/kept-streams.ts';
import { cacheFolder } from '../../src/cache/cache-folder.ts';

const folder = cacheFolder() as string;
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string) => () => Buffer.from(text);
/** What is given, as text, and whether it was made. */
const taken = (streams: KeptStreams, from: string, made = 'made'): string | undefined => streams.take(from, bytes(made))?.toString();

const kept = (): void => {
  const first = new KeptStreams('key', true);
  taken(first, 'one', '1');
  taken(first, 'two', '22');
  first.take('nothing', () => undefined);
  first.keep();
};

test('a part is given as it was made, for what it was made from alone', () => {
  kept();
  const again = new KeptStreams('key', true);
  expect(['one', 'two', 'nothing', 'three'].map((from) => taken(again, from))).toEqual(['1', '22', 'made', 'made']);
  expect(taken(new KeptStreams('another version', true), 'one')).toBe('made');
});

test('what is found is not written again, whatever was made beside it', () => {
  kept();
  const [name = ''] = readdirSync(folder);
  const before = readFileSync(path.join(folder, name));
  const again = new KeptStreams('key', true);
  taken(again, 'a name', 'Quetzalli');
  again.keep();
  expect(readFileSync(path.join(folder, name))).toEqual(before);
});

test('nothing is written of a book for somebody', () => {
  const streams = new KeptStreams('key', false);
  taken(streams, 'a name', 'Quetzalli');
  streams.keep();
  expect(() => readdirSync(folder)).toThrow(/ENOENT/);
});

test('a spoiled part is made anew', () => {
  kept();
  const [name = ''] = readdirSync(folder);
  const file = path.join(folder, name);
  const whole = readFileSync(file);
  for (const spoiled of [whole.subarray(0, -1), Buffer.from(whole.map((byte, at) => (at === whole.length - 1 ? byte ^ 1 : byte)))]) {
    writeFileSync(file, spoiled);
    expect(taken(new KeptStreams('key', true), 'one')).toBe('made');
  }
});
