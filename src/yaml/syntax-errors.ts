/** What is wrong with a text as YAML: what the parser complains of, and the slips of the keyboard behind it. */
import { Composer, type CST, type Document, isScalar, Parser, visit } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { lineText, position, type SourceFile } from '../diagnostics/source-file.ts';
import { complaint, isUnclosed } from './parse-errors.ts';
import { shapeOf } from './nesting-depth.ts';
import { type Fault, mend, type Slip, suspects } from './typos.ts';

/** How many faults of the parser are told of one file. */
const MOST_FAULTS = 10;

/** The concrete syntax of a text; nothing where its levels are too many even for the parser, which recurses. */
export function tokensOf(text: string): CST.Token[] | undefined {
  try {
    return [...new Parser().parse(text)];
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

/** Slips on many lines, which make the parser see a level more on each; none where the levels are meant. */
export const slipsBehindDepth = (source: SourceFile): Diagnostic[] => slipDiagnostics(mend(source.text, faultsIn).slips, source).slice(0, MOST_FAULTS);

/** The documents of a text, composed as they are asked for. */
export const compose = (tokens: readonly CST.Token[], text: string) =>
  new Composer({ merge: true, resolveKnownTags: false }).compose(tokens, true, text.length) as Generator<Document.Parsed>;

/** What the parser complains about in a text, in as few words as possible. */
function faultsIn(text: string): Fault[] {
  const tokens = tokensOf(text);
  if (!tokens || shapeOf(tokens).tooDeep !== undefined) return [['too-deep', 0]];
  const [document] = compose(tokens, text);
  return document ? [...document.errors, ...document.warnings].map(({ code, pos }) => [code, pos[0]] as const) : [];
}

/** The slips that the parser stumbles over, each on its own line, and what is left to complain of without them. */
export function allFaults(document: Document, source: SourceFile): Diagnostic[] {
  if (document.errors.length + document.warnings.length === 0) return [];
  const { slips, text, back } = mend(source.text, faultsIn);
  if (slips.length === 0) return faults(document, source);
  const [left] = compose(tokensOf(text) ?? [], text);
  const spoilt = spoiltLines(slips, source);
  const others = left ? faults(left, { ...source, text }, back).filter(({ at }) => !spoilt.has(position(source, at?.start ?? 0).line)) : [];
  return [...slipDiagnostics(slips, source), ...others].toSorted((a, b) => (a.at?.start ?? 0) - (b.at?.start ?? 0)).slice(0, MOST_FAULTS);
}

/** The lines of which nobody knows what they were meant for: those of slips; all behind a tab; those of an item that a space would move. */
function spoiltLines(slips: readonly Slip[], source: SourceFile): Set<number> {
  const last = source.lineStarts.length;
  const indentation = (line: number): number => /^[ ]*/.exec(lineText(source, line))?.[0].length ?? 0;
  const spoilt = new Set<number>();
  for (const { code, indent, start, edits } of slips) {
    const { line } = position(source, start);
    let end = code === 'tab' ? last : line;
    if (!indent && edits.some((edit) => edit.text.length !== edit.end - edit.start)) {
      while (end < last && indentation(end + 1) > indentation(line)) end += 1;
    }
    for (let one = line; one <= end; one += 1) spoilt.add(one);
  }
  return spoilt;
}

/** Slips in words; one that spoils the indentation of many lines is told once. */
function slipDiagnostics(slips: readonly Slip[], source: SourceFile): Diagnostic[] {
  const lines = new Map<string, number>();
  for (const { indent, message } of slips) if (indent) lines.set(message, (lines.get(message) ?? 0) + 1);
  return slips.flatMap(({ code, message, hint, start, end, indent }) => {
    const more = indent ? (lines.get(message) ?? 0) - 1 : 0;
    if (more < 0) return [];
    if (indent) lines.set(message, 0);
    return [error(code, message, within(source, start, end), more > 0 ? `${hint}; ${more} more ${more === 1 ? 'line has' : 'lines have'} it` : hint)];
  });
}

/** Keys of a document without faults that begin with a slip, and so are keys of something else. */
export function slippedKeys(document: Document, source: SourceFile): Diagnostic[] {
  const found = suspects(source.text);
  if (found.length === 0) return [];
  const slips = new Set<Slip>();
  // Keys come in the order of the file, and so do the slips.
  let next = 0;
  visit(document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || !key.range) return;
      const [start, end] = key.range;
      while (next < found.length && (found[next]?.end ?? 0) < start) next += 1;
      for (let index = next; (found[index]?.start ?? Number.POSITIVE_INFINITY) <= end; index += 1) {
        const slip = found[index];
        if (slip && slip.code !== 'tab' && (value === null || !slip.message.endsWith('"? "'))) slips.add(slip);
      }
    },
  });
  return slipDiagnostics([...slips], source);
}

/** What the parser complains about: the first faults, since those behind them mostly follow from them. */
function faults(document: Document, source: SourceFile, back = (offset: number): number => offset): Diagnostic[] {
  const found = new Map<number, Diagnostic>();
  const problems = [...document.errors, ...document.warnings];
  // Behind a bracket that is not closed, every line looks wrong.
  const unclosed = problems.filter(isUnclosed).map((problem) => ({ from: complaint(problem, document, source.text).start, to: problem.pos[0] }));
  for (const problem of problems) {
    const [place] = problem.pos;
    if (!isUnclosed(problem) && unclosed.some(({ from, to }) => place >= from && place <= to)) continue;
    const { code, message, hints, start, end } = complaint(problem, document, source.text);
    const at = { file: source.file, start: back(within(source, start, end).start), end: back(within(source, start, end).end) };
    // Behind a tab the parser no longer knows what belongs to what.
    if (code === 'tab') return [...[...found.values()].filter((one) => (one.at?.start ?? 0) < at.start), error(code, message, at, ...hints)];
    // One fault often makes the parser stumble twice at the same place.
    if (!found.has(at.start)) found.set(at.start, error(code, message, at, ...hints));
    if (found.size === MOST_FAULTS) break;
  }
  return [...found.values()];
}

/** A range inside the file, at least as long as it can be; the parser sometimes points behind the end. */
export function within({ file, text }: SourceFile, start: number, end: number) {
  const from = Math.max(0, Math.min(start, text.length));
  return { file, start: from, end: Math.max(from, Math.min(end, text.length)) };
}
