/** A book is built with the answers of an earlier copy, from a file or from the copy that it replaces; nothing is lost when anything fails. */
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Builder } from '../../src/builder/builder.ts';
import { answers } from '../../src/commands/answers.ts';
import { build } from '../../src/commands/build.ts';
import { attempt } from '../../src/commands/build-once.ts';
import type { BuildOptions } from '../../src/commands/build-options.ts';
import { inspectCopy } from '../../src/questions/inspect-copy.ts';
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

const again = async (options: Partial<BuildOptions>) => {
  const stderr = new Capture();
  const code = await build({ workbook: 'every-kind', cwd: home, stdout: new Capture(), stderr, ...options });
  return { code, told: stderr.text };
};
const run = (options: Partial<BuildOptions>) => again({ country: 'us', quiet: true, ...options });
const filledCopy = async (name: string, options: Partial<BuildOptions> = {}): Promise<Uint8Array> => {
  await run({ out: name, ...options });
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
    expect(code).toBe(2);
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

describe('with the answers of a copy, what is not asked for anew is as that copy was built', () => {
  const BUILT: Partial<BuildOptions> = { for: 'was-hurt', paper: 'a4', country: 'mx', largePrint: true, without: ['welcome'] };
  const recordIn = async (name: string) => {
    const { copy } = await inspectCopy(await readFile(at(name)), name);
    return copy?.record;
  };

  test('in a new file, and one line says so', async () => {
    await filledCopy('ana.pdf', BUILT);
    const { code, told } = await again({ answers: 'ana.pdf', out: 'new.pdf' });
    expect(code).toBe(0);
    expect(told).toContain('as ana.pdf was built: --for was-hurt --without welcome --country mx --paper a4 --large-print\n');
    expect(await recordIn('new.pdf')).toEqual(await recordIn('ana.pdf'));
    expect(await answersIn('new.pdf')).toEqual(GIVEN);
  });

  test.each([['ana.pdf'], [undefined]])('in the file that is replaced, %s', async (out) => {
    await filledCopy('ana.pdf', BUILT);
    const record = await recordIn('ana.pdf');
    // Without --out it is the file that such a build makes, whose name does not tell of the country or of parts that were left out.
    const target = out ?? 'out/every-kind-was-hurt-a4-large-print.pdf';
    if (!out) await mkdir(at('out')).then(() => rename(at('ana.pdf'), at(target)));
    const { code, told } = await again({ keepAnswers: true, ...(out ? { out } : { for: 'was-hurt', paper: 'a4', largePrint: true }) });
    expect(code).toBe(0);
    expect(told).toContain(`as ${target} was built: ${out ? '--for was-hurt ' : ''}--without welcome --country mx`);
    expect(await recordIn(target)).toEqual(record);
    expect(await answersIn(target)).toEqual(GIVEN);
  });

  test('also in an empty file that is replaced', async () => {
    await run({ out: 'ana.pdf', ...BUILT });
    const before = await recordIn('ana.pdf');
    expect((await again({ keepAnswers: true, out: 'ana.pdf' })).code).toBe(0);
    expect(await recordIn('ana.pdf')).toEqual(before);
  });

  test('what is asked for wins, and what does not go with it is left out', async () => {
    await filledCopy('ana.pdf', BUILT);
    const { code, told } = await again({ answers: 'ana.pdf', out: 'new.pdf', paper: 'a5', country: 'us', steps: '1' });
    expect(code).toBe(0);
    expect(told).toContain('as ana.pdf was built: --for was-hurt\n');
    expect(await recordIn('new.pdf')).toMatchObject({ for: 'was-hurt', options: { steps: '1', country: 'us', paper: 'a5' } });
  });

  test('what its record keeps to itself is named, to be given again', async () => {
    await writeFile(at('practice.yaml'), 'name: Harbor\n');
    await filledCopy('ana.pdf', { name: 'Ana', practice: 'practice.yaml' });
    const { told } = await again({ answers: 'ana.pdf', out: 'new.pdf' });
    expect(told).toContain('ana.pdf was built with --name, --practice too, whose words no copy keeps');
    const given = { name: 'Ana', practice: 'practice.yaml' };
    expect((await again({ answers: 'ana.pdf', out: 'two.pdf', ...given })).told).not.toContain('too, whose words');
    // A discreet copy shows no practice, and says of none.
    expect((await again({ answers: 'ana.pdf', out: 'three.pdf', discreet: true })).told).toContain('ana.pdf was built with --name too');
    await filledCopy('zoe.pdf', { practice: 'practice.yaml', discreet: true });
    expect((await recordIn('zoe.pdf'))?.unsaid).toBeUndefined();
  });

  test('a build that is refused does not say that anything was built', async () => {
    await filledCopy('ana.pdf', BUILT);
    await change('blocks:', 'blcks:');
    const { code, told } = await again({ answers: 'ana.pdf', out: 'new.pdf' });
    expect(code).toBe(1);
    expect(told).not.toContain('as ana.pdf was built');
    expect(told).toContain('nothing was built; the options of ana.pdf were tried: --for was-hurt --without welcome');
  });

  test('a practice.yaml that lies in the workbook does not change it, one that is named does', async () => {
    await filledCopy('ana.pdf', { paper: 'letter' });
    await writeFile(at('every-kind/practice.yaml'), 'name: Harbor\npaper: a4\ncountry: gb\n');
    expect((await again({ answers: 'ana.pdf', out: 'one.pdf' })).code).toBe(0);
    expect((await recordIn('one.pdf'))?.options).toEqual({ country: 'us' });
    expect((await again({ answers: 'ana.pdf', out: 'two.pdf', practice: 'every-kind/practice.yaml' })).code).toBe(0);
    expect((await recordIn('two.pdf'))?.options).toEqual({ country: 'gb', paper: 'a4' });
  });

  test('nothing is taken from a file of answers, which does not say it', async () => {
    await filledCopy('ana.pdf', BUILT);
    await answers({ files: ['ana.pdf'], out: 'ana.yaml', cwd: home, stdout: new Capture(), stderr: new Capture() });
    const { told } = await again({ answers: 'ana.yaml', out: 'new.pdf' });
    expect(told).not.toContain('was built');
    expect((await recordIn('new.pdf'))?.for).toBe('both');
  });
});

test('a file that gets answers is for its owner alone, whatever it was before', async () => {
  await filledCopy('ana.pdf');
  await run({ out: 'new.pdf' });
  for (const name of ['ana.pdf', 'new.pdf']) await chmod(at(name), 0o644);
  await run({ out: 'ana.pdf', keepAnswers: true });
  await run({ out: 'new.pdf', answers: 'ana.pdf' });
  await run({ out: 'empty.pdf', keepAnswers: true });
  for (const name of ['ana.pdf', 'new.pdf', 'empty.pdf']) expect((await stat(at(name))).mode & 0o777).toBe(0o600);
});

test('a filled PDF is read as one, whatever it is called', async () => {
  const filled = await filledCopy('ana.pdf');
  for (const name of ['ana.yaml', 'ana.csv', 'ana']) {
    await writeFile(at(name), filled);
    expect((await run({ answers: name, out: 'new.pdf', force: true })).code).toBe(0);
    expect(await answersIn('new.pdf')).toEqual(GIVEN);
    await rm(at('new.pdf'));
  }
});

test('answers that were written for people or spreadsheets are refused, with the form that is read again', async () => {
  for (const file of ['table.csv', 'notes.md']) {
    await writeFile(at(file), 'Question,Answer\n');
    const { code, told } = await run({ answers: file, out: 'again.pdf' });
    expect(code).toBe(1);
    expect(told).toContain(`expected a filled PDF, or answers as YAML or JSON, found ${path.extname(file)}: ${file}`);
    expect(told).toContain('-o answers.yaml');
  }
});

describe('the sign of a client', () => {
  const idIn = async (name: string) => (await inspectCopy(await readFile(at(name)), name)).copy?.record?.copy;
  const toFile = (out: string) => answers({ files: ['ana.pdf'], out, cwd: home, stdout: new Capture(), stderr: new Capture() });

  test('stands in the record, and goes along with the answers, from a copy and from a file of them', async () => {
    await filledCopy('ana.pdf', { id: '2026-017' });
    await toFile('ana.yaml');
    expect(await idIn('ana.pdf')).toEqual({ id: '2026-017' });
    expect((await again({ answers: 'ana.pdf', out: 'new.pdf' })).told).toContain('as ana.pdf was built: --country us --id 2026-017\n');
    await run({ answers: 'ana.yaml', out: 'of-file.pdf' });
    await run({ keepAnswers: true, out: 'ana.pdf' });
    for (const name of ['new.pdf', 'of-file.pdf', 'ana.pdf']) expect(await idIn(name)).toEqual({ id: '2026-017' });
  });

  test('is compared with the one that is asked for: answers of another are refused, whatever they come from', async () => {
    const old = await filledCopy('ana.pdf', { id: '2026-017' });
    await toFile('ana.json');
    for (const how of [{ answers: 'ana.pdf' }, { answers: 'ana.json' }, { answers: 'ana.pdf', out: '-' }, { keepAnswers: true, out: 'ana.pdf' }]) {
      const { code, told } = await run({ id: '2026-018', out: 'new.pdf', ...how });
      expect(code).toBe(2);
      expect(told).toContain('error[two-people]: expected answers of a copy with the id 2026-018, found those of one with the id 2026-017');
      expect(told).toContain('give --id 2026-017');
    }
    expect((await readdir(home)).filter((name) => name.endsWith('.pdf'))).toEqual(['ana.pdf']);
    expect(Buffer.compare(await readFile(at('ana.pdf')), old)).toBe(0);
    expect((await run({ id: ' 2026-017', answers: 'ana.pdf', out: 'new.pdf' })).code).toBe(0);
  });

  test('is given to a copy whose earlier one had none', async () => {
    await filledCopy('ana.pdf');
    const { code, told } = await run({ id: '2026-017', answers: 'ana.pdf', out: 'new.pdf', quiet: false });
    expect(code).toBe(0);
    expect(told).toContain('warning[two-people]: expected answers with an id, as the new copy has 2026-017, found nothing that says whose they are: ana.pdf');
    expect((await run({ id: '2026-017', answers: 'new.pdf', out: 'newer.pdf', quiet: false })).told).not.toContain('two-people');
    expect(await idIn('new.pdf')).toEqual({ id: '2026-017' });
    expect(await answersIn('new.pdf')).toEqual(GIVEN);
  });
});

describe('a copy of another person, in which nobody has written yet,', () => {
  const EVA = { id: '2026-030', for: 'was-hurt', out: 'eva.pdf' } as const;
  const empty = async (about: Partial<BuildOptions>) => {
    expect((await run(about)).code).toBe(0);
    return readFile(at('eva.pdf'));
  };
  const isRefused = async (about: Partial<BuildOptions>, words: string, before: Buffer) => {
    const { code, told } = await run({ out: 'eva.pdf', ...about });
    expect(told).toContain(`error[two-people]: not overwritten: eva.pdf is a copy ${words}`);
    expect(told).toMatch(/--out[^]*--force/);
    expect(code).toBe(2);
    expect(Buffer.compare(await readFile(at('eva.pdf')), before)).toBe(0);
  };

  test('gets neither the answers nor the copy of one with another id', async () => {
    await filledCopy('dora.pdf', { id: '2026-020' });
    const before = await empty(EVA);
    const ids = 'with the id 2026-030, and the new one has the id 2026-020';
    await isRefused({ answers: 'dora.pdf' }, ids, before);
    await isRefused({ id: '2026-020' }, ids, before);
    await isRefused({ id: '2026-020', keepAnswers: true }, ids, before);
    await isRefused({}, 'with the id 2026-030, and the new one has none', before);
    expect((await run({ answers: 'dora.pdf', out: 'eva.pdf', force: true })).code).toBe(0);
    expect(await answersIn('eva.pdf')).toEqual(GIVEN);
  });

  test('gets no answers of the other role', async () => {
    await filledCopy('dora.pdf', { for: 'broke-trust' });
    const before = await empty({ for: 'was-hurt', out: 'eva.pdf' });
    await isRefused({ answers: 'dora.pdf' }, 'for was-hurt, and the answers for the new one are those of broke-trust', before);
  });

  test('is replaced by one that is for the same person, or does not say for whom', async () => {
    await empty(EVA);
    expect((await run({ ...EVA, largePrint: true })).code).toBe(0);
    expect((await run({ keepAnswers: true, out: 'eva.pdf' })).code).toBe(0);
    await rm(at('eva.pdf'));
    await empty({ for: 'was-hurt', out: 'eva.pdf' });
    expect((await run({ for: 'broke-trust', out: 'eva.pdf' })).code).toBe(0);
    expect((await run({ ...EVA, for: 'broke-trust' })).code).toBe(0);
  });
});

describe('answers of another person', () => {
  test('are refused by the role that is asked for, from a copy, a file of answers, or the copy that is replaced', async () => {
    const old = await filledCopy('ana.pdf', { for: 'broke-trust' });
    await answers({ files: ['ana.pdf'], out: 'ana.json', cwd: home, stdout: new Capture(), stderr: new Capture() });
    for (const how of [
      { answers: 'ana.pdf', out: 'new.pdf' },
      { answers: 'ana.json', out: 'new.pdf' },
      { answers: 'ana.pdf', out: '-' },
      { keepAnswers: true, out: 'ana.pdf' },
    ]) {
      const { code, told } = await run({ for: 'was-hurt', ...how });
      expect(code).toBe(2);
      expect(told).toContain('error[two-people]: expected answers of was-hurt, for whom the copy is, found those of broke-trust');
      expect(told).toContain('give --for broke-trust');
    }
    expect((await readdir(home)).filter((name) => name.endsWith('.pdf'))).toEqual(['ana.pdf']);
    expect(Buffer.compare(await readFile(at('ana.pdf')), old)).toBe(0);
  });

  test('cannot be told from a copy for both, and an empty copy has none', async () => {
    await filledCopy('both.pdf');
    expect((await run({ for: 'was-hurt', answers: 'both.pdf', out: 'new.pdf' })).code).toBe(0);
    await run({ for: 'broke-trust', out: 'empty.pdf' });
    expect((await run({ for: 'was-hurt', keepAnswers: true, out: 'empty.pdf' })).code).toBe(0);
  });
});

describe('a copy of another workbook', () => {
  test('is not rebuilt as the shipped one where none is named: the command that names its own is told', async () => {
    const old = await filledCopy('ana.pdf');
    const shipped = { workbook: 'rebuilding-trust', unnamed: true };
    const kept = await run({ ...shipped, keepAnswers: true, out: 'ana.pdf' });
    expect(kept.code).toBe(2);
    expect(kept.told).toContain('error[other-workbook]: expected answers of a copy of rebuilding-trust, found those of a copy of every-kind: ana.pdf');
    expect(kept.told).toContain('mendbook build every-kind --country us --keep-answers -o ana.pdf');
    const asked = { for: 'was-hurt', name: 'Ana B.', largePrint: true, id: '7' } as const;
    expect((await run({ ...shipped, ...asked, answers: 'ana.pdf', out: 'new.pdf' })).told).toContain(
      "mendbook build every-kind --for was-hurt --country us --name 'Ana B.' --large-print --id 7 --answers ana.pdf -o new.pdf",
    );
    expect(Buffer.compare(await readFile(at('ana.pdf')), old)).toBe(0);
    await run({ out: 'empty.pdf' });
    expect((await run({ ...shipped, keepAnswers: true, out: 'empty.pdf' })).code).toBe(2);
  });

  test('is warned of where another is named', async () => {
    await filledCopy('ana.pdf');
    await cp(at('every-kind'), at('mine'), { recursive: true });
    const { code, told } = await run({ workbook: 'mine', answers: 'ana.pdf', out: 'new.pdf', quiet: false });
    expect(code).toBe(0);
    expect(told).toContain('warning[other-workbook]');
    expect(await answersIn('new.pdf')).toEqual(GIVEN);
  });
});
