/** Asks for a text on a terminal without showing what is typed. */
import type { Readable, Writable } from 'node:stream';

/** A terminal, or what stands in for it. */
export type TerminalIn = Readable & { isTTY?: boolean; setRawMode?: (raw: boolean) => unknown };

const [ENTER, NEW_LINE, END, BREAK, BACKSPACE, DELETE, ERASE_LINE] = ['\r', '\n', '\u0004', '\u0003', '\b', '\u007F', '\u0015'];

/**
 * Asks a question, and reads the answer up to Enter; nothing of it is shown.
 *
 * @returns the answer; nothing where the input ended, or Ctrl-C was pressed
 */
export const askHidden = async (question: string, stdin: TerminalIn, stderr: Writable): Promise<string | undefined> => {
  stderr.write(question);
  stdin.setRawMode?.(true);
  stdin.setEncoding('utf8');
  let typed: string[] = [];
  try {
    return await new Promise<string | undefined>((resolve) => {
      const end = (answer: string | undefined): void => {
        stdin.off('data', take).off('end', ended);
        stdin.pause();
        resolve(answer);
      };
      const ended = (): void => end(undefined);
      const take = (chunk: string): void => {
        for (const key of chunk) {
          if (key === ENTER || key === NEW_LINE) return end(typed.join(''));
          if (key === BREAK || key === END) return end(undefined);
          if (key === ERASE_LINE) typed = [];
          else if (key === BACKSPACE || key === DELETE) typed.pop();
          else typed.push(key);
        }
      };
      stdin.on('data', take).on('end', ended);
      stdin.resume();
    });
  } finally {
    stdin.setRawMode?.(false);
    stderr.write('\n');
  }
};
