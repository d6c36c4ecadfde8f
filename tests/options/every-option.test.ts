/** Each option of the table is where the table says that it is: on the command line, in the preview, in names of files, in practice.yaml, in the copy. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Builder } from '../../src/builder/builder.ts';
import { resolveOptions } from '../../src/builder/resolve-options.ts';
import { withCheckedOptions, withCopyOptions } from '../../src/cli/copy-options.ts';
import { REFUSALS } from '../../src/options/combinations.ts';
import { GROUPS, type Option } from '../../src/options/declarations.ts';
import { fileName, type NamedBy } from '../../src/options/file-name.ts';
import { ALL_OPTIONS, type AskedOptions, DEFAULTS, flagOf, type OptionName, PRACTICE_OPTIONS, type ValueOf } from '../../src/options/option-values.ts';
import { chosenBy, offersFor } from '../../src/preview/offered-controls.ts';
import type { ChoiceOffer, SwitchOffer } from '../../src/preview/protocol.ts';

/** A value of each option that is not the usual one, and how it is written on the command line where it takes a value. */
const TRIED: { readonly [Name in OptionName]: { written?: string; value: ValueOf<Name> } } = {
  lang: { written: 'es', value: 'es' },
  for: { written: 'Was-Hurt', value: 'was-hurt' },
  edition: { written: 'counselor', value: 'counselor' },
  relationship: { written: 'partner', value: 'partner' },
  steps: { written: '1,1-1', value: '1,1-1' },
  only: { written: 'looking-back, talk', value: ['looking-back', 'talk'] },
  packet: { written: 'one-talk', value: 'one-talk' },
  without: { written: ' looking-back, talk', value: ['looking-back', 'talk'] },
  with: { written: ' talk/pledge ', value: ['talk/pledge'] },
  country: { written: 'us', value: 'us' },
  other: { written: ' your  sister ', value: 'your sister' },
  alone: { value: true },
  name: { written: ' Ana ', value: 'Ana' },
  session: { written: ' 2026-12-03 ', value: '2026-12-03' },
  note: { written: ' Please do page 5. ', value: 'Please do page 5.' },
  nextAppointment: { written: '2026-12-10T9:05', value: '2026-12-10 09:05' },
  discreet: { value: true },
  template: { written: 'warm', value: 'warm' },
  practice: { written: './practice.yaml', value: './practice.yaml' },
  paper: { written: 'A4', value: 'a4' },
  largePrint: { value: true },
  binding: { written: '2-hole', value: '2-hole' },
  inkSaver: { value: true },
  twoSided: { value: true },
  flat: { value: true },
};
const cases = ALL_OPTIONS.map(([name, option]) => [name, option, TRIED[name] as { written?: string; value: unknown }] as const);

let home = '';
let asked: { cwd: string; workbook: string };
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mendbook-options-'));
  asked = { cwd: home, workbook: 'starter' };
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('on the command line', () => {
  const command = (declare = withCopyOptions): Command => declare(new Command('build').exitOverride().configureOutput({ writeErr: () => undefined }));
  /** The help in one line, under each heading: lines are broken where they end. */
  const help = (declare = withCopyOptions): string => command(declare).helpInformation().replaceAll(/\s+/g, ' ');

  test.each(cases)('%s is in the help, under its heading, with what it takes', (name, option) => {
    const flag = option.kind === 'switch' ? `--${flagOf(name)} ` : `--${flagOf(name)} <${option.placeholder}> `;
    const after = help().split(GROUPS[option.group])[1] ?? '';
    expect(after).toContain(`${flag}${option.help}`);
    if (option.kind === 'choice') for (const value of option.values) expect(after).toContain(value);
    if (option.kind !== 'switch' && option.default !== undefined) expect(after).toContain(`(default: ${String(option.default)})`);
  });

  test.each(cases)('%s is read', (name, _, { written, value }) => {
    const args = [`--${flagOf(name)}`, ...(written === undefined ? [] : [written])];
    expect(command().parse(args, { from: 'user' }).opts()).toEqual({ [name]: value });
  });

  test.each(cases.filter(([name, { kind }]) => kind !== 'switch' && name !== 'country'))('%s with nothing behind it is wrong usage', (name) => {
    expect(() => command().parse([`--${flagOf(name)}`, ' '], { from: 'user' })).toThrow(/Expected .*, found nothing|Allowed choices are/);
  });

  test('what is not written is left out, so that practice.yaml is asked', () => {
    expect(command().parse([], { from: 'user' }).opts()).toEqual({});
  });

  test('check takes those that the table says, in its own words', () => {
    const flags = command(withCheckedOptions).options.map(({ long }) => long);
    expect(flags).toEqual(ALL_OPTIONS.flatMap(([name, { check }]) => (check ? [`--${flagOf(name)}`] : [])));
    for (const [, { check }] of ALL_OPTIONS) if (check) expect(help(withCheckedOptions)).toContain(check);
  });
});

describe('in the preview', () => {
  const offered = async (place: 'main' | 'more') => (await offersFor(asked))[place];
  const controlOf = async (name: OptionName): Promise<ChoiceOffer | SwitchOffer | undefined> =>
    [...(await offered('main')), ...(await offered('more'))].find((one) => one.name === flagOf(name));

  test.each(['main', 'more'] as const)('the controls are those that the table says, in its order: %s', async (place) => {
    const said = ALL_OPTIONS.flatMap(([name, { preview }]) => (preview && preview.place === place ? [[flagOf(name), preview.label]] : []));
    expect((await offered(place)).map(({ name, label }) => [name, label])).toEqual(said);
  });

  test.each(cases.filter(([, { preview }]) => preview))('%s is chosen by the address, and nothing that is not offered', async (name, option, { value }) => {
    const flag = flagOf(name);
    const query = (written: string) => new URLSearchParams({ [flag]: written });
    expect(await chosenBy(query(option.kind === 'switch' ? 'on' : String(value)), asked)).toEqual({ ...asked, [name]: value });
    expect(await chosenBy(query('../elsewhere'), asked)).toBeUndefined();
    const control = await controlOf(name);
    if (control && 'options' in control) for (const one of control.options) expect(one.label).not.toBe('');
  });

  test.each(cases.filter(([, { preview }]) => !preview))('%s cannot be chosen by an address', async (name, _, { value }) => {
    expect(await controlOf(name)).toBeUndefined();
    expect(await chosenBy(new URLSearchParams({ [flagOf(name)]: String(value) }), asked)).toBeUndefined();
  });
});

describe('in the name of the file', () => {
  const nameWith = (options: NamedBy): string => fileName('book', 'Notes', options);

  test.each(cases)('%s shows where the table says so, and only there', (name, { fileName: naming }, { value }) => {
    const options = { [name]: value } as NamedBy;
    const differs = (discreet: boolean): boolean => nameWith({ ...options, discreet }) !== nameWith({ discreet });
    if (name === 'discreet') return expect(nameWith(options)).toBe('notes.pdf');
    expect(differs(false)).toBe(naming !== false);
    expect(differs(true)).toBe(naming !== false && naming.discreet(value as never) !== undefined);
  });

  test('what is as usual shows nowhere', () => {
    expect(nameWith(DEFAULTS)).toBe('book.pdf');
  });

  /** The usual value of an option, and all that can be told apart from it. */
  const valuesOf = (name: OptionName, option: Option): unknown[] => {
    if (option.kind === 'switch') return [false, true];
    return option.kind === 'choice' ? [...option.values] : [DEFAULTS[name as keyof typeof DEFAULTS], TRIED[name].value];
  };
  const every = (discreet: boolean): NamedBy[] =>
    ALL_OPTIONS.filter(([name, { fileName: naming }]) => naming && !(discreet && naming.discreet(TRIED[name].value as never) === undefined))
      .reduce<object[]>((all, [name, option]) => all.flatMap((one) => valuesOf(name, option).map((value) => ({ ...one, [name]: value }))), [{}])
      .map((one) => ({ ...one, discreet }));

  test.each([false, true])('all that differ in what shows have names that differ, discreet: %s', (discreet) => {
    const all = every(discreet);
    expect(all.length).toBeGreaterThan(500);
    expect(new Set(all.map(nameWith)).size).toBe(all.length);
  });
});

describe('in practice.yaml', () => {
  test.each(PRACTICE_OPTIONS.map((one) => [one.name, one] as const))('%s is given under its key, and an option wins over it', async (name, { key }) => {
    const value = TRIED[name].value;
    await writeFile(path.join(home, 'usual.yaml'), `${key}: ${value}\n`);
    const resolved = await resolveOptions({ ...asked, practice: 'usual.yaml' });
    expect(resolved.practice?.diagnostics).toEqual([]);
    expect([resolved[name], resolved.from?.[name]]).toEqual([value, expect.objectContaining({ file: path.join(home, 'usual.yaml') })]);
    const won = await resolveOptions({ ...asked, practice: 'usual.yaml', [name]: 'other' });
    expect([won[name], won.from?.[name]]).toEqual(['other', undefined]);
  });

  test('what is given as nothing is none, or as usual', async () => {
    await writeFile(path.join(home, 'usual.yaml'), 'country: us\nlanguage: es\n');
    const resolved = await resolveOptions({ ...asked, practice: 'usual.yaml', country: '', lang: '' });
    expect([resolved.country, resolved.lang]).toEqual([undefined, DEFAULTS.lang]);
  });
});

test('each option that may be refused beside another is in a row of that table', () => {
  const named = new Set(REFUSALS.flatMap(({ when }) => Object.keys(when)));
  expect([...named].toSorted()).toEqual(ALL_OPTIONS.flatMap(([name, { combines }]) => (combines ? [name] : [])).toSorted());
});

describe('in the copy', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const cwd = path.join(root, 'tests/fixtures/practice');
  const bytesOf = async (options: AskedOptions): Promise<string> => {
    const { pdf, diagnostics } = await new Builder().build(await resolveOptions({ cwd, workbook: path.join(home, 'mine'), ...options }));
    return pdf?.bytes.toString('latin1') ?? JSON.stringify(diagnostics);
  };
  let usual = '';
  beforeAll(async () => {
    await cp(path.join(root, 'content/starter'), path.join(home, 'mine'), { recursive: true });
    // The small workbook that is shipped has something for every option but two.
    for (const language of ['en', 'es']) {
      const file = path.join(home, 'mine', language, 'pages/looking-back.yaml');
      await writeFile(file, (await readFile(file, 'utf8')).replace('id: next-talk', 'id: next-talk\n    for: broke-trust'));
      const talk = path.join(home, 'mine', language, 'steps/talk.yaml');
      const letter = '- letter: A pledge\n  id: pledge\n  copy: { title: A pledge, salutation: Dear, on-request: true }\n';
      await writeFile(talk, `${await readFile(talk, 'utf8')}\n${letter.replaceAll(/^/gm, '  ')}`);
    }
    usual = await bytesOf({});
  });

  test('the workbook that they are tried with has no fault', () => expect(usual).toMatch(/^%PDF-/));

  test.each(cases)('%s makes another PDF', async (name, _, { value }) => {
    const made = await bytesOf({ [name]: value });
    expect(made.slice(0, 300)).toMatch(/^%PDF-/);
    expect(made === usual).toBe(false);
  });
});
