/** Adds a check of the time to each loop of template code, so that endless loops end with an error at their line (run-limits.ts). */
import { type Node, parse } from 'acorn';
import { GIVEN } from './bundle.ts';

/** Text inserted into a line. */
export interface Insertion {
  /** From 0. */
  line: number;
  /** From 0, in the original text. */
  column: number;
  length: number;
}

export interface Guarded {
  code: string;
  /** In order; no line is added. */
  insertions: Insertion[];
}

const LOOPS = new Set(['WhileStatement', 'DoWhileStatement', 'ForStatement', 'ForInStatement', 'ForOfStatement']);

interface LoopNode extends Node {
  body: Node;
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** All loops inside a node. */
const loopsIn = (root: Node): LoopNode[] => {
  const found: LoopNode[] = [];
  const look = (node: Node): void => {
    if (LOOPS.has(node.type)) found.push(node as LoopNode);
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) value.filter(isNode).forEach(look);
      else if (isNode(value)) look(value);
    }
  };
  look(root);
  return found;
};

/**
 * Inserts a call of `GIVEN.tick` at the start of each loop's body.
 *
 * @param code a script, as esbuild writes it
 */
export function guardLoops(code: string): Guarded {
  const tick = `${GIVEN.tick}();`;
  const marks = loopsIn(parse(code, { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true })).flatMap(({ body }) =>
    body.type === 'BlockStatement'
      ? [{ at: body.start + 1, text: tick }]
      : [
          { at: body.start, text: `{${tick}` },
          { at: body.end, text: '}' },
        ],
  );
  // At the same place, the insertion of the outer loop comes first; those at the ends of bodies are all equal.
  marks.sort((one, other) => one.at - other.at);
  const insertions: Insertion[] = [];
  let guarded = '';
  let done = 0;
  let line = 0;
  let lineStart = 0;
  for (const { at, text } of marks) {
    for (let next = code.indexOf('\n', lineStart); next >= 0 && next < at; next = code.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = next + 1;
    }
    insertions.push({ line, column: at - lineStart, length: text.length });
    guarded += code.slice(done, at) + text;
    done = at;
  }
  return { code: guarded + code.slice(done), insertions };
}

/** The column in the original code of a place in the guarded code; both from 0. */
export const unguardedColumn = (insertions: readonly Insertion[], line: number, column: number): number => {
  let shift = 0;
  for (const insertion of insertions) if (insertion.line === line && insertion.column + shift < column) shift += insertion.length;
  return column - shift;
};
