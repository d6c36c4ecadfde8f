/** Asking on a terminal, a line a question. */
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { steerable } from '../diagnostics/terminal.ts';
import { visible } from '../diagnostics/width.ts';

/** Somebody pressed Ctrl-C, or there is nothing more to be read. */
export class Interrupted extends Error {}

export interface Question<T> {
  /** The words of the question, without the mark behind it. */
  ask: string;
  /** What Enter alone means, as it is shown; left out, Enter means to skip. */
  usual?: string;
  /** Turns an answer into a value; an Error says what was expected, and the question is asked again. */
  read(answer: string): T | Error;
}

export interface Asker {
  ask<T>(question: Question<T>): Promise<T>;
  close(): void;
}

/**
 * Asks on a terminal: questions go to `output`, answers come from `input`.
 *
 * @returns an asker, to be closed; its questions fail with `Interrupted` when somebody gives up
 */
export const asker = (input: Readable, output: Writable): Asker => {
  const terminal = createInterface({ input, output, terminal: steerable(output) !== undefined });
  const over = new AbortController();
  // Without somebody who listens, Node would let a question wait for ever.
  terminal.on('SIGINT', () => over.abort());
  terminal.on('close', () => over.abort());
  const line = async (words: string): Promise<string> => {
    try {
      return (await terminal.question(words, { signal: over.signal })).trim();
    } catch (thrown) {
      if (over.signal.aborted) throw new Interrupted('', { cause: thrown });
      throw thrown;
    }
  };
  return {
    async ask({ ask, usual, read }) {
      for (;;) {
        const answer = await line(`${ask}${usual === undefined ? ' (Enter to skip)' : ` [${usual}]`}: `);
        const value = read(answer || (usual ?? ''));
        if (!(value instanceof Error)) return value;
        output.write(`  ${visible(value.message)}\n`);
      }
    },
    close: () => terminal.close(),
  };
};
