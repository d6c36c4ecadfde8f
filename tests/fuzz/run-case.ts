/** Runs one case: lays its files into the working folder, runs its commands, holds what comes of them against the rules, and puts the folder right again. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { disagreement, errorsIn, faultIn } from './judge.ts';
import type { Ended } from './runner.ts';
import type { Files, Run, Step } from './subject.ts';
import type { Outcome, Task } from './task.ts';

export interface CaseResult {
  /** How each command ended: `build 0`, `check hang`. */
  ends: string[];
  /** Whether a PDF was finished. */
  finished: boolean;
  /** What is wrong, and the command that it is wrong with. */
  /** The codes of the errors that were told. */
  told: string[];
  failure?: { fault: string; task: Task; result: Outcome | Ended };
}

/**
 * Runs a case.
 *
 * @param cwd the working folder
 * @param run runs one command, within its limit in milliseconds
 */
export const runCase = async (cwd: string, files: Files, steps: readonly Step[], run: Run): Promise<CaseResult> => {
  const before = new Map<string, Buffer | undefined>();
  for (const [name, bytes] of files) {
    const file = path.join(cwd, name);
    before.set(file, await readFile(file).catch(() => undefined));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  try {
    return await runSteps(steps, run);
  } finally {
    for (const [file, bytes] of before) await (bytes ? writeFile(file, bytes) : rm(file, { force: true }));
  }
};

const runSteps = async (steps: readonly Step[], run: Run): Promise<CaseResult> => {
  const ends: string[] = [];
  const told = new Set<string>();
  let before: { task: Task; result: Outcome } | undefined;
  let finished = false;
  for (const { task, limit, whenFine, look } of steps) {
    if (whenFine && before?.result.code !== 0) continue;
    const result = await run(task, limit);
    ends.push(`${task.command} ${'code' in result ? result.code : result.ended}`);
    if ('code' in result) for (const code of errorsIn(result)) told.add(code);
    const fine = 'code' in result && result.code === 0;
    const unlike = before && 'code' in result ? disagreement(before, { task, result }) : undefined;
    const fault = faultIn(task, result) ?? unlike ?? (fine ? await look?.() : undefined);
    if (fault) return { ends, finished, told: [...told], failure: { fault, task, result } };
    if (fine && task.command !== 'check') finished = true;
    if ('code' in result) before = { task, result };
  }
  return { ends, finished, told: [...told] };
};
