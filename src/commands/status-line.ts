/** A status line: a terminal overwrites it with each update, other streams get a new line each time. */
import type { Writable } from 'node:stream';
import { steerable, type Terminal } from '../diagnostics/terminal.ts';
import { visible, width } from '../diagnostics/width.ts';

/** Moves to the start of the line and erases it (ECMA-48: CR, EL). */
const CLEAR = '\r\u001b[2K';

export class StatusLine {
  readonly #stream: Writable;
  #shown = '';

  constructor(stream: Writable) {
    this.#stream = stream;
  }

  get #terminal(): Terminal | undefined {
    return steerable(this.#stream);
  }

  /** Shows a status. */
  show(text: string): void {
    const terminal = this.#terminal;
    this.#stream.write(terminal ? `${CLEAR}${fitting(visible(text), (terminal.columns || 80) - 1)}` : `${visible(text)}\n`);
    this.#shown = text;
  }

  /** Shows a temporary status, on terminals only. */
  showMeanwhile(text: string): void {
    if (this.#terminal) this.show(text);
  }

  /** Removes the line, before other text is printed. */
  clear(): void {
    if (this.#terminal && this.#shown !== '') this.#stream.write(CLEAR);
    this.#shown = '';
  }

  /** Keeps the line; what is printed next begins on a new one. */
  end(): void {
    if (this.#terminal && this.#shown !== '') this.#stream.write('\n');
    this.#shown = '';
  }
}

/** The start of a text, as long as a line allows. */
const fitting = (text: string, columns: number): string => {
  if (width(text) <= columns) return text;
  let room = columns - 1;
  let cut = '';
  for (const character of text) {
    room -= width(character);
    if (room < 0) break;
    cut += character;
  }
  return `${cut}…`;
};
