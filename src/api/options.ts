/** Checks options that come from code against the table of options, since not all callers are checked for types. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Option } from '../options/declarations.ts';
import { clientSign, WrongValue } from '../options/parse-values.ts';
import { OPTIONS } from '../options/table.ts';
import { ALL_OPTIONS, type AskedOptions } from '../options/option-values.ts';
import type { BuildRequest as Request } from '../builder/resolve-options.ts';
import type { BuildRequest } from './types.ts';

const WORKBOOK = 'rebuilding-trust';
const TEXTS = ['workbook', 'cwd'] as const;

const shown = (value: unknown): string => (typeof value === 'string' ? JSON.stringify(value) : Array.isArray(value) ? 'a list' : typeof value);

/** The diagnostic for a `name` in the request of personal copies. */
export const misplacedName = (value: unknown): Diagnostic =>
  error('option', `expected no option name, found ${shown(value)}`, undefined, 'give each copy its own: copies.copy(name)');

const wrong = (name: string, expected: string, value: unknown): Diagnostic =>
  error('option', `expected ${expected} for the option ${name}, found ${shown(value)}`, undefined, 'see docs/use-from-code.md for what each option takes');

/**
 * Reads the name of a copy.
 *
 * @returns the name, or what is wrong with it
 */
export const readName = (value: unknown): { name?: string; diagnostics: Diagnostic[] } =>
  typeof value === 'string' && value.trim() !== '' ? { name: OPTIONS.name.parse(value), diagnostics: [] } : { diagnostics: [wrong('name', 'a name', value)] };

/**
 * Reads the sign of a client.
 *
 * @returns the sign, where one is given, or what is wrong with it
 */
export const readId = (value: unknown): { id?: string; diagnostics: Diagnostic[] } => {
  if (value === undefined) return { diagnostics: [] };
  try {
    if (typeof value === 'string') return { id: clientSign(value), diagnostics: [] };
  } catch (thrown) {
    if (!(thrown instanceof WrongValue)) throw thrown;
  }
  return { diagnostics: [wrong('id', 'a sign such as 2026-017', value)] };
};

/** Reads the value of an option; a list may also be a text with commas, as on the command line. */
const read = (name: string, option: Option, value: unknown): { value?: unknown; fault?: Diagnostic } => {
  if (option.kind === 'switch') return typeof value === 'boolean' ? { value } : { fault: wrong(name, 'true or false', value) };
  const written = option.kind === 'list' && Array.isArray(value) ? value.join(',') : value;
  // An empty text means none, even where practice.yaml has a value.
  if (written === '' || (Array.isArray(value) && value.length === 0)) return { value: option.kind === 'choice' ? undefined : option.kind === 'list' ? [] : '' };
  const expected = option.kind === 'choice' ? `one of ${option.values.join(', ')}` : option.kind === 'list' ? 'a list of names' : 'a text';
  if (typeof written !== 'string') return { fault: wrong(name, expected, value) };
  try {
    return { value: option.parse(written) };
  } catch (thrown) {
    if (thrown instanceof WrongValue) return { fault: wrong(name, expected, value) };
    throw thrown;
  }
};

/**
 * Reads a request.
 *
 * @returns the request with workbook and folder filled in, or diagnostics for all its faults
 */
export const readRequest = (request: BuildRequest): { request?: Request; diagnostics: Diagnostic[] } => {
  const given = Object.entries(request).filter(([, value]) => value !== undefined);
  const table = new Map<string, Option>(ALL_OPTIONS);
  const known = [...TEXTS, ...table.keys()];
  const diagnostics: Diagnostic[] = [];
  const options: Record<string, unknown> = {};
  for (const [name, value] of given) {
    const option = table.get(name);
    if (option) {
      const { value: taken, fault } = read(name, option, value);
      if (fault) diagnostics.push(fault);
      if (taken !== undefined) options[name] = taken;
    } else if (!TEXTS.some((text) => text === name)) {
      const near = nearest(name, known);
      diagnostics.push(error('option', `expected a known option, found ${name}`, undefined, near ? `did you mean "${near}"?` : `known: ${known.join(', ')}`));
    } else if (typeof value !== 'string') diagnostics.push(wrong(name, 'a text', value));
  }
  if (diagnostics.length > 0) return { diagnostics };
  const { workbook = WORKBOOK, cwd = process.cwd() } = request;
  return { request: { ...(options as AskedOptions), workbook, cwd }, diagnostics };
};
