/** Running programs. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface Ran {
  /** Exit code; null when a signal ended it. */
  code: number | null;
  stdout: Buffer;
  stderr: string;
}

interface RunOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** What it reads from stdin. */
  input?: string;
  /** Called once the program runs: to send it a signal, say. */
  started?: (child: ChildProcess) => void;
}

/** Runs a program to its end, without a shell and without a terminal. */
export const run = (command: string, args: readonly string[], { cwd, env, input, started }: RunOptions = {}): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdin?.end(input);
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString('utf8') }));
    started?.(child);
  });

/** Runs a program that has to succeed. */
export const runWell = async (command: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> => {
  const ran = await run(command, args, options);
  if (ran.code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${ran.code}\n${ran.stdout.toString('utf8')}\n${ran.stderr}`);
  return ran;
};
