/** Tells whether a stream is a terminal that understands escape sequences. */

/** The properties of a stream that is a terminal (node:tty). */
export interface Terminal {
  isTTY?: boolean;
  columns?: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A stream as a terminal, when it is one that understands escape sequences (for colours, and for overwriting a line).
 *
 * @param environment its `TERM` names the kind of terminal: `dumb` and empty mean plain text; Windows sets none, and its terminals all understand them
 * @returns undefined for a pipe, a file, or a plain-text terminal
 */
export const steerable = (stream: object, environment: Environment = process.env, platform: NodeJS.Platform = process.platform): Terminal | undefined => {
  const terminal = stream as Terminal;
  if (!terminal.isTTY || environment.TERM === 'dumb' || environment.TERM === '') return undefined;
  return environment.TERM === undefined && platform !== 'win32' ? undefined : terminal;
};
