/**
 * What builds of the shipped workbook cost, beside other programs that set the same words and fields: pdflatex with hyperref (where it is
 * installed), a plain @react-pdf/renderer script, and pdfkit by hand. Wall time, CPU time, peak memory, and their ratios.
 * The runs take turns, so that a busy machine burdens all alike; medians are shown, and nothing is judged.
 *   npm run bench -- [rounds]
 */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasBrowser } from './browser-here.mjs';
import { contentOf, sizeOf } from './content-of.mjs';
import { latexOf } from './latex.mjs';
import { longerBook } from './longer-book.mjs';
import { measureCommand, measureScript } from './measure-run.mjs';

const ROUNDS = Number(process.argv[2] ?? 5);
/** Copies of one book under other names. */
const COPIES = 200;
/** Rebuilds in one process, in each round. */
const REBUILDS = 10;
/** How often the steps of the workbook stand in the books that show how memory grows: some 400 and 1,600 pages. */
const LONGER = [5, 20];

const at = (path) => fileURLToPath(new URL(path, new URL('../../', import.meta.url)));
const folder = await mkdtemp(join(tmpdir(), 'mendbook-bench-'));
const inFolder = (name) => join(folder, name);
const script = (file, args, env) => measureScript(at(file), args, { XDG_CACHE_HOME: inFolder('caches'), ...env });

const median = (numbers) => {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const medians = (runs) => Object.fromEntries(['wall', 'cpu', 'peak'].map((key) => [key, median(runs.map((run) => run[key] ?? Number.NaN))]));
/** What a script tells of each of many things that it makes, as JSON, a line each. */
const told = ({ lines, peak }) => ({ ...medians(lines.map((line) => JSON.parse(line))), peak });

const build = ['build', '--force', '--quiet', '-o', inFolder('ours.pdf')];
// Also fills the caches: the first run keeps what it reads, the second one the sheets.
for (let run = 0; run < 2; run += 1) await script('.build/cli.js', build);
const content = await contentOf(inFolder('ours.pdf'));
await writeFile(inFolder('content.json'), JSON.stringify(content));
await writeFile(inFolder('book.tex'), latexOf(content));
const pdflatex = () => measureCommand('pdflatex', ['-interaction=batchmode', 'book.tex'], folder);
// Of a first run comes what a second one reads: only that is measured.
const hasLatex = (await pdflatex()) !== undefined;

/** A copy of the workbook in which a word is changed each time. */
await cp(at('content/rebuilding-trust'), inFolder('edited'), { recursive: true });
const step = inFolder('edited/en/steps/apologize.yaml');
const words = await readFile(step, 'utf8');
const edited = async (round) => {
  await writeFile(step, words.replace('purpose: ', `purpose: ${String.fromCharCode(97 + (round % 26))} `));
  return script('.build/cli.js', [...build, inFolder('edited')]);
};

/** A build that finds nothing but the program as V8 has compiled it. */
const first = async () => {
  const kept = inFolder('first/mendbook');
  for (const name of await readdir(kept)) if (!name.startsWith('code-')) await rm(join(kept, name));
  return script('.build/cli.js', build, { XDG_CACHE_HOME: inFolder('first') });
};
await script('.build/cli.js', build, { XDG_CACHE_HOME: inFolder('first') });

const kinds = {
  'build, warm caches': () => script('.build/cli.js', build),
  'build, code cache': first,
  'build, no cache': () => script('.build/cli.js', build, { MENDBOOK_CACHE: 'off' }),
  'build, edited book': edited,
  'by react-pdf': () => script('.build/cli.js', [...build, '--engine', 'react-pdf']),
  ...(hasLatex ? { 'pdflatex, hyperref': pdflatex } : {}),
  'plain react-pdf': () => script('tests/bench/plain.mjs', [inFolder('content.json'), inFolder('plain.pdf')]),
  'pdfkit by hand': () => script('tests/bench/pdfkit.mjs', [inFolder('content.json'), inFolder('pdfkit.pdf')]),
  'rebuild in process': async () => told(await script('tests/bench/rebuild.mjs', [String(REBUILDS)])),
  ...(hasBrowser()
    ? {
        // Of the script itself, CPU and memory would say nothing of the preview, nor of the browser.
        'preview, saved word': async () => ({ wall: told(await script('tests/bench/preview.mjs', [String(REBUILDS)])).wall }),
      }
    : {}),
  'personal copy': async () => {
    const { lines, peak } = await script('tests/bench/copies.mjs', [String(COPIES)]);
    return { ...JSON.parse(lines.at(-1)), peak };
  },
  check: () => script('.build/cli.js', ['check']),
  '--help': () => script('.build/cli.js', ['--help']),
  'node -e 0': () => measureCommand(process.execPath, ['-e', '0'], folder),
};

const { pages, text, ticks, characters } = sizeOf(content);
process.stdout.write(
  `${pages} pages, ${text} text fields, ${ticks} boxes, ${characters} characters; ${ROUNDS} rounds, medians, Node ${process.versions.node}\n`,
);
if (!hasLatex) process.stdout.write('pdflatex is not installed: left out (Debian: texlive-latex-recommended)\n');
if (!hasBrowser())
  process.stdout.write('Chromium, or the library that drives it, is not installed: the preview is left out (npm run test:preview installs that)\n');

const runs = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round += 1) for (const [name, run] of Object.entries(kinds)) runs[name].push(await run(round));

const row = (name, ...cells) => process.stdout.write(`${String(name).padEnd(22)}${cells.map((cell) => String(cell).padStart(11)).join('')}\n`);
const shown = (value, digits) => (Number.isNaN(value) ? '-' : value.toFixed(digits));
process.stdout.write('\n');
row('', 'wall ms', 'CPU ms', 'peak MiB');
const found = Object.fromEntries(Object.entries(runs).map(([name, measured]) => [name, medians(measured)]));
for (const [name, { wall, cpu, peak }] of Object.entries(found)) row(name, shown(wall * 1000, 1), shown(cpu * 1000, 1), shown(peak, 0));

/** The median of the ratios of runs of one round. */
const ratio = (one, other, key) => median(runs[one].map((run, round) => run[key] / runs[other][round][key]));
const ratios = [
  ...['build, warm caches', 'build, code cache', 'build, no cache', 'build, edited book'].flatMap((name) =>
    ['pdflatex, hyperref', 'plain react-pdf', 'pdfkit by hand'].filter((peer) => runs[peer]).map((peer) => [name, peer]),
  ),
  ['build, warm caches', 'by react-pdf'],
  ['rebuild in process', 'build, warm caches'],
  ['personal copy', 'build, warm caches'],
  ['--help', 'node -e 0'],
];
process.stdout.write('\nratios of runs in turn                          wall        CPU\n');
for (const [one, other] of ratios) row(`${one} : ${other}`.padEnd(41), ...['wall', 'cpu'].map((key) => shown(ratio(one, other, key), 3)));

process.stdout.write('\n');
row('pages', 'wall ms', 'CPU ms', 'peak MiB');
const grown = [
  ['--steps', '1'],
  [],
  ...(await Promise.all(LONGER.map(async (times) => [await longerBook(at('content/rebuilding-trust'), inFolder(`times-${times}`), times)]))),
];
for (const more of grown) {
  const { wall, cpu, peak } = await script('.build/cli.js', [...build, ...more]);
  row(sizeOf(await contentOf(inFolder('ours.pdf'))).pages, shown(wall * 1000, 0), shown(cpu * 1000, 0), shown(peak, 0));
}
await rm(folder, { recursive: true });
