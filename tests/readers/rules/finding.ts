/** What is wrong with a written PDF, beyond what veraPDF sees. */
import type { RawPdf } from '../raw.ts';
import type { StructureNode } from '../structure.ts';
import type { Box } from '../text.ts';

export interface Finding {
  /** Which rule is broken. */
  rule: string;
  /** Where: an object, a page, a field's name. */
  where: string;
  what: string;
}

/** A document as the rules see it. */
export interface Reading {
  pdf: RawPdf;
  structure: StructureNode;
  /** For each page, its words by the id of their marked content, in painting order (`markedText`). */
  words: Map<string, string>[];
  /** For each page, where these words stand (`markedBoxes`). */
  boxes: Map<string, Box>[];
}

/** Gathers findings of the rules of one file. */
export class Findings {
  readonly all: Finding[] = [];

  /** Notes a finding unless the rule holds. */
  expect(holds: boolean, rule: string, where: string, what: string): void {
    if (!holds) this.all.push({ rule, where, what });
  }
}
