/** The working folder and streams of this process, as commands take them. */
import type { Streams } from '../commands/streams.ts';

export const processStreams = (): Streams => ({ cwd: process.cwd(), stdout: process.stdout, stderr: process.stderr });
