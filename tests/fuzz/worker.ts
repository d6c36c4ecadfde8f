/** Runs commands of the program, one after the other, in a process that may be ended when one of them hangs. */
import { Writable } from 'node:stream';
import { format } from 'node:util';
import { booklet } from '../../src/commands/booklet.ts';
import { build } from '../../src/commands/build.ts';
import { check } from '../../src/commands/check.ts';
import { flattenFile } from '../../src/commands/flatten.ts';
import type { Outcome, Task } from './task.ts';

const [, , cwd = ''] = process.argv;
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

const runTask = ({ command, options }: Task, stdout: Writable, stderr: Writable): Promise<number> => {
  const streams = { cwd, stdout, stderr };
  if (command === 'check') return check({ ...options, ...streams });
  if (command === 'build') return build({ ...options, ...streams });
  if (command === 'booklet') return booklet({ ...options, ...streams });
  return flattenFile({ ...options, ...streams });
};

const run = async (task: Task): Promise<Outcome> => {
  const [out, err] = [listen(), listen()];
  const talk: string[] = [];
  const hear = (...words: unknown[]): void => void talk.push(format(...words));
  Object.assign(console, { log: hear, warn: hear, error: hear, info: hear, debug: hear, trace: hear });
  const said = () => ({ stdout: out.heard(), stderr: err.heard(), ...(talk.length > 0 ? { talk: talk.join('\n') } : {}) });
  try {
    return { code: await runTask(task, out.stream, err.stream), ...said() };
  } catch (thrown) {
    return { code: 70, ...said(), thrown: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
  }
};

process.on('message', (task: Task) => {
  void run(task).then((outcome) => process.send?.(outcome));
});
// Nobody is left to work for.
process.on('disconnect', () => process.exit());
