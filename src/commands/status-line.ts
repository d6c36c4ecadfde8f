/** One line that tells how things stand: written over in a terminal, a line each time anywhere else. */
import type { Writable } from 'node:stream';
import { steerable, type Terminal } from '../diagnostics/terminal.ts';
import { visible, width } from '../diagnostics/width.ts';

/** To the start of the line, and nothing on it (ECMA-48: EL). */
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

  /** Shows how things stand now. */
  show(text: string): void {
    const terminal = this.#terminal;
    this.#stream.write(terminal ? `${CLEAR}${fitting(visible(text), (terminal.columns || 80) - 1)}` : `${visible(text)}\n`);
    this.#shown = text;
  }

  /** Shows what will not last: in a terminal alone. */
  showMeanwhile(text: string): void {
    if (this.#terminal) this.show(text);
  }

  /** Takes the line away, for what is to stand above it. */
  clear(): void {
    if (this.#terminal && this.#shown !== '') this.#stream.write(CLEAR);
    this.#shown = '';
  }

  /** Leaves the line as it stands; what follows begins a new one. */
  end(): void {
    if (this.#terminal && this.#shown !== '') this.#stream.write('\n');
    this.#shown = '';
  }
}

/** As much of a text as a line holds. */
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
