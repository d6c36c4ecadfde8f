/** Asks questions on a terminal, one line each, and repeats a question until its answer can be parsed. */
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { steerable } from '../diagnostics/terminal.ts';
import { visible } from '../diagnostics/width.ts';

/** Thrown when Ctrl-C was pressed or the input has ended. */
export class Interrupted extends Error {}

export interface Question<T> {
  /** The text of the question, without the colon after it. */
  ask: string;
  /** The answer that Enter alone gives, as it is shown; left out, Enter skips the question. */
  fallback?: string;
  /** Parses an answer; for an Error, which says what was expected, the question is asked again. */
  read(answer: string): T | Error;
}

export interface Prompt {
  ask<T>(question: Question<T>): Promise<T>;
  close(): void;
}

/**
 * Opens a prompt: questions are written to `output`, answers are read from `input`.
 *
 * @returns a prompt, to be closed; its questions reject with `Interrupted` after Ctrl-C or at the end of the input
 */
export const openPrompt = (input: Readable, output: Writable): Prompt => {
  const terminal = createInterface({ input, output, terminal: steerable(output) !== undefined });
  const closed = new AbortController();
  // Without these listeners a question would never settle after Ctrl-C or the end of the input.
  terminal.on('SIGINT', () => closed.abort());
  terminal.on('close', () => closed.abort());
  const line = async (words: string): Promise<string> => {
    try {
      return (await terminal.question(words, { signal: closed.signal })).trim();
    } catch (thrown) {
      if (closed.signal.aborted) throw new Interrupted('', { cause: thrown });
      throw thrown;
    }
  };
  return {
    async ask({ ask, fallback, read }) {
      for (;;) {
        const answer = await line(`${ask}${fallback === undefined ? ' (Enter to skip)' : ` [${fallback}]`}: `);
        const value = read(answer || (fallback ?? ''));
        if (!(value instanceof Error)) return value;
        output.write(`  ${visible(value.message)}\n`);
      }
    },
    close: () => terminal.close(),
  };
};
