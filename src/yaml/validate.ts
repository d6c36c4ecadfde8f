/** Validates a part of a document with a schema: each issue becomes a diagnostic at its place. */
import { type Document, isScalar, type Node } from 'yaml';
import type { core, z } from 'zod';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { locate, locateKey, nodeAt, type Path } from './locate.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { textOffset } from './source-offsets.ts';
import { type FlatIssue, flatten } from './flatten-issues.ts';
import { quoted, issueMessage } from './schema-errors.ts';

/** A part of a YAML file. */
export interface Part {
  document: Document;
  source: SourceFile;
  /** Keys and indexes from the top; the whole document unless given. */
  path?: Path;
}

/**
 * Validates a value, and locates every problem in the YAML.
 *
 * @param schema what is expected
 * @param part where the value stands
 * @param value the plain value of that part
 * @returns the schema's output when there is no problem, and the problems
 */
export function validate<S extends z.ZodType>(schema: S, part: Part, value: unknown): { value?: z.output<S>; diagnostics: Diagnostic[] } {
  const messages: ReturnType<typeof issueMessage>[] = [];
  const keys = new Map<string, string[]>();
  // Zod passes only a string from here to the issue: it is the index of the message.
  const errorMap = (issue: core.$ZodRawIssue): string | undefined => {
    if (issue.code === 'custom' || issue.code === 'invalid_union') return undefined;
    if (issue.code === 'unrecognized_keys') {
      const { shape = {} } = issue.inst as { shape?: object };
      const name = `#keys${keys.size}`;
      keys.set(name, Object.keys(shape));
      return name;
    }
    return `#${messages.push(issueMessage(issue)) - 1}`;
  };
  const result = schema.safeParse(value, { error: errorMap, reportInput: true });
  if (result.success) return { value: result.data, diagnostics: [] };
  const diagnostics = flatten(result.error.issues, messages, keys).flatMap((one) => report(one, part, value));
  return { diagnostics };
}

/** The diagnostics of one issue. */
function report(one: FlatIssue, part: Part, whole: unknown): Diagnostic[] {
  const { document, source } = part;
  const path = [...(part.path ?? []), ...one.path];
  const at = (span: { start: number; end: number }): Location => ({ file: source.file, start: span.start, end: span.end });

  if (one.unknown) {
    return one.unknown.map((key) => {
      const near = nearest(key, one.known ?? []);
      const hint = near ? `did you mean "${near}"?` : `known keys here: ${(one.known ?? []).join(', ')}`;
      return error('unknown-key', `expected a known key, found ${quoted(key)}`, at(locateKey(document, [...path, key])), hint);
    });
  }
  if (one.code === 'missing-key') {
    const key = String(one.path.at(-1) ?? '');
    const beside = besides(whole, one.path.slice(0, -1));
    return [error('missing-key', `expected the key "${key}"${beside}, found none`, at(locate(document, path)), `add a line "${key}: …"`)];
  }
  if (one.offset !== undefined) {
    const node = nodeAt(document, path);
    const start = node ? textOffset(source.text, node, one.offset) : undefined;
    if (start !== undefined) return [error(one.code, one.message, at({ start, end: Math.min(start + 1, source.text.length) }), ...one.hints)];
  }
  const place = one.key ? locateKey(document, path) : locate(document, path);
  // A value that begins with "#" is a comment, so there is none.
  if (one.code === 'wrong-type' && one.message.endsWith('found nothing') && /^(?:[^\n]*:[ \t]+)?#/.test(source.text.slice(place.start, place.start + 200))) {
    return [error(one.code, one.message, at(place), 'a # after a space begins a comment: put quotation marks around text that begins with it')];
  }
  return [error(one.code, asWritten(one.message, nodeAt(document, path)), at(place), ...one.hints)];
}

/** Shows a number as the author wrote it (02210, 1e3, 0x10), not as its value. */
function asWritten(message: string, node: Node | undefined): string {
  if (!isScalar(node) || typeof node.value !== 'number' || node.source === undefined) return message;
  const value = String(node.value);
  return message.endsWith(`found the number ${value}`) || message.endsWith(`found ${value}`) ? message.slice(0, -value.length) + node.source : message;
}

/** Says which map lacks a key, by the first key of the map. */
function besides(whole: unknown, path: Path): string {
  let value = whole;
  for (const step of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[step];
  const first = typeof value === 'object' && value !== null ? Object.keys(value)[0] : undefined;
  return first === undefined ? '' : ` beside ${quoted(first)}`;
}
