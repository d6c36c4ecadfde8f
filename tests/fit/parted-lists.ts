/** Finds lists of a finished book that go on on another page without saying so, or with a single item there. */
import { type LaidOutNode, marksOf, visit } from '../../src/layout/laid-out-node.ts';
import type { LaidOutCopy } from './laid-out-copy.ts';

interface Part {
  page: number;
  /** Of its first tick box. */
  name: string;
  items: number;
  saysSo: boolean;
}

const namesIn = (list: LaidOutNode): string[] => {
  const names: string[] = [];
  visit(list, (node) => {
    const { field } = marksOf(node);
    if (field?.kind === 'check') names.push(field.name);
  });
  return names;
};

/** The parts of all lists of tick boxes that a page may end within, in order. */
const partsOf = ({ pages }: LaidOutCopy): Part[] =>
  pages.flatMap(({ placed }, index) =>
    placed
      .map(({ node }) => node)
      .filter((node) => marksOf(node).flow?.split && marksOf(node).role !== 'Table')
      .flatMap((node) => {
        const [name] = namesIn(node);
        const items = (node.children ?? []).filter((child) => marksOf(child).artifact === undefined);
        return name === undefined ? [] : [{ page: index + 1, name, items: items.length, saysSo: items.length < (node.children ?? []).length }];
      }),
  );

/** The parts of lists that are wrong, each as its page, its first box, and what is wrong. */
export const poorlyParted = (copy: LaidOutCopy): string[] => {
  const listOf = ({ name }: Part): string => name.split('_').slice(0, 2).join('_');
  const parts = partsOf(copy);
  return parts.flatMap((part, index) => {
    const goesOn = parts[index - 1] !== undefined && listOf(parts[index - 1] as Part) === listOf(part);
    const isParted = goesOn || (parts[index + 1] !== undefined && listOf(parts[index + 1] as Part) === listOf(part));
    if (goesOn && !part.saysSo) return [`${part.page}: ${part.name} does not say that it goes on`];
    if (isParted && part.items < 2) return [`${part.page}: ${part.name} is alone`];
    return [];
  });
};
