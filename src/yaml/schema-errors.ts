/** Describes issues of a schema in an author's words: what was expected, and what was found. */
import type { core } from 'zod';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { counted } from '../diagnostics/counted.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { codeOf, DASH_LIKE, nameOf, ODD_SPACE } from './lookalike-characters.ts';

/** The message for one issue of a schema. */
export interface IssueMessage {
  code: DiagnosticCode;
  message: string;
  hints: string[];
}

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
};

/** The limits of a schema for numbers. */
interface Bounds {
  isInt?: boolean;
  minValue?: number | null;
  maxValue?: number | null;
}

/** Describes a value. */
export function found(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  if (typeof value === 'number') return Number.isFinite(value) ? `the number ${value}` : 'a number without end';
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return 'a list';
  return value instanceof Date ? 'a date' : 'a map';
}

/** Text in quotation marks, shortened to one line, with the codes of invisible characters. */
export function quoted(text: string): string {
  const line = text
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff\p{Cf}]|(?!\s)\p{Cc}/gu, (character) => `<${codeOf(character)}>`)
    .replace(/\s+/g, ' ')
    .trim();
  const short = [...line].slice(0, 40).join('');
  return `"${short}${short.length < line.length ? '…' : ''}"`;
}

/** "a, b or c" */
export const oneOf = (values: readonly unknown[]): string => (values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`);

/** Describes the type of a schema, such as "a whole number from 1 to 40". */
export function expectation(type: string, { isInt = false, minValue, maxValue }: Bounds = {}): string {
  const whole = type === 'int' || (type === 'number' && isInt);
  const name = whole ? 'a whole number' : (TYPES[type] ?? `a value of the type ${type}`);
  if (type !== 'number' && type !== 'int') return name;
  // Zod limits whole numbers to JavaScript's safe integers, which does not concern an author.
  const low = minValue !== undefined && minValue !== null && minValue > Number.MIN_SAFE_INTEGER ? minValue : undefined;
  const high = maxValue !== undefined && maxValue !== null && maxValue < Number.MAX_SAFE_INTEGER ? maxValue : undefined;
  if (low !== undefined && high !== undefined) return `${name} from ${low} to ${high}`;
  if (low !== undefined) return `${name} of at least ${low}`;
  return high === undefined ? name : `${name} of at most ${high}`;
}

const bounds = (schema: unknown): Bounds => (schema ?? {}) as Bounds;
const UNITS: Record<string, string> = { string: 'character', array: 'item', tuple: 'item' };

/**
 * The message for an issue of any kind but unions and custom ones.
 *
 * @param issue as zod hands it to an error map, with the input and the schema
 */
export function issueMessage(issue: core.$ZodRawIssue): IssueMessage {
  const { input } = issue;
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(expectation(String(issue.expected), bounds(issue.schema ?? issue.inst)), issue.input);
    case 'invalid_value': {
      const values = (issue.values ?? []) as unknown[];
      const near = typeof input === 'string' ? nearest(input, values.map(String)) : undefined;
      const shown = typeof input === 'string' && input !== '' ? quoted(input) : found(input);
      const expected = values.length === 1 ? `expected ${values[0]}, found` : `expected one of ${values.join(', ')}; found`;
      return {
        code: input === undefined ? 'missing-key' : 'wrong-value',
        message: `${expected} ${shown}`,
        hints: [near ? `did you mean ${quoted(near)}?` : values.length === 1 ? `write ${values[0]}, or remove the key` : 'write one of these'],
      };
    }
    case 'too_small':
    case 'too_big': {
      const unit = UNITS[String(issue.origin)];
      if (!unit)
        return {
          code: 'out-of-range',
          message: `expected ${expectation('number', bounds(issue.schema))}, found ${input}`,
          hints: [issue.code === 'too_small' ? `write ${issue.minimum} or more` : `write ${issue.maximum} or less`],
        };
      const bound = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
      const least = issue.exact || issue.origin === 'tuple' ? '' : issue.code === 'too_small' ? 'at least ' : 'at most ';
      const size = typeof input === 'string' || Array.isArray(input) ? input.length : 0;
      return { code: 'wrong-size', message: `expected ${least}${counted(bound, unit)}, found ${size}`, hints: [resize(unit, size, bound)] };
    }
    case 'invalid_format': {
      const form =
        issue.format === 'date' ? 'a date such as 2026-01-31' : issue.pattern ? `text of the form ${issue.pattern}` : `text of the format ${issue.format}`;
      return wrongForm(`expected ${form}`, issue.pattern, input);
    }
    default:
      return { code: 'wrong-value', message: `expected another value, found ${found(input)}`, hints: [] };
  }
}

/** A hint for a text or a list of the wrong size. */
function resize(unit: string, size: number, bound: number): string {
  if (unit === 'character') return size < bound ? 'write more' : 'shorten it';
  if (size === 0) return 'add what belongs here, or remove the key';
  return size < bound ? 'add what is missing' : 'remove some, or divide them';
}

/** The message for text of the wrong form, with a correct form as a hint where there is an obvious one. */
export function wrongForm(message: string, pattern: string | undefined, input: unknown): IssueMessage {
  const hints: string[] = [];
  const source = /^\/(.*)\/$/s.exec(pattern ?? '')?.[1];
  if (source !== undefined && typeof input === 'string') {
    const plain = input
      .replace(/\.ya?ml$/i, '')
      .normalize('NFD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replaceAll('ß', 'ss')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    if (new RegExp(source).test(plain) && plain !== input) hints.push(`write for instance "${plain}"`);
  }
  return { code: 'wrong-form', message: `${message}, found ${found(input)}`, hints };
}

/** The message for a value of the wrong type, with the mistake in YAML that most often causes it as a hint. */
export function wrongType(expected: string, input: unknown): IssueMessage {
  const hints: string[] = [];
  const text = /\btext\b/.test(expected);
  if (input === undefined || input === null || input === '') hints.push('write a value behind the colon, or remove the key');
  else if (text && isMap(input)) hints.push('a colon and a space make a map: put the text in quotation marks');
  else if (text && ((typeof input === 'number' && Number.isFinite(input)) || typeof input === 'boolean')) hints.push('put it in quotation marks');
  else if (!text && typeof input === 'string' && ODD_SPACE.test(input) && !/list|map/.test(expected))
    hints.push(`it holds ${nameOf(ODD_SPACE.exec(input)?.[0] ?? '')}: delete that`);
  else if (/list/.test(expected) && typeof input === 'string' && (DASH_LIKE.test(input) || /^-\S/.test(input)))
    hints.push(
      `begin each item on a line of its own with "- "${input.startsWith('-') ? ', a space behind the hyphen' : `, not with ${nameOf(input.charAt(0))}`}`,
    );
  else if (/list/.test(expected) && (typeof input === 'string' || isMap(input))) hints.push('begin each item on a line of its own with "- "');
  else if (/number/.test(expected) && typeof input === 'string')
    hints.push(
      /^[\d.]+$/.test(input) ? 'remove the quotation marks' : /\p{Nd}/u.test(input) ? 'write it in the digits 0 to 9, and nothing else' : 'write it in digits',
    );
  else if (text && Array.isArray(input)) hints.push('write one text, without brackets and without "- "');
  else if (/whole number/.test(expected) && typeof input === 'number') hints.push('write it without a fraction');
  else if (/map/.test(expected) && typeof input === 'string' && /^[\w-]+:\S/.test(input)) hints.push('put a space behind the colon: "key: value"');
  else if (/map/.test(expected)) hints.push('write its keys below it, each as "key: value"');
  else if (/true or false/.test(expected) && /^(?:yes|on)$/i.test(String(input))) hints.push('write true');
  else if (/true or false/.test(expected) && /^(?:no|off)$/i.test(String(input))) hints.push('write false');
  return { code: 'wrong-type', message: `expected ${expected}, found ${found(input)}`, hints };
}

const isMap = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
