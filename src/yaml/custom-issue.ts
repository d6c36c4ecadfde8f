/** Issues of a schema's own rules, with the code and hint of the diagnostic that they become. */
import type { DiagnosticCode } from '../diagnostics/codes.ts';

/** What zod passes from the rule to the diagnostic, besides the message. */
export type CustomParams = {
  code: DiagnosticCode;
  hint?: string;
  /** Where in a text the problem is, as an offset into its value. */
  offset?: number;
};

/**
 * The issue for `ctx.addIssue`. Zod takes any `params`; those made here have a code that the compiler knows.
 *
 * @param message lower case, no full stop: "expected X, found Y"
 * @param path the key that the issue is about, relative to the value that the rule checks
 */
export const customIssue = (message: string, params: CustomParams, path: string[] = []) => ({ code: 'custom' as const, message, params, path });
