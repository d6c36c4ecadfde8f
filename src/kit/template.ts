/** What a template is made of: a component for each thing on a page, each with typed props. */
import type { ComponentType } from 'react';
import type { BlockOf, LeafKind, WorksheetBlock } from '../content/blocks/index.ts';
import type { Section, Workbook } from '../content/workbook.ts';

export interface BlockProps<K extends LeafKind> {
  block: BlockOf<K>;
  /** The name of the block's field, or the start of its fields' names: `section_block`. Empty for blocks that are only read. */
  name: string;
  /** The level of a heading at this place: 3 in a section, 4 in a worksheet. */
  level: 3 | 4;
}

/** An entry of the table of contents or of a step's opener; the page number comes from its destination. */
export interface Entry {
  title: string;
  destination: string;
  /** 1: a step or page; 2: a worksheet in it. */
  level: 1 | 2;
  /** The number of a step. */
  number?: number;
  minutes?: number;
}

export interface FrameProps {
  /** The section on this page; none on the cover and the contents. */
  section?: Section;
  /** The title of the whole workbook. */
  title: string;
  page: number;
  pages: number;
}

export interface Template {
  /** Fills the whole first page. */
  Cover: ComponentType<{ workbook: Workbook; preparedFor?: string }>;
  /** A flow of units, broken like any other. */
  Contents: ComponentType<{ entries: Entry[] }>;
  /** Fills the body of one page. `done` of `steps` tells how far the book has come. */
  StepOpener: ComponentType<{ section: Section; steps: number; entries: Entry[] }>;
  /** Begins a page before or after the steps. */
  PageOpener: ComponentType<{ section: Section }>;
  /** Begins a worksheet. */
  WorksheetHead: ComponentType<{ block: WorksheetBlock; destination: string }>;
  /** Step name and page number, at the same place on every page. Absolute inside the page; artifacts. */
  PageFrame: ComponentType<FrameProps>;
  blocks: { [K in LeafKind]: ComponentType<BlockProps<K>> };
}
