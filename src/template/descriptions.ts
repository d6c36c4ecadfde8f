/** Describes each component of a template in one line, for `mendbook template`. */
import { COMPONENT_ABOUT } from './merge-templates.ts';
import type { ComponentPlace } from './component-places.ts';
import type { LeafKind } from '../content/blocks/index.ts';

const BLOCKS: Record<LeafKind, string> = {
  heading: 'a heading between blocks',
  text: 'paragraphs',
  tips: 'a list that is read',
  callout: 'a note, an example, a pause or a safety note',
  image: 'a picture with its caption',
  question: 'a question and ruled lines',
  checklist: 'tick boxes of which any number may be ticked',
  choice: 'tick boxes of which one is ticked',
  scale: 'a rating on a row of numbers',
  feelings: 'groups of words to tick',
  complete: 'sentences with gaps',
  letter: 'a letter: draft, self-check, clean copy',
  columns: 'two columns, one for each reader',
  table: 'a table to fill in',
  log: 'a log: rows to fill in over weeks',
  boundary: 'boundary cards to cut out',
  agreement: 'statements to agree on, with names and dates',
  plan: 'a plan: what, when, who',
  compare: 'a rating beside an earlier one',
  space: 'room to write: lines, dots or blank',
  draw: 'a drawing to write into',
  'help-lines': 'people who answer, in the reader’s country',
  'page-list': 'pages of the workbook with their numbers',
  'page-break': 'nothing: what follows begins a page',
};

/** The description of a component, in one line. */
export const aboutOf = ({ name, kind }: ComponentPlace): string => (kind ? BLOCKS[kind] : (COMPONENT_ABOUT[name] ?? ''));
