/** What can be pointed at in a workbook: its sections and the blocks that have an id. */
import type { ReadSection } from '../read-section.ts';

export interface Targets {
  /** Every section that is listed, whether its file can be read or not. */
  sections: string[];
  /** The kinds of the blocks of a section by id; nothing for a section whose file cannot be read. */
  blocks: Map<string, Map<string, string>>;
}

/**
 * Gathers what can be pointed at.
 *
 * @param listed the names of all sections in `workbook.yaml`
 * @param read those that were read
 */
export function targetsOf(listed: readonly string[], read: readonly ReadSection[]): Targets {
  const blocks = new Map<string, Map<string, string>>();
  for (const { id, file, entries } of read) {
    if (!file.document) continue;
    blocks.set(id, new Map(entries.flatMap((entry) => (entry.id === undefined ? [] : [[entry.id, entry.kind] as const]))));
  }
  return { sections: [...listed], blocks };
}
