/** Where commands get passwords from: a file descriptor or a question on the terminal; never an argument, which a list of processes shows. */
import { readSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import { visible } from '../diagnostics/width.ts';
import { EXPECTED_PASSWORD, faultOfPassword } from '../protection/password.ts';
import { askHidden, type TerminalIn } from './ask-hidden.ts';

export interface PasswordOptions {
  /** The number of a file descriptor whose first line is the password. */
  passwordFd?: number;
  /** Where an answer comes from, when it is a terminal; left out, nobody is asked. */
  stdin?: TerminalIn;
}

/** In bytes: what is longer is no password. */
const LONGEST_LINE = 4096;

/** In milliseconds: how long a pipe that is not ready yet is left alone. */
const NOT_READY = 20;

/**
 * The first line of a file descriptor, without its end. What follows is left for the next command.
 *
 * @returns nothing where it cannot be read
 */
const lineOf = async (descriptor: number): Promise<string | undefined> => {
  const bytes: number[] = [];
  const one = Buffer.alloc(1);
  while (bytes.length <= LONGEST_LINE) {
    try {
      if (readSync(descriptor, one) === 0 || one[0] === 0x0a) break;
      bytes.push(one[0] as number);
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (code === 'EOF') break;
      if (code !== 'EAGAIN') return undefined;
      await wait(NOT_READY);
    }
  }
  const line = Buffer.from(bytes).toString('utf8').replace(/\r$/, '');
  return line === '' ? undefined : line;
};

/** The passwords that a command is given. */
export class Passwords {
  readonly #descriptor: number | undefined;
  readonly #stdin: TerminalIn | undefined;
  readonly #stderr: Writable;
  #read: Promise<string | undefined> | undefined;

  constructor({ passwordFd, stdin, stderr }: PasswordOptions & { stderr: Writable }) {
    this.#descriptor = passwordFd;
    this.#stdin = stdin?.isTTY && (stderr as { isTTY?: boolean }).isTTY ? stdin : undefined;
    this.#stderr = stderr;
  }

  /** The password that opens a file; nothing where none is given. @param file its name, for the question */
  async of(file: string): Promise<string | undefined> {
    return this.#given() ?? this.#ask(`Password of ${visible(file)}: `);
  }

  /** A password for new copies, asked for twice on a terminal; or what is wrong with it. */
  async forNew(): Promise<{ password?: string; diagnostics: Diagnostic[] }> {
    const given = await (this.#given() ?? this.#ask('Password for the copies: '));
    if (given === undefined) {
      const found = this.#descriptor === undefined ? 'no terminal to ask on' : `none on the file descriptor ${this.#descriptor}`;
      return refuse('no-password', `expected a password, found ${found}`, 'run it on a terminal, or give a password as one line: --password-fd 0 < file');
    }
    const fault = faultOfPassword(given);
    if (fault !== undefined)
      return refuse('wrong-password', `expected ${EXPECTED_PASSWORD}, found ${fault}`, 'a few words that are easy to type are long enough');
    if (this.#descriptor === undefined && (await this.#ask('The same again: ')) !== given)
      return refuse('wrong-password', 'expected the same password twice, found two', 'run the command again');
    return { password: given, diagnostics: [] };
  }

  #given(): Promise<string | undefined> | undefined {
    if (this.#descriptor === undefined) return undefined;
    return (this.#read ??= lineOf(this.#descriptor));
  }

  async #ask(question: string): Promise<string | undefined> {
    return this.#stdin && askHidden(question, this.#stdin, this.#stderr);
  }
}

const refuse = (code: 'no-password' | 'wrong-password', message: string, hint: string): { diagnostics: Diagnostic[] } => ({
  diagnostics: [error(code, message, undefined, hint)],
});

/**
 * Reads a file that may be encrypted: first without a password, then with the one that is given or asked for.
 *
 * @param read reads it, with a password or without
 * @returns what was read, and whether that took a password
 */
export const readWithPassword = async <Read extends { diagnostics: readonly Diagnostic[] }>(
  file: string,
  passwords: Passwords,
  read: (password?: string) => Promise<Read>,
): Promise<Read & { unlocked: boolean }> => {
  const first = { ...(await read()), unlocked: false };
  if (!first.diagnostics.some(({ code }) => code === 'encrypted-pdf')) return first;
  const password = await passwords.of(file);
  return password === undefined ? first : { ...(await read(password)), unlocked: true };
};

/** A warning for what is made of a protected copy, and opens without its password. @param file the name of that copy */
export const openNow = (file: string): Diagnostic =>
  warning(
    'open-now',
    `expected a copy without a password, found a protected one; what is made of it opens without: ${file}`,
    undefined,
    'keep what was made where only you can read it, or delete it once it has served',
  );
