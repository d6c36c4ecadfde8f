/** Asks for the sheets of each edition, a process for each processor, or for the pictures of the templates; tells each file in a line on stdout. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { EDITIONS, type Edition, shippedLanguages } from '../fixtures/editions.ts';
import { drawEdition } from './draw.ts';
import { SHARES, type Share } from './fill-in.ts';
import { drawTemplates } from './templates.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const PAPERS = ['letter', 'a4'] as const;

/** Before a share of the book that is filled in: third, half or whole. */
const FILLED = '--filled=';

/** One book: `en/both/letter`. */
interface Job {
  name: string;
  options: string[];
}

const jobOf = (language: string, { name, for: role, edition }: Edition, paper: string): Job => ({
  name: `${language}/${name}/${paper}`,
  options: ['--lang', language, '--for', role, '--edition', edition, '--paper', paper],
});

const everyJob = async (): Promise<Job[]> =>
  (await shippedLanguages(root)).flatMap((language) => EDITIONS.flatMap((edition) => PAPERS.map((paper) => jobOf(language, edition, paper))));

/** Draws one book in a process of its own: PDFium's memory goes back with it. */
const inProcess = (job: Job, filled: string, more: readonly string[]): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const name = filled ? `${job.name}-filled-${filled}` : job.name;
    const child = spawn(process.execPath, [process.argv[1] ?? '', '--draw', name, filled, ...job.options, ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('close', (code) => resolve({ code, said }));
  });

async function drawAll(asked: readonly string[], more: readonly string[]): Promise<number> {
  const filled = asked.findLast((word) => word.startsWith(FILLED))?.slice(FILLED.length) ?? '';
  if (filled && !Object.hasOwn(SHARES, filled)) {
    process.stderr.write(`expected ${FILLED}${Object.keys(SHARES).join(`, ${FILLED}`)}, found ${FILLED}${filled}\n`);
    return 2;
  }
  const filters = asked.filter((word) => !word.startsWith(FILLED));
  const all = await everyJob();
  const jobs = all.filter(({ name }) => filters.length === 0 || filters.some((filter) => name.includes(filter)));
  if (jobs.length === 0) {
    process.stderr.write(`expected a part of one of these names, found ${filters.join(' ')}\n${all.map(({ name }) => `  ${name}\n`).join('')}`);
    return 2;
  }
  let failed = 0;
  const left = [...jobs];
  const work = async () => {
    for (let job = left.shift(); job; job = left.shift()) {
      const { code, said } = await inProcess(job, filled, more);
      process.stdout.write(said);
      if (code !== 0) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, work));
  if (failed > 0) process.stderr.write(`${failed} of ${jobs.length} could not be built\n`);
  return failed > 0 ? 1 : 0;
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--draw') {
  const [name = '', filled = '', ...options] = rest;
  process.exitCode = await drawEdition(root, name, options, filled ? (filled as Share) : undefined);
} else if (first === 'templates') {
  await drawTemplates(root);
} else {
  const args = process.argv.slice(2);
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  process.exitCode = await drawAll(args.slice(0, end), args.slice(end + 1));
}
