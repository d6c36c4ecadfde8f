/** Finds how large each space to write in is, on one paper, without packing pages. */
import { setImmediate } from 'node:timers/promises';
import type { Block, LeafBlock } from '../content/blocks/index.ts';
import type { TreeNode } from '../engine/engine.ts';
import type { Setting } from '../kit/context.ts';
import { ENDLESS, Leaves, runsOf, scalesOf, Sheet, textArea } from './flow.tsx';
import { boxesIn, type LaidOutNode, marksOf, type NodeBox } from './laid-out-node.ts';
import { layOutTree, treeOf } from './lay-out.ts';
import type { BookOptions } from './parts.tsx';
import { type FieldSpace, SpacesIn } from './spaces-in.ts';

export type { FieldSpace } from './spaces-in.ts';

const isFilledIn = (block: Block): block is LeafBlock => block.kind !== 'worksheet' && 'id' in block;

/** The boxes of the spaces in a laid-out node, in order. */
const fieldBoxes = (node: LaidOutNode): NodeBox[] => [...(marksOf(node).field?.kind === 'text' ? [node.box] : []), ...boxesIn(node).flatMap(fieldBoxes)];

/**
 * Every space to write in of a workbook on the paper of the setting's theme; what is only read is left out.
 *
 * Only what stands beside something else is laid out, and of pieces that are alike one: the size of all others follows from the measures of the
 * theme.
 *
 * @throws the reason of the signal, when it was aborted
 */
export const fieldSpaces = async ({ workbook, template, setting: given, signal }: BookOptions): Promise<FieldSpace[]> => {
  const setting: Setting = { ...given, scales: scalesOf(workbook), motif: template.Motif };
  const { theme } = setting;
  const { width } = textArea(theme);
  const spaces = new SpacesIn();
  let page: TreeNode | undefined;
  let document: TreeNode | undefined;
  for (const section of workbook.sections) {
    await setImmediate();
    signal?.throwIfAborted();
    const runs = runsOf(section.blocks).map((run) => (Array.isArray(run) ? run : run.blocks).filter(isFilledIn));
    if (runs.every((blocks) => blocks.length === 0)) continue;
    document = treeOf(
      [
        <Sheet key={section.id} theme={theme} width={width}>
          {runs.map((blocks, index) => (
            <Leaves key={index} section={section} blocks={blocks} level={4} template={template} />
          ))}
        </Sheet>,
      ],
      setting,
    );
    page = document.children?.[0];
    if (page) spaces.add(page, width);
  }
  if (!document || !page) return [];
  const { pieces, known } = spaces;
  const pages = pieces.map(({ node, outer }): TreeNode => ({ ...page, props: { ...page.props, size: [outer, ENDLESS] }, children: [node] }));
  const measured = await layOutTree({ ...document, children: pages }, setting);
  return [
    ...known,
    ...pieces.flatMap(({ alike }, index) => {
      const boxes = fieldBoxes(measured[index] as LaidOutNode);
      return alike.flatMap((fields) => fields.map((field, place) => ({ ...field, width: boxes[place]?.width ?? 0, height: boxes[place]?.height ?? 0 })));
    }),
  ];
};
