/** What the process gives to a command. */
import type { Streams } from '../commands/streams.ts';

export const io = (): Streams => ({ cwd: process.cwd(), stdout: process.stdout, stderr: process.stderr });
