/** The faces that the tests of the engine set texts in, and the way through react-pdf beside it. */
import { createRequire } from 'node:module';
import layoutDocument from '@react-pdf/layout';
import { Font } from '@react-pdf/renderer';
import type { FontStore, SheetNode, TreeNode } from '../../src/engine/engine.ts';
import { breakableParts } from '../../src/engine/text/break-words.ts';
import { rememberWords } from '../../src/layout/shaping.ts';
import { captureConsole } from '../../src/system/capture-console.ts';
import { FAMILY } from './trees.ts';

const require = createRequire(import.meta.url);
const file = (cut: string): string => require.resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${cut}/AtkinsonHyperlegibleNext_${cut}.ttf`);

export const fonts = Font as unknown as FontStore;

/** Registers the two faces of `FAMILY`, and how words are broken. */
export const registerTestFaces = async (): Promise<void> => {
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
};

/** Lays out a page with react-pdf's own steps. Boxes of the given tree are its own, since they are changed. */
export const layOutWithReactPdf = async (page: TreeNode): Promise<SheetNode> => {
  const document = { type: 'DOCUMENT', props: {}, style: {}, children: [structuredClone(page)] };
  const layOut = layoutDocument as unknown as (document: unknown, fonts: unknown) => Promise<SheetNode>;
  const { result } = await captureConsole(() => layOut(document, Font));
  return (result.children as SheetNode[])[0] as SheetNode;
};
