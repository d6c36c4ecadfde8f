/** Reports syntax errors of YAML: those of the parser, and the typing mistakes that cause them. */
import { Composer, type CST, type Document, isScalar, Parser, visit } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { lineText, position, type SourceFile } from '../diagnostics/source-file.ts';
import { reindented } from './indentation.ts';
import { describeParseError, isUnclosed } from './parse-errors.ts';
import { nestingOf } from './nesting-depth.ts';
import type { Typo } from './typo.ts';
import { type Fault, fixTypos, findCandidates } from './typos.ts';

/** How many syntax errors of one file are reported. */
const MOST_ERRORS = 10;

/** So many ways to indent a line are tried, and fewer in long files: no more characters are parsed for one line. */
const MOST_WAYS = 8;
const MOST_REPARSED = 400_000;

/** The concrete syntax of a text; undefined where it is nested too deeply even for the parser, which recurses. */
export function tokensOf(text: string): CST.Token[] | undefined {
  try {
    return [...new Parser().parse(text)];
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

/** Typing mistakes on many lines that the parser takes for deep nesting; empty where the nesting is real. */
export const typosBehindDepth = (source: SourceFile): Diagnostic[] => typoDiagnostics(fixTypos(source.text, errorsIn).typos, source).slice(0, MOST_ERRORS);

/** The documents of a text, composed one at a time. */
export const compose = (tokens: readonly CST.Token[], text: string) =>
  new Composer({ merge: true, resolveKnownTags: false }).compose(tokens, true, text.length) as Generator<Document.Parsed>;

/** The parser's errors and warnings for a text, as codes with offsets. */
function errorsIn(text: string): Fault[] {
  const tokens = tokensOf(text);
  if (!tokens || nestingOf(tokens).tooDeep !== undefined) return [['too-deep', 0]];
  const [document] = compose(tokens, text);
  return document ? [...document.errors, ...document.warnings].map(({ code, pos }) => [code, pos[0]] as const) : [];
}

/** The typing mistakes that cause parser errors, and the parser errors that remain once those are fixed. */
export function syntaxErrors(document: Document, source: SourceFile): Diagnostic[] {
  if (document.errors.length + document.warnings.length === 0) return [];
  const { typos, text, originalOffset } = fixTypos(source.text, errorsIn);
  if (typos.length === 0) return withoutFollowers(faults(document, source), source);
  const [left] = compose(tokensOf(text) ?? [], text);
  const unreliable = unreliableLines(typos, source);
  const others = left
    ? withoutFollowers(faults(left, { ...source, text }), { ...source, text }, originalOffset).filter(
        ({ at }) => !unreliable.has(position(source, at?.start ?? 0).line),
      )
    : [];
  return [...typoDiagnostics(typos, source), ...others].toSorted((a, b) => (a.at?.start ?? 0) - (b.at?.start ?? 0)).slice(0, MOST_ERRORS);
}

/** The lines whose other errors are not reported, since they may follow from a typing mistake: its own line, all lines after a tab, and the lines of an item that fixing it would move. */
function unreliableLines(typos: readonly Typo[], source: SourceFile): Set<number> {
  const last = source.lineStarts.length;
  const indentation = (line: number): number => /^[ ]*/.exec(lineText(source, line))?.[0].length ?? 0;
  const unreliable = new Set<number>();
  for (const { code, indent, start, edits } of typos) {
    const { line } = position(source, start);
    let end = code === 'tab' ? last : line;
    if (!indent && edits.some((edit) => edit.text.length !== edit.end - edit.start)) {
      while (end < last && indentation(end + 1) > indentation(line)) end += 1;
    }
    for (let one = line; one <= end; one += 1) unreliable.add(one);
  }
  return unreliable;
}

/** Diagnostics for typing mistakes; one that recurs in the indentation of many lines is reported once. */
function typoDiagnostics(typos: readonly Typo[], source: SourceFile): Diagnostic[] {
  const lines = new Map<string, number>();
  for (const { indent, message } of typos) if (indent) lines.set(message, (lines.get(message) ?? 0) + 1);
  return typos.flatMap(({ code, message, hint, start, end, indent }) => {
    const more = indent ? (lines.get(message) ?? 0) - 1 : 0;
    if (more < 0) return [];
    if (indent) lines.set(message, 0);
    return [error(code, message, within(source, start, end), more > 0 ? `${hint}; ${more} more ${more === 1 ? 'line has' : 'lines have'} it` : hint)];
  });
}

/** Typing mistakes in a document that still parses: keys that they have turned into other keys. */
export function mistypedKeys(document: Document, source: SourceFile): Diagnostic[] {
  const found = findCandidates(source.text);
  if (found.length === 0) return [];
  const typos = new Set<Typo>();
  // Both keys and mistakes are in the order of the file.
  let next = 0;
  visit(document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || !key.range) return;
      const [start, end] = key.range;
      while (next < found.length && (found[next]?.end ?? 0) < start) next += 1;
      for (let index = next; (found[index]?.start ?? Number.POSITIVE_INFINITY) <= end; index += 1) {
        const typo = found[index];
        if (typo && typo.code !== 'tab' && (value === null || !typo.message.endsWith('"? "'))) typos.add(typo);
      }
    },
  });
  return typoDiagnostics([...typos], source);
}

/** The parser's errors as diagnostics: only the first ones, since later ones mostly follow from them. */
function faults(document: Document, source: SourceFile, originalOffset = (offset: number): number => offset): Diagnostic[] {
  const found = new Map<number, Diagnostic>();
  const problems = [...document.errors, ...document.warnings];
  // After a bracket that is not closed, the parser reports every line.
  const unclosed = problems.filter(isUnclosed).map((problem) => ({ from: describeParseError(problem, document, source.text).start, to: problem.pos[0] }));
  for (const problem of problems) {
    const [place] = problem.pos;
    if (!isUnclosed(problem) && unclosed.some(({ from, to }) => place >= from && place <= to)) continue;
    const { code, message, hints, start, end } = describeParseError(problem, document, source.text);
    const at = { file: source.file, start: originalOffset(within(source, start, end).start), end: originalOffset(within(source, start, end).end) };
    // After a tab in the indentation, the parser's errors are meaningless.
    if (code === 'tab') return [...[...found.values()].filter((one) => (one.at?.start ?? 0) < at.start), error(code, message, at, ...hints)];
    // One mistake often leads to two errors at the same place.
    if (!found.has(at.start)) found.set(at.start, error(code, message, at, ...hints));
    if (found.size === MOST_ERRORS) break;
  }
  return [...found.values()];
}

/**
 * Leaves out errors that would not be there if the line of the first one were indented as another.
 *
 * @param found the errors of a text, in any order
 * @param source that text
 * @param originalOffset from an offset in it to the same place in the file
 */
function withoutFollowers(found: Diagnostic[], source: SourceFile, originalOffset = (offset: number): number => offset, most = MOST_ERRORS): Diagnostic[] {
  const moved = found.map((one) => (one.at ? { ...one, at: { ...one.at, start: originalOffset(one.at.start), end: originalOffset(one.at.end) } } : one));
  const [first] = found.toSorted((a, b) => (a.at?.start ?? 0) - (b.at?.start ?? 0));
  if (!first?.at || first.code !== 'yaml' || found.length < 2 || most === 0) return moved;
  const place = first.at.start;
  const ways = Math.min(MOST_WAYS, Math.floor(MOST_REPARSED / source.text.length));
  const tries = reindented(source.text, place)
    .slice(0, ways)
    .map((line) => ({ line, left: errorsIn(line.text) }));
  const best = tries.toSorted((a, b) => a.left.length - b.left.length)[0];
  const before = errorsIn(source.text);
  if (!best || best.left.length + 1 >= before.length || best.left.some(([, at]) => best.line.originalOffset(at) < place)) return moved;
  const { line } = best;
  const [document] = compose(tokensOf(line.text) ?? [], line.text);
  const rest = document ? faults(document, { ...source, text: line.text }) : [];
  const { start, end } = within(source, line.start, line.end);
  return [
    error('yaml', line.message, { file: source.file, start: originalOffset(start), end: originalOffset(end) }, line.hint),
    ...withoutFollowers(rest, { ...source, text: line.text }, (offset) => originalOffset(line.originalOffset(offset)), most - 1),
  ];
}

/** A range limited to the file: the parser sometimes points after its end. */
export function within({ file, text }: SourceFile, start: number, end: number) {
  const from = Math.max(0, Math.min(start, text.length));
  return { file, start: from, end: Math.max(from, Math.min(end, text.length)) };
}
