import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { choice, name } from '../../src/cli/argument-parsers.ts';

const parsed = (...args: string[]): unknown => {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  command.addOption(choice('--paper <size>', 'the paper', ['letter', 'a4']));
  return command.parse(args, { from: 'user' }).opts().paper;
};

describe('an option that takes one of some words', () => {
  test('takes them in capitals, too', () => {
    expect([parsed('--paper', 'a4'), parsed('--paper', 'A4'), parsed('--paper=Letter')]).toEqual(['a4', 'a4', 'letter']);
  });

  test('refuses all else, and says what it takes', () => {
    expect(() => parsed('--paper', 'a3')).toThrow('Allowed choices are letter, a4.');
  });
});

test('a name has its letters and their marks as one character, however it was typed', () => {
  expect(name(' Jose\u0301 ')).toBe('José');
});
