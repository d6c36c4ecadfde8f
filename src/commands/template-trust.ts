/** Which code of templates a command may run: what the person made here or allowed, and what they allow when they are asked. */
import type { Readable } from 'node:stream';
import type { BuildRequest } from '../builder/resolve-options.ts';
import { EVERYTHING, recordedTrust, type Trust } from '../trust/trust.ts';
import type { Streams } from './streams.ts';

/** What the commands take that run the code of templates. */
export interface TrustOptions {
  /** Runs whatever code there is, this once. */
  trustTemplate?: boolean;
  /** Where an answer comes from, when it is a terminal; left out, nobody is asked. */
  stdin?: Readable & { isTTY?: boolean };
}

/**
 * Finds out what may run. On a terminal, somebody is asked about code that nobody has allowed yet; a yes is remembered.
 *
 * @param options what was asked for: practice.yaml may name the template
 */
export const templateTrust = async (options: BuildRequest & Streams & TrustOptions): Promise<Trust> => {
  const { trustTemplate, stdin, stderr } = options;
  if (trustTemplate) return EVERYTHING;
  const trust = recordedTrust();
  if (stdin?.isTTY && (stderr as { isTTY?: boolean }).isTTY) await (await import('./template/ask-trust.ts')).askAbout(trust, stdin, options);
  return trust;
};
