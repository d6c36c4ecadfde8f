/** Sheets that are taken apart and put together again are what they were, whatever is on them; what cannot be kept is refused. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { layOutSheets, type TreeNode } from '../../../src/engine/engine.ts';
import type { OpenFace } from '../../../src/layout/kept-sheets/sheet-parts.ts';
import { SheetReader } from '../../../src/layout/kept-sheets/sheet-reader.ts';
import { SheetWriter } from '../../../src/layout/kept-sheets/sheet-writer.ts';
import type { LaidOutNode } from '../../../src/layout/laid-out-node.ts';
import { captureConsole } from '../../../src/system/capture-console.ts';
import { differences } from '../../engine/compare.ts';
import { fonts, registerTestFaces } from '../../engine/test-faces.ts';
import { FAMILY, sheet } from '../../engine/trees.ts';

let faces: OpenFace[];
beforeAll(async () => {
  await registerTestFaces();
  faces = [400, 700].map((weight) => {
    const font = fonts.getFont({ fontFamily: FAMILY, fontWeight: weight, fontStyle: undefined })?.data as OpenFace['font'];
    return { family: FAMILY, weight, font };
  });
});

const laidOut = async (page: TreeNode): Promise<LaidOutNode | undefined> => {
  const [each] = (await captureConsole(() => layOutSheets([structuredClone(page)], fonts))).result;
  return each && 'sheet' in each ? (each.sheet as LaidOutNode) : undefined;
};
const page = (...children: TreeNode[]): TreeNode => ({ type: 'PAGE', props: { size: [300, 400], wrap: false }, style: { fontFamily: FAMILY }, children });
const words = (text: string, props: object = {}, style: object = {}): TreeNode => ({
  type: 'TEXT',
  props: { ...props },
  style: { fontSize: 12, fontWeight: 400, ...style },
  children: [{ type: 'TEXT_INSTANCE', value: text }],
});
const box = (props: object, ...children: TreeNode[]): TreeNode => ({ type: 'VIEW', props: { ...props }, style: {}, children });

const kept = (node: LaidOutNode, places: Parameters<SheetWriter['add']>[2] = []): SheetReader | undefined => {
  const writer = new SheetWriter(faces);
  return writer.add('name', node, places) ? new SheetReader(writer.bytes, faces) : undefined;
};
type Compared = Parameters<typeof differences>[0];
const same = (one: LaidOutNode | undefined, other: LaidOutNode): string[] => differences(one as Compared, other as Compared);

test('any sheet that the engine lays out is the same again, to the last digit of what is drawn, or is not kept', async () => {
  let [all, held] = [0, 0];
  await fc.assert(
    fc.asyncProperty(sheet, async (tree) => {
      const node = await laidOut(tree);
      if (!node) return;
      all += 1;
      const again = kept(node)?.sheet('name', []);
      if (!again) return;
      held += 1;
      expect(same(again, node)).toEqual([]);
      expect(again.box).toEqual(node.box);
      expect(again.style).toEqual(node.style);
    }),
    { numRuns: Number(process.env['ENGINE_RUNS'] ?? 100) },
  );
  // Or it would prove nothing.
  expect(held / all).toBeGreaterThan(0.5);
});

test('marks that say the same stay those of two nodes, and those of one stay one', async () => {
  const shared = { role: 'LI' };
  const node = (await laidOut(page(box({ marks: shared }), box({ marks: { role: 'LI' } }), box({}), words('a', { marks: { role: 'P' } })))) as LaidOutNode;
  const [first, , third] = node.children ?? [];
  if (first && third) third.props.marks = first.props.marks as object;
  const [one, other, again, text] = kept(node)?.sheet('name', [])?.children ?? [];
  expect([one?.props.marks, other?.props.marks, text?.props.marks]).toEqual([shared, shared, { role: 'P' }]);
  expect(one?.props.marks).not.toBe(other?.props.marks);
  expect(again?.props.marks).toBe(one?.props.marks);
});

test('groups get the places of whoever asks, and marks and sheets of their own', async () => {
  const at = { file: '/a.yaml', start: 3, end: 9 };
  const group = { marks: { role: 'Sect' }, leaves: { each: false }, breakBefore: true };
  const node = (await laidOut(page(box({ group: { ...group, at } }), box({ group })))) as LaidOutNode;
  const here = { file: '/elsewhere.yaml', start: 300, end: 900 };
  const [one, other] = kept(node, [at])?.sheet('name', [here])?.children ?? [];
  expect(one?.props.group).toEqual({ ...group, at: here });
  expect(other?.props.group).toEqual(group);
  expect(one?.props.group?.marks).not.toBe(other?.props.group?.marks);
  expect(one?.props.group?.leaves).not.toBe(other?.props.group?.leaves);
  expect(kept(node, [])).toBeUndefined();
});

test('writing space without an end, links with their words and letters that were moved together are kept', async () => {
  const link = { type: 'TEXT', props: { src: 'https://example.org' }, style: {}, children: [{ type: 'TEXT_INSTANCE', value: 'there' }] };
  const linked = { ...words('See '), children: [{ type: 'TEXT_INSTANCE', value: 'See ' }, link] };
  const long = words('Donaudampfschifffahrtsgesellschaft', {}, { width: 60 });
  const node = (await laidOut(page(box({ marks: { grow: { step: 9, most: Infinity, fewer: 0 } } }), linked, long))) as LaidOutNode;
  const again = kept(node)?.sheet('name', []) as LaidOutNode;
  expect(same(again, node)).toEqual([]);
  expect(again.children?.[0]?.props.marks?.grow?.most).toBe(Infinity);
  expect(JSON.stringify(again.children?.[1]?.children)).toBe(JSON.stringify(node.children?.[1]?.children));
});

test('pictures, functions, and letters of another font are not kept', async () => {
  const picture = (await laidOut(page(box({ marks: { drawing: { picture: '/ring.png' } } })))) as LaidOutNode;
  const called = (await laidOut(page(box({})))) as LaidOutNode;
  called.props['ask'] = () => 1;
  const bold = (await laidOut(page(words('Bold', {}, { fontWeight: 700 })))) as LaidOutNode;
  expect([kept(picture), kept(called)]).toEqual([undefined, undefined]);
  expect(kept(bold)).toBeDefined();
  expect(new SheetWriter(faces.slice(0, 1)).add('name', bold, [])).toBe(false);
});

test('a sheet of another name is not found, and each one that is found is new', async () => {
  const reader = kept((await laidOut(page(words('a')))) as LaidOutNode);
  expect([reader?.sheet('other', []), reader?.sheet('toString', [])]).toEqual([undefined, undefined]);
  expect(reader?.sheet('name', [])?.children).not.toBe(reader?.sheet('name', [])?.children);
});
