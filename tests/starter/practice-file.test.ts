import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { practiceFile } from '../../src/starter/practice-file.ts';

/** Every line of an example switched on. */
const switchedOn = (text: string): string => text.replaceAll(/^# (?=[a-z]+:|  )/gm, '');

describe('the text of practice.yaml', () => {
  test('has what was chosen, whatever it is made of', () => {
    const choices = {
      name: 'Harbor: Counseling',
      counselor: '"Ana" #1',
      credentials: 'LMFT, M.A.',
      contact: ['- 12 Quay St', 'true', '+1 503', '@harbor'],
      logo: 'logo.svg',
      footer: '*',
      license: "It's ours: yes",
      paper: 'a4',
      language: 'es',
      country: 'gb',
      template: 'warm',
    };
    expect(parse(practiceFile({ ...choices, accent: '#5b3a6e' }))).toEqual({ ...choices, colors: { accent: '#5b3a6e' } });
  });

  test('has nothing on where nothing was chosen, and an example of every key to switch on', () => {
    const text = practiceFile({});
    expect(parse(text)).toBeNull();
    expect(Object.keys(parse(switchedOn(text)) as object).toSorted()).toEqual([
      'colors',
      'contact',
      'counselor',
      'country',
      'credentials',
      'footer',
      'language',
      'license',
      'logo',
      'name',
      'paper',
      'template',
    ]);
  });

  test('explains each key on the line above it', () => {
    const lines = practiceFile({ name: 'Harbor' }).split('\n');
    const keys = [...lines.entries()].filter(([, line]) => /^(?:# )?[a-z]+:(?: |$)/.test(line) && !line.startsWith('# yaml'));
    expect(keys).toHaveLength(12);
    for (const [index, line] of keys) expect([line, lines[index - 1]]).toEqual([line, expect.stringMatching(/^# [A-Z].*\.$/)]);
  });

  test('leads editors to its schema', () => {
    expect(practiceFile({}, '.schema/practice.json')).toMatch(/^# yaml-language-server: \$schema=\.schema\/practice\.json\n/);
  });
});
