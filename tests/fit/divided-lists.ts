/** Finds the lists of the contents that are divided: a step's entries stand in two columns, or on two pages. */
import { contentsEntries } from '../../src/layout/flow.tsx';
import { marksOf, visit } from '../../src/layout/laid-out-node.ts';
import { isForCounselor, type LaidOutCopy } from './laid-out-copy.ts';

/** By how many there are more lists in the contents of a copy than steps and pages that they list. */
export const dividedLists = ({ pages, workbook }: LaidOutCopy): number => {
  let lists = 0;
  // The counselor's guide has a list of its own.
  for (const { placed } of pages.filter((page) => page.section === undefined && !isForCounselor(page))) {
    for (const { node } of placed) {
      visit(node, (inner) => {
        if (marksOf(inner).role === 'TOC') lists += 1;
      });
    }
  }
  return lists - contentsEntries(workbook).filter(({ level }) => level === 1).length;
};
