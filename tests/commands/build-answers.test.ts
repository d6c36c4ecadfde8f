/** A book is built with the answers of an earlier copy, from a file or from the copy that it replaces; nothing is lost when anything fails. */
import { cp, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Builder } from '../../src/builder/builder.ts';
import { answers } from '../../src/commands/answers.ts';
import { build } from '../../src/commands/build.ts';
import { attempt } from '../../src/commands/build-once.ts';
import type { BuildOptions } from '../../src/commands/build-options.ts';
import { readAnswers } from '../../src/questions/read-answers.ts';
import { fillByHand } from '../flatten/filled.ts';
import { Capture } from './capture.ts';

let home: string;
const at = (name: string): string => path.join(home, name);
const steps = () => at('every-kind/en/steps/one.yaml');
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mendbook-refill-'));
  await cp(path.resolve(import.meta.dirname, '../fixtures/every-kind'), at('every-kind'), { recursive: true });
});
afterEach(() => rm(home, { recursive: true }));

const run = async (options: Partial<BuildOptions>) => {
  const stderr = new Capture();
  const code = await build({ workbook: 'every-kind', country: 'us', cwd: home, stdout: new Capture(), stderr, quiet: true, ...options });
  return { code, told: stderr.text };
};
const filledCopy = async (name: string): Promise<Uint8Array> => {
  await run({ out: name });
  const document = await PDFDocument.load(await readFile(at(name)), { updateMetadata: false });
  document.getForm().getCheckBox('one_so_2').check();
  const bytes = await fillByHand(await document.save({ updateFieldAppearances: false }), (field) => (field === 'one_what' ? 'It rained.' : undefined));
  await writeFile(at(name), bytes);
  return bytes;
};
const answersIn = async (name: string) => {
  const { copy } = await readAnswers(await readFile(at(name)), name);
  return Object.fromEntries(copy?.questions.flatMap(({ id, answer }) => (answer ? [[id, answer]] : [])) ?? []);
};
const GIVEN = { one_what: { text: 'It rained.' }, one_so: { ticked: ['No'] } };
const change = async (from: string, to: string) => writeFile(steps(), (await readFile(steps(), 'utf8')).replace(from, to));

test.each(['ana.pdf', 'ana.yaml', 'ana.json'])('answers are filled in from %s, for their owner alone', async (from) => {
  await filledCopy('ana.pdf');
  if (from !== 'ana.pdf') await answers({ files: ['ana.pdf'], out: from, cwd: home, stdout: new Capture(), stderr: new Capture() });
  await change('["Yes", "No"]', '["No", "Yes"]');
  expect((await run({ answers: from, out: 'new.pdf' })).code).toBe(0);
  expect(await answersIn('new.pdf')).toEqual(GIVEN);
  expect((await stat(at('new.pdf'))).mode & 0o777).toBe(0o600);
  expect(await answersIn('ana.pdf')).toEqual(GIVEN);
});

test('the copy whose answers are read is never written over, by whatever name', async () => {
  const old = await filledCopy('ana.pdf');
  await symlink(at('ana.pdf'), at('link.pdf'));
  for (const out of ['ana.pdf', './ana.pdf', 'link.pdf']) {
    const { code, told } = await run({ answers: 'ana.pdf', out, force: true });
    expect(code).toBe(1);
    expect(told).toMatch(/same-file[^]*--keep-answers/);
  }
  expect(Buffer.compare(await readFile(at('ana.pdf')), old)).toBe(0);
});

test('a filled copy is replaced by the new book with its answers', async () => {
  await filledCopy('ana.pdf');
  await change('What happened?', 'What happened then?');
  expect((await run({ out: 'ana.pdf' })).code).toBe(1);
  const { code } = await run({ out: 'ana.pdf', keepAnswers: true });
  expect(code).toBe(0);
  expect(await answersIn('ana.pdf')).toEqual(GIVEN);
  expect((await readdir(home)).filter((name) => name.endsWith('.pdf'))).toEqual(['ana.pdf']);
  // What was filled in stays safe from a build that does not ask for it.
  expect((await run({ out: 'ana.pdf' })).code).toBe(1);
});

test('where an answer has no place any more, the old copy is kept beside, and the question is named', async () => {
  const old = await filledCopy('ana.pdf');
  await change('["Yes", "No"]', '["Yes", "Not yet"]');
  const { code, told } = await run({ out: 'ana.pdf', keepAnswers: true, quiet: false });
  expect(code).toBe(0);
  expect(told).toMatch(/answer-without-place[^]*One – Is it so\? – No/);
  expect(told).toContain('ana-kept.pdf');
  expect(told).not.toContain('It rained');
  expect(await answersIn('ana.pdf')).toEqual({ one_what: { text: 'It rained.' } });
  expect(Buffer.compare(await readFile(at('ana-kept.pdf')), old)).toBe(0);
});

test('when the workbook has an error, or the copy cannot be read, the filled copy is as it was', async () => {
  const old = await filledCopy('ana.pdf');
  await change('blocks:', 'blcks:');
  expect((await run({ out: 'ana.pdf', keepAnswers: true })).code).toBe(1);
  expect(Buffer.compare(await readFile(at('ana.pdf')), old)).toBe(0);
  await change('blcks:', 'blocks:');
  const damaged = old.subarray(0, old.length / 2);
  await writeFile(at('ana.pdf'), damaged);
  expect((await run({ out: 'ana.pdf', keepAnswers: true })).code).toBe(1);
  expect(Buffer.compare(await readFile(at('ana.pdf')), damaged)).toBe(0);
});

test('a protected copy that has answers is not taken for an empty one', async () => {
  await filledCopy('ana.pdf');
  const password = 'correct horse battery';
  const builder = new Builder();
  const about = { workbook: 'every-kind', country: 'us', cwd: home, out: 'locked.pdf', password, stdout: new Capture(), stderr: new Capture() };
  expect((await attempt(builder, { ...about, answers: 'ana.pdf' })).code).toBe(0);
  expect((await attempt(builder, about)).diagnostics.map(({ code }) => code)).toContain('output-in-use');
  expect((await attempt(builder, { ...about, keepAnswers: true })).code).toBe(0);
  const { copy } = await readAnswers(await readFile(at('locked.pdf')), 'locked.pdf', undefined, password);
  expect(copy?.questions.flatMap(({ answer }) => answer ?? [])).toEqual([{ text: 'It rained.' }, { ticked: ['No'] }]);
});

test('combinations that would lose or mix answers are refused', async () => {
  await filledCopy('ana.pdf');
  for (const wrong of [
    { keepAnswers: true, answers: 'ana.pdf' },
    { keepAnswers: true, out: '-' },
    { answers: 'ana.pdf', watch: true },
    { answers: 'ana.pdf', flat: true, out: 'flat.pdf' },
  ])
    expect((await run(wrong)).code).toBe(2);
  expect((await readdir(home)).filter((name) => name.endsWith('.pdf'))).toEqual(['ana.pdf']);
});
