/** Lays out what is filled in, without packing pages: how large each space to write in is, on one paper. */
import type { Block, LeafBlock } from '../content/blocks/index.ts';
import type { Location } from '../diagnostics/diagnostic.ts';
import type { Setting } from '../kit/context.ts';
import type { Ruling, TextFieldMark } from '../kit/marks.ts';
import { Leaves, runsOf, scalesOf, Sheet, textArea } from './flow.tsx';
import { boxesIn, type LaidOutNode, marksOf } from './laid-out-node.ts';
import { layOut } from './lay-out.ts';
import type { BookOptions } from './parts.tsx';
import { unitsOf } from './units.ts';

/** A space to write in, as it was laid out; lengths in points. */
export interface FieldSpace {
  mark: TextFieldMark;
  rules: Ruling | undefined;
  width: number;
  height: number;
  /** Where its block was written. */
  at: Location;
}

const isFilledIn = (block: Block): block is LeafBlock => block.kind !== 'worksheet' && 'id' in block;

const fieldsIn = (node: LaidOutNode, at: Location): FieldSpace[] => {
  const { field, rules } = marksOf(node);
  const { width, height } = node.box;
  return [...(field?.kind === 'text' ? [{ mark: field, rules, width, height, at }] : []), ...boxesIn(node).flatMap((child) => fieldsIn(child, at))];
};

/** Every space to write in of a workbook, in order, on the paper of the setting's theme; what is only read is left out. */
export const fieldSpaces = async ({ workbook, template, setting: given, ...run }: BookOptions): Promise<FieldSpace[]> => {
  const setting: Setting = { ...given, scales: scalesOf(workbook), motif: template.Motif };
  const { theme } = setting;
  const sheets = await layOut(
    workbook.sections.map((section) => (
      <Sheet key={section.id} theme={theme} width={textArea(theme).width}>
        {runsOf(section.blocks).map((blocksOfRun, index) => {
          const blocks = (Array.isArray(blocksOfRun) ? blocksOfRun : blocksOfRun.blocks).filter(isFilledIn);
          return <Leaves key={index} section={section} blocks={blocks} level={4} template={template} />;
        })}
      </Sheet>
    )),
    setting,
    run,
  );
  return sheets.flatMap((sheet) => unitsOf(sheet).flatMap(({ node, at }) => (at ? fieldsIn(node, at) : [])));
};
