/**
 * What a build costs, beside a plain @react-pdf/renderer script of the same size: wall time, CPU time, peak memory. One that is laid out by
 * @react-pdf/layout, and one of a single step, stand with it.
 * The runs take turns, so that a busy machine burdens all alike; medians are shown, and nothing is judged.
 *   npm run bench -- [rounds]
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const ROUNDS = Number(process.argv[2] ?? 5);
/** Builds in one process; the first of them is not warm. */
const WARM = 4;
/** Copies of one book under other names. */
const COPIES = 200;

const at = (path) => fileURLToPath(new URL(path, new URL('../../', import.meta.url)));
const folder = await mkdtemp(join(tmpdir(), 'mendbook-bench-'));
const ours = join(folder, 'ours.pdf');
const plain = join(folder, 'plain.pdf');

/** Runs a script in a fresh process and measures it; lines of stderr come back. */
const measure = async (script, args) => {
  const report = join(folder, 'report.json');
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', at('tests/bench/measure.mjs'), at(script), ...args], {
    env: { ...process.env, MEASURE_TO: report },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let talk = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => (talk += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  const wall = (performance.now() - began) / 1000;
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${talk}`);
  return { ...JSON.parse(await readFile(report, 'utf8')), wall, lines: talk.trim().split('\n') };
};

/** Pages, fields and letters of a PDF. */
const sizeOf = async (file) => {
  const loading = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 });
  const document = await loading.promise;
  const size = { pages: document.numPages, text: 0, ticks: 0, characters: 0 };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    for (const { fieldType } of await page.getAnnotations()) {
      if (fieldType === 'Tx') size.text += 1;
      if (fieldType === 'Btn') size.ticks += 1;
    }
    for (const { str } of (await page.getTextContent()).items) size.characters += str?.length ?? 0;
  }
  await loading.destroy();
  return size;
};

const median = (numbers) => {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const medians = (runs) => Object.fromEntries(['wall', 'cpu', 'peak'].map((key) => [key, median(runs.map((run) => run[key]))]));
/** Of a process that builds several times: the median of its later builds, CPU time a build, peak memory of all. */
const warm = ({ lines, cpu, peak }) => ({ wall: median(lines.map(Number).slice(1)), cpu: cpu / WARM, peak });

const build = ['build', '--force', '--quiet', '-o', ours];
await measure('.build/cli.js', build);
const size = await sizeOf(ours);
const same = JSON.stringify(size);
await measure('tests/bench/plain.mjs', [same, plain]);
const beside = await sizeOf(plain);
process.stdout.write(`workbook: ${size.pages} pages, ${size.text} text fields, ${size.ticks} boxes, ${size.characters} characters
plain:    ${beside.pages} pages, ${beside.text} text fields, ${beside.ticks} boxes, ${beside.characters} characters
${ROUNDS} rounds, medians, Node ${process.versions.node}\n\n`);

const copies = [];
const runs = {
  'build, cold': [],
  'by react-pdf, cold': [],
  'one step, cold': [],
  'plain script, cold': [],
  'build, warm': [],
  'plain script, warm': [],
  check: [],
  '--help': [],
};
for (let round = 0; round < ROUNDS; round += 1) {
  runs['build, cold'].push(await measure('.build/cli.js', build));
  runs['by react-pdf, cold'].push(await measure('.build/cli.js', [...build, '--engine', 'react-pdf']));
  runs['one step, cold'].push(await measure('.build/cli.js', [...build, '--steps', '1']));
  runs['plain script, cold'].push(await measure('tests/bench/plain.mjs', [same, plain]));
  runs['build, warm'].push(warm(await measure('tests/bench/warm.mjs', [ours, String(WARM)])));
  runs['plain script, warm'].push(warm(await measure('tests/bench/plain.mjs', [same, plain, String(WARM)])));
  copies.push(JSON.parse((await measure('tests/bench/copies.mjs', [String(COPIES)])).lines.at(-1)));
  runs.check.push(await measure('.build/cli.js', ['check']));
  runs['--help'].push(await measure('.build/cli.js', ['--help']));
}
await rm(folder, { recursive: true });

const row = (name, ...cells) => process.stdout.write(`${name.padEnd(20)}${cells.map((cell) => String(cell).padStart(10)).join('')}\n`);
const found = Object.fromEntries(Object.entries(runs).map(([name, measured]) => [name, medians(measured)]));
row('', 'wall s', 'CPU s', 'peak MiB');
for (const [name, { wall, cpu, peak }] of Object.entries(found)) row(name, wall.toFixed(2), cpu.toFixed(2), Math.round(peak));
process.stdout.write('\n');
for (const state of ['cold', 'warm']) {
  const [one, other] = [found[`build, ${state}`], found[`plain script, ${state}`]];
  row(`build to plain, ${state}`.slice(0, 20), ...['wall', 'cpu', 'peak'].map((key) => `${(one[key] / other[key]).toFixed(2)} x`));
}
const copy = { wall: median(copies.map(({ wall }) => wall)), cpu: median(copies.map(({ cpu }) => cpu)) };
row('a personal copy', ...['wall', 'cpu'].map((key) => `${(copy[key] * 1000).toFixed(1)} ms`));
row('copy to build, cold', ...['wall', 'cpu'].map((key) => `${((copy[key] / found['build, cold'][key]) * 100).toFixed(2)} %`));
