/** What the fuzzer asks of the program, and what comes of it. */
import type { BookletOptions } from '../../src/commands/booklet.ts';
import type { BuildOptions } from '../../src/commands/build-options.ts';
import type { CheckOptions } from '../../src/commands/check.ts';
import type { FlattenOptions } from '../../src/commands/flatten.ts';
import type { Streams } from '../../src/commands/streams.ts';

type Given<T> = Omit<T, keyof Streams>;

export type Task =
  | { command: 'check'; options: Given<CheckOptions> }
  | { command: 'build'; options: Given<BuildOptions> }
  | { command: 'flatten'; options: Given<FlattenOptions> }
  | { command: 'booklet'; options: Given<BookletOptions> };

export interface Outcome {
  /** As the program would end; 70 when it threw. */
  code: number;
  stdout: string;
  stderr: string;
  /** What was thrown, with its stack. */
  thrown?: string;
  /** What was said on the console behind the program’s back. */
  talk?: string;
  /** The most memory that the process has taken so far, in mebibytes. */
  peak?: number;
  /** The time of the processor that it took. */
  seconds?: number;
}

/** The command line that does the same. */
export const commandLine = ({ command, options }: Task): string => {
  const { workbook, file, ...rest } = options as Record<string, unknown>;
  const words = Object.entries(rest).flatMap(([key, value]) =>
    value === true ? [`--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] : typeof value === 'string' ? [`--${key}`, value] : [],
  );
  return ['mendbook', command, String(workbook ?? file), ...words].join(' ');
};
