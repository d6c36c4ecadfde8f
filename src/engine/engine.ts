/** The layout engine: gives the sheets of a tree from react-pdf's reconciler boxes and lines, like @react-pdf/layout but in fewer steps. */
import { SheetLayout, type Tools } from './boxes.ts';
import { loadFlexbox } from './flexbox.ts';
import { type FontStore, NotKnown, type SheetNode, type TreeNode } from './tree-nodes.ts';
import { Drawings } from './svg.ts';
import { TextReader } from './text/paragraph.ts';

export type { FontStore, SheetNode, TreeNode } from './tree-nodes.ts';

/** A laid-out sheet; or, as text, the feature that only react-pdf can lay out. */
export type LaidOut = { sheet: SheetNode } | { unknown: string };

/** Runs a step, and catches what this engine does not know. */
const attempt = <T>(run: () => T): { done: T } | { unknown: string } => {
  try {
    return { done: run() };
  } catch (thrown) {
    if (thrown instanceof NotKnown) return { unknown: thrown.message };
    throw thrown;
  }
};

/**
 * Lays out sheets.
 * @param pages PAGE nodes, each with a size in points, that are never split
 * @param fonts those that the texts are set in, loaded
 * @returns for each page what it has become, in order
 */
export const layOutSheets = async (pages: readonly TreeNode[], fonts: FontStore): Promise<LaidOut[]> => {
  const tools: Tools = { flexbox: await loadFlexbox(), drawings: new Drawings(fonts), reader: new TextReader(fonts) };
  const laidOut: LaidOut[] = [];
  // One after the other: yoga's memory, which is never given back, is then as large as one sheet asks for.
  for (const page of pages) {
    const begun = attempt(() => new SheetLayout(page, tools));
    if ('unknown' in begun) {
      laidOut.push(begun);
      continue;
    }
    await tools.drawings.resolve();
    const finished = attempt(() => begun.done.finish());
    laidOut.push('unknown' in finished ? finished : { sheet: finished.done });
  }
  return laidOut;
};
