import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { position } from '../../src/diagnostics/source-file.ts';
import { loadPractice } from '../../src/practice/load.ts';
import { png } from '../pages/png.ts';

const LOGOS = path.resolve(import.meta.dirname, '../fixtures/logos');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-practice-'));
  await cp(LOGOS, folder, { recursive: true });
  await writeFile(path.join(folder, 'notes.txt'), 'no picture');
  await symlink('/etc/hostname', path.join(folder, 'away.png'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const load = async (text: string) => {
  const file = path.join(folder, 'practice.yaml');
  await writeFile(file, text);
  return loadPractice(file);
};

/** Each problem as `line:column code severity`, with its hints behind it. */
const problems = async (text: string): Promise<string[]> => {
  const { diagnostics, sources } = await load(text);
  return diagnostics.map(({ code, severity, at, message, hints = [] }) => {
    const source = sources.find(({ file }) => file === at?.file);
    const { line, column } = source && at ? position(source, at.start) : { line: 0, column: 0 };
    return `${line}:${column} ${code} ${severity}: ${message} | ${hints.join(' | ')}`;
  });
};

test('everything that a practice may give is loaded', async () => {
  const { practice, defaults, variables, accent, diagnostics } = await load(
    'name: Harbor\ncounselor: Ana Ruiz\ncredentials: LMFT\ncontact: [12 Quay Street, 555 0100]\nlogo: inkscape.svg\ncolors: { accent: "#ABC" }\nfooter: Harbor, Portland\nlicense: Ours.\npaper: a4\nlanguage: es\ncountry: us\ntemplate: calm\n',
  );
  expect(diagnostics).toEqual([]);
  expect(practice).toMatchObject({
    name: 'Harbor',
    counselor: 'Ana Ruiz',
    credentials: 'LMFT',
    contact: ['12 Quay Street', '555 0100'],
    footer: 'Harbor, Portland',
    license: 'Ours.',
    logo: { width: 80, height: 40 },
  });
  expect(defaults).toMatchObject({ paper: 'a4', language: 'es', country: 'us', template: 'calm' });
  expect(variables).toEqual({
    'practice.name': 'Harbor',
    'practice.counselor': 'Ana Ruiz',
    'practice.credentials': 'LMFT',
    'practice.license': 'Ours.',
    'practice.contact': '12 Quay Street, 555 0100',
  });
  expect(accent?.color).toBe('#aabbcc');
});

test('the line at the foot is the name, unless another is given or none is wanted', async () => {
  expect((await load('name: Harbor\n')).practice?.footer).toBe('Harbor');
  expect((await load('name: Harbor\nfooter: false\n')).practice).not.toHaveProperty('footer');
});

test('without a name there are only defaults', async () => {
  const { practice, defaults, diagnostics } = await load('language: en\n');
  expect([practice, defaults, diagnostics]).toEqual([undefined, { language: 'en' }, []]);
});

test.each<[string, string, RegExp]>([
  ['an unknown key', 'name: H\ncounsellor: Ana\n', /^2:1 unknown-key error: .*did you mean "counselor"\?/],
  ['something shown without a name', 'counselor: Ana\n', /^1:1 missing-key error: expected the key "name" beside "counselor", found none/],
  ['a wrong type', 'name: H\ncontact: 555 0100\n', /^2:10 wrong-type error: expected a list, found the text "555 0100" \| begin each item/],
  ['too many lines', 'name: H\ncontact: [a, b, c, d, e, f, g]\n', /^2:10 wrong-size error: expected at most 6 items, found 7/],
  ['a footer of another kind', 'name: H\nfooter: true\n', /^2:9 wrong-\w+ error/],
  ['a footer that says no', 'name: H\nfooter: none\n', /^2:9 wrong-value error: expected a line, or false for none; found "none" \| write false/],
  ['the name of a colour', 'name: H\ncolors: { accent: teal }\n', /^2:19 wrong-colour error: .*found "teal" \| write red, green and blue/],
  ['a colour without quotation marks', 'name: H\ncolors:\n  accent: #0e5157\n', /^3:3 wrong-form error: expected a colour in quotation marks/],
  ['a colour without its #', 'name: H\ncolors: { accent: 2a6f97 }\n', /^2:19 wrong-colour error: .* \| write "#2a6f97", in quotation marks$/],
  ['text that begins with a #', 'name: #1 Harbor\n', /^1:1 wrong-type error: expected text, found nothing \| a # after a space begins a comment/],
  [
    'an item that begins with a #',
    'name: H\ncontact:\n  - #4 Quay Street\n  - b\n',
    /^3:5 wrong-type error: expected text, found nothing \| a # after a space begins a comment/,
  ],
  ['a colon without a space', 'name:Harbor\n', /^1:1 wrong-type error: .* \| put a space behind the colon/],
  ['another paper', 'name: H\npaper: A3\n', /^2:8 wrong-value error: expected one of letter, a4, a5; found "A3"/],
  ['a country in words', 'name: H\ncountry: Ireland\n', /^2:10 wrong-form error: expected two letters such as us or gb/],
  ['a template that is not there', 'name: H\ntemplate: clam\n', /^2:11 unknown-template error: .*did you mean "calm"\?/],
  [
    'a remote logo',
    'name: H\nlogo: https://example.org/logo.svg\n',
    /^2:7 image-remote error: .*nothing is fetched: put the picture into the folder of practice\.yaml/,
  ],
  ['a logo outside the folder', 'name: H\nlogo: ../logo.svg\n', /^2:7 image-outside error/],
  ['a logo behind a link that leads out', 'name: H\nlogo: away.png\n', /^2:7 image-outside error: .*found a link/],
  ['a logo that is not there', 'name: H\nlogo: figmo.svg\n', /^2:7 image-missing error: .*did you mean "figma\.svg"\?/],
  ['a logo by the name that some systems show', 'name: H\nlogo: figma\n', /^2:7 image-missing error: .*did you mean "figma\.svg"\?/],
  ['a logo that is no image', 'name: H\nlogo: notes.txt\n', /^2:7 not-an-image error: expected an SVG, PNG or JPEG, found something else/],
  ['a text that a # cuts short', 'name: H\ncontact:\n  - Suite #4\n', /^3:11 cut-text warning/],
  ['a text that loses its first word to YAML', 'name: &Harbor Counseling\n', /^1:7 cut-text warning: .*&Harbor/],
])('%s is told at its place', async (_, text, expected) => {
  expect(await problems(text)).toEqual([expect.stringMatching(expected)]);
});

test('a photo for a logo is taken, with a word on what each copy then weighs', async () => {
  const noise = randomBytes(700 * 700 * 4);
  await writeFile(path.join(folder, 'photo.png'), png({ width: 700, height: 700, pixels: noise }));
  expect(await problems('name: H\nlogo: photo.png\n')).toEqual([
    expect.stringMatching(/^2:7 heavy-logo warning: expected a logo of at most 1 MB, found 1\.\d MB, which each copy holds \| save it smaller/),
  ]);
  expect((await load('name: H\nlogo: photo.png\n')).practice?.logo).toMatchObject({ width: 700, height: 700 });
});

test('all problems are told at once', async () => {
  const codes = (await load('nam: H\nlogo: none.svg\ntemplate: clam\npaper: a3\ncolors: { accent: teal }\n')).diagnostics.map(({ code }) => code);
  expect(codes.toSorted()).toEqual(['image-missing', 'unknown-key', 'unknown-template', 'wrong-colour', 'wrong-value']);
});
