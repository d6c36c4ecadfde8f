/** What a stream can show: whether it is a terminal, and whether that understands more than text. */

/** What a stream is when it is a terminal (node:tty). */
export interface Terminal {
  isTTY?: boolean;
  columns?: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The terminal behind a stream, when it understands escape sequences (colours, a line that is written over).
 *
 * @param environment where `TERM` says what kind it is: `dumb` and nothing mean text alone; Windows sets none, and its terminals all understand
 * @returns nothing for a pipe, a file, or a terminal of text alone
 */
export const steerable = (stream: object, environment: Environment = process.env, platform: NodeJS.Platform = process.platform): Terminal | undefined => {
  const terminal = stream as Terminal;
  if (!terminal.isTTY || environment.TERM === 'dumb' || environment.TERM === '') return undefined;
  return environment.TERM === undefined && platform !== 'win32' ? undefined : terminal;
};
