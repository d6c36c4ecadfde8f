/** What a template is made of: a component for each thing on a page, each with typed props. */
import type { ComponentType } from 'react';
import type { BlockOf, LeafKind, WorksheetBlock } from '../content/blocks/index.ts';
import type { CounselorNotes } from '../content/counselor.ts';
import type { Company, Section, Workbook } from '../content/workbook.ts';
import type { ComparedProps } from './compared.ts';
import type { Practice } from './practice.ts';

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
  /** It is in the counselor's guide, whose pages have Roman numbers. */
  guide?: true;
}

export interface FrameProps {
  /** The section on this page; none on the cover and the contents. */
  section?: Section;
  /** The title of the whole workbook. */
  title: string;
  /** How many steps the whole workbook has. */
  steps: number;
  /** The number of the page as clients count; of a page of notes, the page that it is about. */
  page: number;
  pages: number;
  /** The side of the opening that the page is on; of a copy that is not bound, always the right one. */
  side: 'left' | 'right';
  /** On a page for the counselor: what stands in place of the number. */
  note?: string;
}

export interface NotesProps {
  notes: CounselorNotes;
  /** The title of the section or worksheet that they are about. */
  title: string;
  /** The level of its heading: 2 for a section, 3 for a worksheet. */
  level: 2 | 3;
  minutes?: number;
  company?: Company;
}

export interface MotifProps {
  /** Width in points; see `motifHeight` for the height. */
  width: number;
  /** Where it stands: on the opener of a step, unless told otherwise; large on a cover; so small at the foot of a page that few strokes must do. */
  place?: 'opener' | 'cover' | 'foot';
  /** How much of it is there: from 0, before the first step, to 1, when all steps are done. */
  joined: number;
}

export interface CoverProps {
  workbook: Workbook;
  /** A name to show; without one, a line to write it on. */
  preparedFor?: string;
  /** Says nothing of what the book is about. */
  discreet?: boolean;
}

export interface ContentsProps {
  entries: Entry[];
  /** Of the counselor's guide alone: what stands over its list, and where links to that lead. */
  own?: { title: string; destination: string };
}

export interface StepOpenerProps {
  section: Section;
  /** How many steps the whole workbook has. */
  steps: number;
  /** The worksheets of the step. */
  entries: Entry[];
}

export interface PageOpenerProps {
  section: Section;
}

export interface WorksheetHeadProps {
  block: WorksheetBlock;
  /** Where links to the worksheet lead. */
  destination: string;
}

export interface ClosingProps {
  practice: Practice;
}

export interface Template {
  /** Fills the whole first page. */
  Cover: ComponentType<CoverProps>;
  /** A flow of units, broken like any other. */
  Contents: ComponentType<ContentsProps>;
  /** Begins a step. What stands before its first worksheet follows on the same page. */
  StepOpener: ComponentType<StepOpenerProps>;
  /** Begins a page before or after the steps. */
  PageOpener: ComponentType<PageOpenerProps>;
  /** Begins a worksheet. */
  WorksheetHead: ComponentType<WorksheetHeadProps>;
  /** What the counselor reads beside a section or worksheet: a flow of units on pages of its own, in the counselor's edition alone. */
  Notes: ComponentType<NotesProps>;
  /** Step name and page number, at the same place on every page. Absolute inside the page; artifacts. */
  PageFrame: ComponentType<FrameProps>;
  /** At the foot of the last page, or of a page of its own: whose copy it is. Only where there is a practice. */
  Closing: ComponentType<ClosingProps>;
  /** Filled copies beside each other: a flow of units, on pages that are no book. Only `mendbook progress` asks for it. */
  Compared?: ComponentType<ComparedProps>;
  /** A drawing that grows with the book; `Motif` of the kit sets it into the other components. */
  Motif: ComponentType<MotifProps>;
  blocks: { [K in LeafKind]: ComponentType<BlockProps<K>> };
}
