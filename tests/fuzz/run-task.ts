/** Runs one command of the program in this process, and hears all that it says. */
import { Writable } from 'node:stream';
import { format } from 'node:util';
import { booklet } from '../../src/commands/booklet.ts';
import { build } from '../../src/commands/build.ts';
import { check } from '../../src/commands/check.ts';
import { flattenFile } from '../../src/commands/flatten.ts';
import type { Outcome, Task } from './task.ts';

/** So much of what is said is kept, in characters. */
const KEPT = 200_000;

const listen = (): { stream: Writable; heard: () => string } => {
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer | string, _, done) {
      if (text.length < KEPT) text += chunk.toString();
      done();
    },
  });
  return { stream, heard: () => text };
};

const codeOf = ({ command, options }: Task, cwd: string, stdout: Writable, stderr: Writable): Promise<number> => {
  const streams = { cwd, stdout, stderr };
  if (command === 'check') return check({ ...options, ...streams });
  if (command === 'build') return build({ ...options, ...streams });
  if (command === 'booklet') return booklet({ ...options, ...streams });
  return flattenFile({ ...options, ...streams });
};

const METHODS = ['log', 'warn', 'error', 'info', 'debug', 'trace'] as const;

/**
 * Runs a command.
 *
 * @param cwd absolute path of the working folder
 */
export const runTask = async (task: Task, cwd: string): Promise<Outcome> => {
  const [out, err] = [listen(), listen()];
  const talk: string[] = [];
  const hear = (...words: unknown[]): void => void talk.push(format(...words));
  const own = METHODS.map((name) => [name, console[name]] as const);
  Object.assign(console, Object.fromEntries(METHODS.map((name) => [name, hear])));
  const said = () => ({ stdout: out.heard(), stderr: err.heard(), ...(talk.length > 0 ? { talk: talk.join('\n') } : {}) });
  try {
    return { code: await codeOf(task, cwd, out.stream, err.stream), ...said() };
  } catch (thrown) {
    return { code: 70, ...said(), thrown: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
  } finally {
    Object.assign(console, Object.fromEntries(own));
  }
};
