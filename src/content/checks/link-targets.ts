/** The targets of links and comparisons in a workbook: its sections, and the blocks that have an id. */
import type { ReadSection } from '../read-section.ts';

export interface Targets {
  /** All listed sections, even if their files cannot be read. */
  sections: string[];
  /** The kind of each block by section and id; without sections whose files cannot be read. */
  blocks: Map<string, Map<string, string>>;
}

/**
 * Collects the targets.
 *
 * @param listed the names of all sections in `workbook.yaml`
 * @param read the sections that were read
 */
export function targetsOf(listed: readonly string[], read: readonly ReadSection[]): Targets {
  const blocks = new Map<string, Map<string, string>>();
  for (const { id, file, entries } of read) {
    if (!file.document) continue;
    blocks.set(id, new Map(entries.flatMap((entry) => (entry.id === undefined ? [] : [[entry.id, entry.kind] as const]))));
  }
  return { sections: [...listed], blocks };
}
