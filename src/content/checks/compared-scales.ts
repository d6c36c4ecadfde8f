/** Checks that each `compare` block names a scale that comes before it in the workbook. */
import { isScalar } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { error } from '../../diagnostics/make.ts';
import { locate, nearest, nodeAt, type Path } from '../../yaml/index.ts';
import type { BlockEntry } from '../read-blocks.ts';
import type { ReadSection } from '../read-section.ts';
import type { Targets } from './link-targets.ts';

/** Checks `first` of every `compare` block in a section. */
export function checkCompare({ id: here, file, entries }: ReadSection, targets: Targets): Diagnostic[] {
  const { document, source } = file;
  if (!document) return [];
  return entries.flatMap(({ kind, path }) => {
    if (kind !== 'compare') return [];
    const node = nodeAt(document, [...path, 'first']);
    if (!isScalar(node) || typeof node.value !== 'string') return [];
    const first = node.value;
    const [section = '', id, ...more] = first.split('/');
    // Values of another form are reported by the schema, sections that cannot be read by the loader.
    if (id === undefined || more.length > 0 || (targets.sections.includes(section) && !targets.blocks.has(section))) return [];
    const found = targets.blocks.get(section)?.get(id);
    const at = { file: source.file, ...locate(document, [...path, 'first']) };
    if (found === 'scale') {
      if (comesBefore({ section, id }, { section: here, path }, targets.sections, entries)) return [];
      return [
        error(
          'compare-order',
          `expected a scale that stands before this block, found one behind it: ${first}`,
          at,
          'move this block behind the scale: what is compared has to be filled in first',
        ),
      ];
    }
    const scales = scalesAmong(targets);
    const near = nearest(first, scales);
    const what = found ? `a block of the kind "${found}"` : targets.blocks.has(section) ? `no block "${id}" in "${section}"` : `no step or page "${section}"`;
    const list = scales.length > 0 ? `scales: ${scales.slice(0, 12).join(', ')}` : 'give a scale an id, and name it as page/id';
    return [error('compare-first', `expected the scale that was filled in first, found ${what}`, at, near ? `did you mean "${near}"?` : list)];
  });
}

/** Every scale, as `section/block`. */
const scalesAmong = ({ blocks: all }: Targets): string[] =>
  [...all].flatMap(([section, blocks]) => [...blocks].flatMap(([id, kind]) => (kind === 'scale' ? [`${section}/${id}`] : [])));

/** Whether a scale comes before a block in the book. */
function comesBefore(
  scale: { section: string; id: string },
  block: { section: string; path: Path },
  sections: readonly string[],
  entries: readonly BlockEntry[],
): boolean {
  if (scale.section !== block.section) return sections.indexOf(scale.section) < sections.indexOf(block.section);
  return entries.findIndex(({ id }) => id === scale.id) < entries.findIndex(({ path }) => path === block.path);
}
