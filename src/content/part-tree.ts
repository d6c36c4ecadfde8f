/** The parts of an edition as a tree: its pages, its steps, and the worksheets in them. */
import { isWorksheet, worksheetName } from './part-names.ts';
import { plain } from './plain-text.ts';
import type { Company, Role, Section, Workbook } from './workbook.ts';

/** A part; what a file does not say is null. */
export interface PartNode {
  kind: 'page' | 'step' | 'worksheet';
  /** Its name for options and packets; null for a worksheet without an id. */
  name: string | null;
  /** The number of a step. */
  number: number | null;
  title: string;
  for: Role | 'both';
  with: Company | null;
  minutes: number | null;
  parts: PartNode[];
}

/** Whose copies have a part: the innermost word counts. */
const readerOf = (...from: readonly { for?: string | undefined }[]): PartNode['for'] => {
  const reader = from.map((one) => one.for).find((word) => word !== undefined);
  return reader === 'broke-trust' || reader === 'was-hurt' ? reader : 'both';
};

/** A section with its worksheets. */
const nodeOf = (section: Section): PartNode => ({
  kind: section.part === 'step' ? 'step' : 'page',
  name: section.id,
  number: section.number ?? null,
  title: plain(section.title),
  for: readerOf(section),
  with: section.with ?? null,
  minutes: section.minutes ?? null,
  parts: section.blocks.filter(isWorksheet).map((block) => ({
    kind: 'worksheet',
    name: block.id ? worksheetName(section.id, block.id) : null,
    number: null,
    title: plain(block.worksheet),
    for: readerOf(block, section),
    with: block.with,
    minutes: block.minutes,
    parts: [],
  })),
});

/** The tree of an edition; worksheets that were chosen by themselves stand beside pages and steps. */
export const partTree = ({ sections }: Pick<Workbook, 'sections'>): PartNode[] =>
  sections
    .filter(({ part }) => part !== 'counselor')
    .flatMap((section) => {
      const node = nodeOf(section);
      return section.excerpt ? node.parts : [node];
    });
