/** A fault that a schema finds by a rule of its own, with the diagnostic that comes of it. */
import type { DiagnosticCode } from '../diagnostics/codes.ts';

/** What zod carries from the rule to the diagnostic, beside the message. */
export type CustomParams = {
  code: DiagnosticCode;
  hint?: string;
  /** Where in a text the fault is, in characters of its value. */
  offset?: number;
};

/**
 * The issue for `ctx.addIssue`. Zod takes any `params`; those made here have a code that the compiler knows.
 *
 * @param message lower case, no full stop: "expected X, found Y"
 * @param path the key that is meant, from the value that the rule looks at
 */
export const customIssue = (message: string, params: CustomParams, path: string[] = []) => ({ code: 'custom' as const, message, params, path });
