/** Options that npm takes for its own: `npm start --flat` without `--` between would build with fields, and say nothing. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';

/** Scripts of package.json that start the program. */
const SCRIPTS = new Set(['start', 'mendbook']);

/**
 * Finds options that were meant for the program and that npm kept for itself.
 *
 * @param environment the environment of the process; npm puts `--large-print` there as `npm_config_large_print`
 * @param options the long names of the program's options, such as `--large-print`
 * @returns the names that npm kept; none where npm did not start the program
 */
export const keptByNpm = (environment: Readonly<Record<string, string | undefined>>, options: readonly string[]): string[] => {
  if (!SCRIPTS.has(environment.npm_lifecycle_event ?? '')) return [];
  return [...new Set(options)].filter((name) => !OF_NPM.has(name) && environment[`npm_config_${name.slice(2).replaceAll('-', '_')}`] !== undefined);
};

/** Options that npm has too: they are set for reasons of its own. */
const OF_NPM = new Set(['--force', '--quiet', '--verbose', '--version', '--help', '--format', '--yes', '--name']);

/**
 * Tells of options that npm kept, and how they reach the program.
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
