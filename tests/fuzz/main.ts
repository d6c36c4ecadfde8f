/**
 * Feeds the program with cases of many kinds for a while, those that failed once first, and stops at nothing: each case that breaks a rule is
 * kept in a folder with its seed.
 *   npm run fuzz -- [--time seconds] [--count cases] [--seed number] [--only kind] [--case kind:seed]
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ALL_OPTIONS } from '../../src/options/option-values.ts';
import { keptCases, OPTIONS_FILE } from './corpus.ts';
import { isKind, type Kind, KIND_NAMES, KINDS } from './kinds/index.ts';
import { Random } from './random.ts';
import { type CaseResult, runCase } from './run-case.ts';
import { Runner } from './runner.ts';
import type { Files, Step, Subject } from './subject.ts';
import { commandLine, type Task } from './task.ts';

/** So many kinds of errors are named for each kind of case, the most frequent ones. */
const MOST_TOLD = 8;
/** Cases that are done in one process: fonts that layouts register pile up. */
const PER_PROCESS = 150;

const { values } = parseArgs({
  options: {
    time: { type: 'string', default: '60' },
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    only: { type: 'string' },
    case: { type: 'string' },
  },
});
const wrong = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(2);
};
const [single, singleSeed] = values.case?.split(':') ?? [];
const [seconds, most, seed] = [values.time, values.count, singleSeed ?? values.seed].map(Number) as [number, number, number];
if (![seconds, most, seed].every(Number.isFinite)) wrong('expected numbers for --time, --count and --seed');
const only = single ?? values.only;
if (only !== undefined && !isKind(only)) wrong(`expected one of ${KIND_NAMES.join(', ')}, found ${only}`);
const kinds = isKind(only) ? [only] : KIND_NAMES;

const root = path.resolve(import.meta.dirname, '..');
const home = await mkdtemp(path.join(tmpdir(), 'mendbook-fuzz-'));
const work = path.join(home, 'work');
await mkdir(work);
const runner = new Runner(path.join(import.meta.dirname, 'worker.js'), work);
const run = (task: Task, limit: number) => runner.run(task, limit);

interface Tally {
  cases: number;
  /** Of them, those with a PDF that was finished. */
  finished: number;
  /** In milliseconds. */
  spent: number;
  /** How often each command ended with each code. */
  ends: Map<string, number>;
  /** How often each kind of error was told. */
  told: Map<string, number>;
  failures: string[];
}
const tallies = new Map<Kind, Tally>();
const subjects = new Map<Kind, Subject>();
for (const kind of kinds) {
  const subject = KINDS[kind].subject({ root, cwd: work, run });
  await subject.prepare();
  subjects.set(kind, subject);
  tallies.set(kind, { cases: 0, finished: 0, spent: 0, ends: new Map(), told: new Map(), failures: [] });
}

/** Keeps a case as the corpus has it, with what was said. */
const keep = async (name: string, files: Files, { fault, task, result }: NonNullable<CaseResult['failure']>): Promise<string> => {
  const folder = path.join(home, name.replace(':', '-'));
  const asked = Object.entries(task.options).filter(([key]) => ALL_OPTIONS.some(([option]) => option === key));
  const said = 'code' in result ? `\n--- stderr\n${result.stderr}\n--- stdout\n${result.stdout.slice(0, 20_000)}` : '';
  const told = `npm run fuzz -- --case ${name}\n${commandLine(task)}\n${fault}${said}\n`;
  for (const [file, bytes] of [...files, [OPTIONS_FILE, JSON.stringify(Object.fromEntries(asked))], ['fault.txt', told]] as const) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), bytes);
  }
  process.stderr.write(`\n${name}  ${commandLine(task)}\n  ${fault.split('\n').slice(0, 6).join('\n  ')}\n  kept in ${folder}\n`);
  return folder;
};

/** Does one case; keeps it where something is wrong. */
const doCase = async (kind: Kind, name: string, files: Files, steps: readonly Step[]): Promise<CaseResult> => {
  const result = await runCase(work, files, steps, run);
  if (result.failure) tallies.get(kind)?.failures.push(await keep(name, files, result.failure));
  return result;
};

const doSeed = async (kind: Kind, caseSeed: number): Promise<void> => {
  const tally = tallies.get(kind) as Tally;
  const subject = subjects.get(kind) as Subject;
  const began = performance.now();
  const random = new Random(caseSeed);
  const files = await subject.files(random);
  const { ends, told, finished } = await doCase(kind, `${kind}:${caseSeed}`, files, subject.steps(random, files));
  for (const end of ends) tally.ends.set(end, (tally.ends.get(end) ?? 0) + 1);
  for (const code of told) tally.told.set(code, (tally.told.get(code) ?? 0) + 1);
  tally.cases += 1;
  tally.finished += finished ? 1 : 0;
  tally.spent += performance.now() - began;
};

/** Does all that once failed. @returns how many cases there are */
const doCorpus = async (): Promise<number> => {
  let count = 0;
  for (const kind of kinds) {
    for (const { name, files, options } of await keptCases(path.join(root, 'tests/fuzz/corpus'), kind)) {
      await doCase(kind, `corpus/${kind}/${name}`, files, (subjects.get(kind) as Subject).steps(new Random(1), files, options));
      count += 1;
    }
  }
  return count;
};

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
const began = performance.now();
const elapsed = (): number => (performance.now() - began) / 1000;
if (isKind(single)) await doSeed(single, seed);
else {
  process.stderr.write(`seed ${seed}, ${seconds} s; first the ${await doCorpus()} cases that failed once\n`);
  for (let number = 0; number < most && elapsed() < seconds && !stop.signal.aborted; number += 1) {
    // The kind that is furthest behind its share of the time.
    const kind = kinds.toSorted(
      (one, other) => (tallies.get(one) as Tally).spent / KINDS[one].share - (tallies.get(other) as Tally).spent / KINDS[other].share,
    )[0] as Kind;
    await doSeed(kind, (seed * 1_000_003 + number) >>> 0);
    if (number % PER_PROCESS === PER_PROCESS - 1) await runner.stop();
  }
}
await runner.stop();

let failed = 0;
for (const [kind, { cases, finished, spent, ends, told, failures }] of tallies) {
  const counted = [...ends].toSorted().map(([end, count]) => `${end}: ${count}`);
  const share = `${finished} with a finished PDF (${cases > 0 ? Math.round((100 * finished) / cases) : 0} %)`;
  process.stderr.write(`${kind.padEnd(7)} ${String(cases).padStart(5)} cases in ${(spent / 1000).toFixed(0)} s, ${share}: ${counted.join(', ')}\n`);
  const often = [...told].toSorted(([, one], [, other]) => other - one).slice(0, MOST_TOLD);
  if (often.length > 0) process.stderr.write(`        refused for ${often.map(([code, count]) => `${code}: ${count}`).join(', ')}\n`);
  failed += failures.length;
}
process.stderr.write(`${failed} failed${failed > 0 ? `; kept in ${home}` : ''}\n`);
await rm(failed > 0 ? work : home, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : 0;
