/** How far a long build is: said on a terminal, after a while, and gone when it is done. */
import { beforeEach, expect, test, vi } from 'vitest';
import { ProgressLine } from '../../src/commands/progress-line.ts';
import { Capture } from './capture.ts';

const CLEAR = '\r\u001b[2K';
let time = 0;
let stderr: Capture;
beforeEach(() => {
  vi.stubEnv('TERM', 'xterm');
  time = 0;
  stderr = new Capture();
});
const terminal = () => Object.assign(stderr, { isTTY: true, columns: 80 });
const lineAfter = (...steps: number[]): ProgressLine => {
  const line = new ProgressLine(stderr, () => time);
  for (const [index, step] of steps.entries()) {
    time = step;
    line.show({ stage: 'text', done: index + 1, of: 9 });
  }
  return line;
};

test('nothing is said of a build that is quick', () => {
  terminal();
  lineAfter(100, 1999).end();
  expect(stderr.text).toBe('');
});

test('after two seconds one line says the stage and how far it is, and goes away', () => {
  terminal();
  const line = lineAfter(100, 2000, 2050, 2100);
  line.show({ stage: 'drawing', done: 3, of: 120 });
  time = 3000;
  line.show({ stage: 'drawing', done: 60, of: 120 });
  line.end();
  expect(stderr.text).toBe(`${CLEAR}setting the text: 2 of 9 parts …${CLEAR}setting the text: 4 of 9 parts …${CLEAR}drawing pages: 60 of 120 …${CLEAR}`);
});

test('nothing goes into a pipe, or to a terminal that cannot take a line back', () => {
  lineAfter(5000).end();
  vi.stubEnv('TERM', 'dumb');
  terminal();
  lineAfter(9000).end();
  expect(stderr.text).toBe('');
});

test('a terminal that does not know its width gets the whole line', () => {
  Object.assign(terminal(), { columns: 0 });
  lineAfter(2000);
  expect(stderr.text).toBe(`${CLEAR}setting the text: 1 of 9 parts …`);
});
