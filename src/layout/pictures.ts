/** Finds the files of pictures in blocks, and reports those that the layout engine could not read. */
import type { Block } from '../content/blocks/index.ts';
import type { Workbook } from '../content/workbook.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { fileAsNamed } from '../system/file-as-named.ts';
import { visit } from './laid-out-node.ts';
import type { Unit } from './units.ts';

/** The workbook with each picture's absolute path: authors give it from the folder of the language. */
export const withPicturePaths = (workbook: Workbook): Workbook => {
  const place = <B extends Block>(block: B): B => {
    if (block.kind === 'image') return { ...block, image: fileAsNamed(workbook.folder, block.image) };
    return block.kind === 'worksheet' ? { ...block, blocks: block.blocks.map(place) } : block;
  };
  return { ...workbook, sections: workbook.sections.map((section) => ({ ...section, blocks: section.blocks.map(place) })) };
};

/** An error for each picture that the layout engine could not read: it only prints a warning and leaves a gap. */
export const unreadPictures = (units: readonly Unit[]): Diagnostic[] =>
  units.flatMap(({ node, at }) => {
    const unread: Diagnostic[] = [];
    visit(node, (inner) => {
      if (inner.type !== 'IMAGE' || (inner as { image?: { data?: unknown } }).image?.data) return;
      unread.push(
        error(
          'image-unreadable',
          'expected a picture that can be read, found one that is broken',
          at,
          'open it in a picture program and save it anew as PNG or JPEG',
        ),
      );
    });
    return unread;
  });
