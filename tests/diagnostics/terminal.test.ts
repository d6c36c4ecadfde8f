/** Which streams get escape sequences: terminals that understand them, and nothing else. */
import { describe, expect, test } from 'vitest';
import { printHuman } from '../../src/diagnostics/print-human.ts';
import { error } from '../../src/diagnostics/make.ts';
import { steerable } from '../../src/diagnostics/terminal.ts';
import { visible, visibleLines } from '../../src/diagnostics/width.ts';

const terminal = { isTTY: true, columns: 80 };

describe('escape sequences', () => {
  test('go to terminals that say what they are', () => {
    expect(steerable(terminal, { TERM: 'xterm-256color' }, 'linux')).toBe(terminal);
    expect(steerable(terminal, {}, 'win32')).toBe(terminal);
  });

  test.each([{ TERM: 'dumb' }, { TERM: '' }, {}])('do not go to a terminal with %j', (environment) => {
    expect(steerable(terminal, environment, 'linux')).toBeUndefined();
    expect(printHuman([error('yaml', 'expected one, found two')], [], { cwd: '/', stream: terminal, env: environment })).not.toContain('\u001b');
  });

  test('do not go into pipes and files', () => {
    expect(steerable({}, { TERM: 'xterm' }, 'linux')).toBeUndefined();
  });
});

test.each(['\u001b[31m', '\u009b2J', '\r', '\u202e', '\u2066', '\u061c', '\u0007', '\u2028', '\ud800'])('%j in a name never reaches a terminal', (sign) => {
  expect(visible(`a${sign}b`)).not.toContain(sign);
  expect(visibleLines(`a${sign}b\nc`)).toMatch(/\nc$/);
  const told = printHuman([error('yaml', `a${sign}b`, { file: `/x${sign}/y.yaml`, start: 0, end: 0 }, `do ${sign}`)], [], { cwd: '/', env: {} });
  expect(told).not.toContain(sign);
});
