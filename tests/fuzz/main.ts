/**
 * Feeds the program with changed workbooks, themes, fonts and PDFs, for a while, and stops at nothing: each case that ends in a crash, a hang,
 * a stack or a fault of the program is kept in a folder with its seed.
 *   npm run fuzz -- [--time seconds] [--count cases] [--seed number] [--only yaml|theme|font|pdf] [--case yaml:seed]
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { faultIn } from './judge.ts';
import { Random } from './random.ts';
import { Runner } from './runner.ts';
import { fontSubject, pdfSubject, type Subject, themeSubject, yamlSubject } from './subjects.ts';
import { commandLine } from './task.ts';

/** How the time is shared. */
const SHARES = { yaml: 0.35, theme: 0.2, font: 0.15, pdf: 0.3 };
type Kind = keyof typeof SHARES;
const KINDS = Object.keys(SHARES) as Kind[];
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
const isKind = (word: string | undefined): word is Kind => KINDS.includes(word as Kind);
const [single, singleSeed] = values.case?.split(':') ?? [];
const [seconds, most, seed] = [values.time, values.count, singleSeed ?? values.seed].map(Number) as [number, number, number];
if (![seconds, most, seed].every(Number.isFinite)) wrong('expected numbers for --time, --count and --seed');
const only = single ?? values.only;
if (only !== undefined && !isKind(only)) wrong(`expected one of ${KINDS.join(', ')}, found ${only}`);
const kinds = isKind(only) ? [only] : KINDS;

const root = path.resolve(import.meta.dirname, '..');
const home = await mkdtemp(path.join(tmpdir(), 'mendbook-fuzz-'));
const work = path.join(home, 'work');
await mkdir(work);
const runner = new Runner(path.join(import.meta.dirname, 'worker.js'), work);
const makers: Record<Kind, () => Subject> = {
  yaml: () => yamlSubject(root, work),
  theme: () => themeSubject(root, work),
  font: () => fontSubject(root, work),
  pdf: () => pdfSubject(work, runner),
};

interface Tally {
  cases: number;
  spent: number;
  /** How often each command ended with each code. */
  ends: Map<string, number>;
  failures: string[];
}
const tallies = new Map<Kind, Tally>();
const subjects = new Map<Kind, Subject>();
for (const kind of kinds) {
  const subject = makers[kind]();
  await subject.prepare();
  subjects.set(kind, subject);
  tallies.set(kind, { cases: 0, spent: 0, ends: new Map(), failures: [] });
}

/** Does one case; keeps it where something is wrong. */
const doCase = async (kind: Kind, caseSeed: number): Promise<void> => {
  const tally = tallies.get(kind) as Tally;
  const began = performance.now();
  const { tasks, changed } = await (subjects.get(kind) as Subject).make(new Random(caseSeed));
  let fine = true;
  for (const { task, limit, whenFine, look } of tasks) {
    if (whenFine && !fine) continue;
    const result = await runner.run(task, limit);
    const end = `${task.command} ${'code' in result ? result.code : result.ended}`;
    tally.ends.set(end, (tally.ends.get(end) ?? 0) + 1);
    fine = 'code' in result && result.code === 0;
    const fault = faultIn(task, result) ?? (fine ? await look?.() : undefined);
    if (!fault) continue;
    const kept = path.join(home, `${kind}-${caseSeed}`);
    for (const file of changed) await cp(path.join(work, file), path.join(kept, file));
    const said = 'code' in result ? `\n--- stderr\n${result.stderr}\n--- stdout\n${result.stdout.slice(0, 20_000)}` : '';
    await writeFile(path.join(kept, 'fault.txt'), `npm run fuzz -- --case ${kind}:${caseSeed}\n${commandLine(task)}\n${fault}${said}\n`);
    tally.failures.push(kept);
    process.stderr.write(`\n${kind}:${caseSeed}  ${commandLine(task)}\n  ${fault.split('\n').slice(0, 6).join('\n  ')}\n  kept in ${kept}\n`);
    break;
  }
  tally.cases += 1;
  tally.spent += performance.now() - began;
};

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
const began = performance.now();
const elapsed = (): number => (performance.now() - began) / 1000;
if (single) await doCase(single as Kind, seed);
else {
  process.stderr.write(`seed ${seed}, ${seconds} s\n`);
  for (let number = 0; number < most && elapsed() < seconds && !stop.signal.aborted; number += 1) {
    // The kind that is furthest behind its share of the time.
    const kind = kinds.toSorted(
      (one, other) => (tallies.get(one) as Tally).spent / SHARES[one] - (tallies.get(other) as Tally).spent / SHARES[other],
    )[0] as Kind;
    await doCase(kind, (seed * 1_000_003 + number) >>> 0);
    if (number % PER_PROCESS === PER_PROCESS - 1) await runner.stop();
  }
}
await runner.stop();

let failed = 0;
for (const [kind, { cases, spent, ends, failures }] of tallies) {
  const counted = [...ends].toSorted().map(([end, count]) => `${end}: ${count}`);
  process.stderr.write(`${kind.padEnd(6)} ${String(cases).padStart(5)} cases in ${(spent / 1000).toFixed(0)} s  ${counted.join(', ')}\n`);
  failed += failures.length;
}
process.stderr.write(`${failed} failed${failed > 0 ? `; kept in ${home}` : ''}\n`);
await rm(failed > 0 ? work : home, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : 0;
