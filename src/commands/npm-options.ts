/** Finds options that npm took instead of the program: `npm start --flat` lacks the `--` that passes options on, and would silently build with fields. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';

/** Scripts of package.json that start the program. */
const SCRIPTS = new Set(['start', 'mendbook']);

/**
 * Finds the options that were meant for the program and that npm took.
 *
 * @param environment the environment of the process; npm puts `--large-print` there as `npm_config_large_print`
 * @param options the long names of the program's options, such as `--large-print`
 * @returns the names that npm took; empty when npm did not start the program
 */
export const keptByNpm = (environment: Readonly<Record<string, string | undefined>>, options: readonly string[]): string[] => {
  if (!SCRIPTS.has(environment.npm_lifecycle_event ?? '')) return [];
  return [...new Set(options)].filter((name) => !OF_NPM.has(name) && environment[`npm_config_${name.slice(2).replaceAll('-', '_')}`] !== undefined);
};

/** Options that npm has too: npm may set them for reasons of its own. */
const OF_NPM = new Set(['--force', '--quiet', '--verbose', '--version', '--help', '--format', '--yes', '--name']);

/**
 * An error for the options that npm took, with the way to pass them on.
 *
 * @param names as keptByNpm gives them
 * @param script the script of package.json that npm was asked to run
 */
export const npmOptionsError = (names: readonly string[], script: string | undefined): Diagnostic =>
  error(
    'npm-options',
    `expected "--" before the options of the program, found none: npm took ${names.join(' and ')} for its own`,
    undefined,
    `write: npm ${script === 'start' ? 'start' : 'run mendbook'} -- ${names.join(' … ')} …`,
  );
