/** The console is silenced for what is captured, and for nothing else. */
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { captureConsole } from '../../src/system/capture-console.ts';

const { log } = console;
const own = vi.fn();
beforeEach(() => {
  own.mockClear();
  console.log = own;
});
afterEach(() => {
  console.log = log;
});

const talk = async (words: string, wait: number): Promise<void> => {
  console.log(`${words} begins`);
  await setTimeout(wait);
  console.log(`${words} ends`);
};

test('pieces of work that overlap hear each their own, and the console is as it was', async () => {
  const captured = Promise.all([captureConsole(() => talk('one', 5)), captureConsole(() => talk('two', 20))]);
  console.log('beside them');
  const heard = await captured;
  expect(heard.map((one) => one.heard)).toEqual([
    ['one begins', 'one ends'],
    ['two begins', 'two ends'],
  ]);
  expect(own.mock.calls).toEqual([['beside them']]);
  expect(console.log).toBe(own);
});

test('work that fails gives the console back', async () => {
  await expect(captureConsole(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(console.log).toBe(own);
});

test('whoever replaces the console meanwhile keeps it', async () => {
  const other = vi.fn();
  await captureConsole(() => {
    console.log = other;
  });
  expect(console.log).toBe(other);
});
