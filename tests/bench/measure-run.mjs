/** Runs programs and measures them: wall time and CPU time in seconds, peak memory in MiB. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ended = (child) => new Promise((resolve) => child.on('error', () => resolve(undefined)).on('close', resolve));

/**
 * Runs a script of Node in a fresh process.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {Record<string, string>} env beside that of this process
 * @returns what it used, and the lines that it wrote to stderr
 */
export const measureScript = async (file, args, env = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'mendbook-measured-'));
  const report = join(folder, 'report.json');
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', fileURLToPath(new URL('measure.mjs', import.meta.url)), file, ...args], {
    env: { ...process.env, ...env, MEASURE_TO: report },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let talk = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => (talk += chunk));
  const code = await ended(child);
  const wall = (performance.now() - began) / 1000;
  if (code !== 0) throw new Error(`${file} ended with ${code}: ${talk}`);
  const used = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(folder, { recursive: true });
  return { ...used, wall, lines: talk.trim().split('\n') };
};

/** How often the memory of a program is looked at, in milliseconds. */
const LOOK = 10;

/** The most memory that a process and those that it has started had so far; nothing where the system does not tell (it is Linux that does). */
const peakOf = (pid) => {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    const own = Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    return Math.max(own, ...children.map((child) => peakOf(child) ?? 0));
  } catch {
    return undefined;
  }
};

/**
 * Runs any other program; its CPU time is that which bash tells.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {string} cwd
 * @returns nothing where there is no such program
 */
export const measureCommand = async (program, args, cwd) => {
  const timed = 'command -v "$0" >/dev/null || exit 127; TIMEFORMAT="%U %S"; time "$0" "$@" >/dev/null 2>&1';
  const began = performance.now();
  const child = spawn('bash', ['-c', timed, program, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let talk = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => (talk += chunk));
  let peak;
  const timer = setInterval(() => (peak = Math.max(peak ?? 0, peakOf(child.pid) ?? 0) || peak), LOOK);
  const code = await ended(child);
  clearInterval(timer);
  const wall = (performance.now() - began) / 1000;
  if (code === undefined || code === 127) return undefined;
  const [user = 0, system = 0] = (talk.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { wall, cpu: user + system, peak };
};
