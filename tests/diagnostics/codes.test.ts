/** The codes of diagnostics, the mistakes that raise them, and docs/messages.md, held against each other. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIAGNOSTIC_CODES, type DiagnosticCode } from '../../src/diagnostics/codes.ts';
import { MISTAKES } from './raised/mistakes.ts';
import { type Mistake, Place } from './raised/place.ts';

const mistakes = Object.values(MISTAKES).flatMap((group) => Object.entries(group) as [DiagnosticCode, Mistake][]);

/** A row of docs/messages.md: `| code | meaning | what to do | example |`. */
interface Row {
  code: string;
  cells: string[];
  example: string;
}

const rowsOf = (section: string): Row[] =>
  [...section.matchAll(/^\| `([^`]+)` \| (.*) \| `([^`]+)` \|$/gm)].map(([, code = '', cells = '', example = '']) => ({
    code,
    cells: cells.split(' | '),
    example,
  }));

const [, ...sections] = readFileSync(path.resolve(import.meta.dirname, '../../docs/messages.md'), 'utf8').split(/^## /m);
const rows = new Map(sections.flatMap(rowsOf).map((row) => [row.code, row]));

/** A message as it can be compared: numbers are measured or counted, and may change where the words do not. */
const comparable = (message: string): string => message.replaceAll(/\d+(?:\.\d+)?/g, '0');

/** Whether an example is this message; `…` stands for a part that was left out. */
const isExample = (example: string, message: string): boolean => {
  const parts = comparable(example).split('…');
  let from = 0;
  for (const part of parts) {
    const at = comparable(message).indexOf(part, from);
    if (at < 0 || (from === 0 && at > 0)) return false;
    from = at + part.length;
  }
  return parts.length > 1 || from === comparable(message).length;
};

let place: Place;
beforeEach(async () => {
  place = await Place.make();
});
afterEach(() => place.remove());

describe('a mistake raises its code, with the message that docs/messages.md has as its example', () => {
  test.each(mistakes)('%s', async (code, mistake) => {
    const told = await mistake(place);
    expect(told.map((one) => one.code)).toContain(code);
    const messages = told.filter((one) => one.code === code).map(({ severity, message }) => `${severity}: ${message.replaceAll(place.home, '~')}`);
    const { example = '' } = rows.get(code) ?? {};
    expect(messages.filter((message) => isExample(example, message)).length, `${example}\n${messages.join('\n')}`).toBeGreaterThan(0);
  });
});

describe('docs/messages.md', () => {
  test('has a section for each group, with one row for each of its codes, in the order of the alphabet', () => {
    expect(sections.map((section) => rowsOf(section).map(({ code }) => code))).toEqual(Object.values(DIAGNOSTIC_CODES).map((codes) => codes.toSorted()));
  });

  test('has no row that is not of the form: a meaning and a way out', () => {
    const lines = sections.flatMap((section) => section.split('\n').filter((line) => line.startsWith('|') && !/^\| (?:Code|---) /.test(line)));
    expect(lines).toHaveLength(
      [...rows.values()].filter(({ cells }) => cells.length === 2 && cells.every((cell) => cell.endsWith('.') || cell.endsWith('`'))).length,
    );
  });
});

test('an example is told from another message', () => {
  expect(isExample('error: expected 2 lines, found 3', 'error: expected 4 lines, found 10')).toBe(true);
  expect(isExample('error: expected 2 lines, found …', 'error: expected 4 lines, found some')).toBe(true);
  expect(isExample('error: expected 2 lines', 'error: expected 4 lines, found 10')).toBe(false);
  expect(isExample('error: expected words', 'error: expected 4 lines, found 10')).toBe(false);
  expect(isExample('', 'error: expected 4 lines, found 10')).toBe(false);
});
