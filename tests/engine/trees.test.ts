/** The engine lays out what @react-pdf/layout lays out, to the same numbers; what it does not know, it says. */
import { createRequire } from 'node:module';
import layoutDocument from '@react-pdf/layout';
import { Font } from '@react-pdf/renderer';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type FontStore, layOutSheets, type SheetNode, type TreeNode } from '../../src/engine/engine.ts';
import { captureConsole } from '../../src/system/capture-console.ts';
import { breakableParts } from '../../src/engine/text/break-words.ts';
import { rememberWords } from '../../src/layout/shaping.ts';
import { differences } from './compare.ts';
import { FAMILY, sheet } from './trees.ts';

const require = createRequire(import.meta.url);
const file = (cut: string): string => require.resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${cut}/AtkinsonHyperlegibleNext_${cut}.ttf`);

const fonts = Font as unknown as FontStore;

beforeAll(async () => {
  Font.registerHyphenationCallback(breakableParts);
  for (const [weight, cut] of [
    [400, '400Regular'],
    [700, '700Bold'],
  ] as const) {
    Font.register({ family: FAMILY, fontWeight: weight, src: file(cut) });
    const face = { fontFamily: FAMILY, fontWeight: weight };
    await Font.load(face);
    rememberWords((Font as unknown as { getFont(descriptor: typeof face): { data: Parameters<typeof rememberWords>[0] } }).getFont(face).data);
  }
});

/** With react-pdf's own steps. Boxes of the given tree are its own, since they are changed. */
const withReactPdf = async (page: TreeNode): Promise<SheetNode> => {
  const document = { type: 'DOCUMENT', props: {}, style: {}, children: [structuredClone(page)] };
  const layOut = layoutDocument as unknown as (document: unknown, fonts: unknown) => Promise<SheetNode>;
  const { result } = await captureConsole(() => layOut(document, Font));
  return (result.children as SheetNode[])[0] as SheetNode;
};

const withEngine = async (page: TreeNode) => (await captureConsole(() => layOutSheets([structuredClone(page)], fonts))).result[0];

test('any tree of boxes, texts and drawings has the same places and lines in both, or goes the old way', async () => {
  let known = 0;
  let all = 0;
  await fc.assert(
    fc.asyncProperty(sheet, async (page) => {
      all += 1;
      const laidOut = await withEngine(page);
      if (!laidOut || 'unknown' in laidOut) return;
      known += 1;
      expect(differences(laidOut.sheet, await withReactPdf(page))).toEqual([]);
    }),
    { numRuns: Number(process.env['ENGINE_RUNS'] ?? 150) },
  );
  // Or it would prove nothing.
  expect(known / all).toBeGreaterThan(0.2);
});
