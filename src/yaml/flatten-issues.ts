/** Flattens the issues of zod, which nests those of unions: one issue for each thing that the author has to fix. */
import type { CustomParams } from './custom-issue.ts';
import type { core } from 'zod';
import { nearest } from '../diagnostics/nearest.ts';
import { oneOf, type IssueMessage, wrongForm, wrongType } from './schema-errors.ts';

export interface FlatIssue extends IssueMessage {
  path: PropertyKey[];
  /** Keys that the schema does not know, and its known keys. */
  unknown?: string[];
  known?: string[];
  /** Whether the issue is about the key, not its value. */
  key?: boolean;
  /** Where in the text of a scalar the problem is. */
  offset?: number;
}

type Issue = core.$ZodIssue;

/**
 * Makes a flat list of issues.
 *
 * @param issues as zod gives them, whose messages are indexes into `messages` or names in `keys`
 * @param messages the messages of issues
 * @param keys the known keys of the maps that had unknown ones
 */
export function flatten(issues: readonly Issue[], messages: readonly IssueMessage[], keys: ReadonlyMap<string, string[]>): FlatIssue[] {
  const all = issues.flatMap((issue) => one(issue, messages, keys));
  // A mistyped key is reported once: as an unknown key, and not as a missing one too.
  return all.filter((issue) => {
    // The length of a text where a list is expected is meaningless.
    if (issue.code === 'wrong-size') return !all.some((other) => other.code === 'wrong-type' && sameMap(other.path, issue.path));
    if (issue.code !== 'missing-key') return true;
    const key = String(issue.path.at(-1));
    return !all.some((other) => other.unknown?.some((word) => sameMap(other.path, issue.path.slice(0, -1)) && nearest(word, other.known ?? []) === key));
  });
}

function one(issue: Issue, messages: readonly IssueMessage[], keys: ReadonlyMap<string, string[]>): FlatIssue[] {
  const path = [...issue.path];
  if (issue.code === 'invalid_union') return union(issue, messages, keys);
  if (issue.code === 'invalid_key') {
    return flatten(issue.issues as Issue[], messages, keys).map((inner) => Object.assign(inner, { path, key: true }));
  }
  if (issue.code === 'unrecognized_keys') {
    return [{ code: 'unknown-key', message: '', hints: [], path, unknown: issue.keys, known: keys.get(issue.message) ?? [] }];
  }
  if (issue.code === 'custom') {
    const { code, hint, offset } = issue.params as CustomParams;
    return [{ code, message: issue.message, hints: hint ? [hint] : [], path, ...(offset === undefined ? {} : { offset }) }];
  }
  const words = messages[Number(/^#(\d+)$/.exec(issue.message)?.[1] ?? -1)];
  const missing = issue.input === undefined && path.length > 0;
  if (words) return [{ ...words, code: missing ? 'missing-key' : words.code, path }];
  // The message comes from the schema itself, and lacks only what was found.
  if (!issue.message.includes(', found'))
    return [{ ...wrongForm(issue.message, issue.code === 'invalid_format' ? issue.pattern : undefined, issue.input), path }];
  return [{ code: missing ? 'missing-key' : 'wrong-form', message: issue.message, hints: [], path }];
}

/** The issues of the union's branch that the author probably meant; or one issue for all branches, when none fits. */
function union(issue: Extract<Issue, { code: 'invalid_union' }>, messages: readonly IssueMessage[], keys: ReadonlyMap<string, string[]>): FlatIssue[] {
  const branches = issue.errors as Issue[][];
  const isThing = typeof issue.input === 'object' && issue.input !== null;
  const another = ({ path, code }: Issue) => path.length === 0 && (code === 'invalid_type' || (code === 'invalid_value' && isThing));
  const begun = branches.filter((branch) => !branch.some(another));
  const best = begun.toSorted((a, b) => weight(a) - weight(b))[0];
  if (best) return flatten(best, messages, keys).map((inner) => Object.assign(inner, { path: [...issue.path, ...inner.path] }));
  const missing = issue.input === undefined && issue.path.length > 0;
  const expected = new Set<string>();
  for (const inner of branches.flat()) {
    if (!another(inner)) continue;
    const words = messages[Number(/^#(\d+)$/.exec(inner.message)?.[1] ?? -1)];
    expected.add(words ? (/^expected (.*)[,;] found /.exec(words.message)?.[1] ?? words.message) : inner.message);
  }
  const words = wrongType(oneOf([...expected]), issue.input);
  return [{ ...words, code: missing ? 'missing-key' : words.code, path: [...issue.path] }];
}

/** How far a value is from a branch of a union: one issue deep inside is nearer than many at the top. */
const weight = (branch: readonly Issue[]): number =>
  branch.reduce((sum, issue) => sum + 1 / (1 + issue.path.length) + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0), 0);

const sameMap = (a: readonly PropertyKey[], b: readonly PropertyKey[]) => a.length === b.length && a.every((step, index) => step === b[index]);
