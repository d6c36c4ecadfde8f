/** What the program may do with any input, and what it may not. */
import type { Ended } from './runner.ts';
import type { Outcome, Task } from './task.ts';

/** A line of a stack: `at name (file:1:2)`, `at file:1:2`. */
const STACK = /^\s+at .*:\d+:\d+\)?$/m;
/** Words of the engine, which say nothing to an author. */
const ENGINE =
  /\b(?:TypeError|ReferenceError|RangeError|Cannot read propert|is not a function|is not iterable|undefined is not|Maximum call stack|\[object Object\])/;

/**
 * Holds an outcome against the rules: an exit code of the program’s, no stack, no words of the engine, nothing behind its back;
 * and where it refuses something, an error that is told.
 *
 * @returns what is wrong; nothing when all is well
 */
export const faultIn = ({ command, options }: Task, result: Outcome | Ended): string | undefined => {
  if ('ended' in result) return `${result.ended}: ${result.reason}`;
  const { code, stdout, stderr, thrown, talk } = result;
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
