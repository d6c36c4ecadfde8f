/** What the program may do with any input, and what it may not. */
import type { DiagnosticCode } from '../../src/diagnostics/codes.ts';
import type { Ended } from './runner.ts';
import type { Outcome, Task } from './task.ts';

/** A line of a stack: `at name (file:1:2)`, `at file:1:2`. */
const STACK = /^\s+at .*:\d+:\d+\)?$/m;
/** Words of the engine, which say nothing to an author. */
const ENGINE =
  /\b(?:TypeError|ReferenceError|RangeError|Cannot read propert|is not a function|is not iterable|undefined is not|Maximum call stack|\[object Object\])/;

/** More memory than the program may take at its most, in mebibytes. */
const MOST_MEMORY = 1800;

/** More time of the processor than any of these files should cost, in seconds; on a busy machine far more may pass on the clock. */
const MOST_TIME = 40;

/** What only a layout finds out, and no check can say. */
const OF_LAYOUT: ReadonlySet<string> = new Set<DiagnosticCode>(['block-too-tall', 'text-too-wide', 'missing-glyph', 'template-error']);

/**
 * Holds an outcome against the rules: an exit code of the program’s, no stack, no words of the engine, nothing behind its back;
 * and where it refuses something, an error that is told.
 *
 * @returns what is wrong; nothing when all is well
 */
export const faultIn = ({ command, options }: Task, result: Outcome | Ended): string | undefined => {
  if ('ended' in result) return `${result.ended}: ${result.reason}`;
  const { code, stdout, stderr, thrown, talk, peak = 0, seconds = 0 } = result;
  if (thrown !== undefined) return `exit 70: ${thrown}`;
  if (![0, 1, 2].includes(code)) return `exit ${code}`;
  // Authors may write such words; what the program says of them stands in quotation marks or in a frame.
  const said = `${stderr}\n${stdout}`
    .split('\n')
    .filter((line) => !/^\s*\d* \|/.test(line))
    .join('\n')
    .replaceAll(/"[^"\n]*"/g, '""');
  if (STACK.test(said)) return `a stack: ${STACK.exec(said)?.[0]}`;
  if (ENGINE.test(said)) return `words of the engine: ${ENGINE.exec(said)?.[0]}`;
  if (peak > MOST_MEMORY) return `memory: ${peak.toFixed(0)} MiB`;
  if (command !== 'build' && seconds > MOST_TIME) return `slow: ${seconds.toFixed(0)} s`;
  if (talk) return `talk on the console: ${talk.slice(0, 300)}`;
  if (code !== 0 && !/\berror\b/.test(`${stderr}${stdout}`)) return `exit ${code} without an error`;
  if (code === 0 && /(?:^|\n)error\b/.test(said)) return 'exit 0 with an error';
  if (command === 'check' && (options as { format: string }).format === 'json') {
    try {
      JSON.parse(stdout);
    } catch {
      if (stdout.length < 100_000) return 'JSON that is none';
    }
  }
  return undefined;
};

/** The codes of the errors that were told, in any of the forms. */
export const errorsIn = ({ stdout, stderr }: Outcome): string[] =>
  [...`${stderr}\n${stdout}`.matchAll(/^error\[([a-z-]+)\]|"severity":\s*"error",\s*"code":\s*"([a-z-]+)"|(?:^|: )error: .* \[([a-z-]+)\]$/gm)].map(
    ([, human, json, short]) => human ?? json ?? short ?? '',
  );

/**
 * Holds a build against the check of the same copy: what the one refuses, the other refuses, too, but for what only a layout finds out.
 *
 * @returns in what they differ; nothing where they agree
 */
export const disagreement = (check: { task: Task; result: Outcome }, build: { task: Task; result: Outcome }): string | undefined => {
  if (check.task.command !== 'check' || build.task.command !== 'build' || check.result.code === build.result.code) return undefined;
  if (check.result.code === 0 && errorsIn(build.result).every((code) => OF_LAYOUT.has(code))) return undefined;
  return `check ends with ${check.result.code}, build with ${build.result.code}`;
};
