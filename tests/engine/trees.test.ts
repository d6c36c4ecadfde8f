/** The engine lays out what @react-pdf/layout lays out, to the same numbers; what it does not know, it says. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { layOutSheets, type TreeNode } from '../../src/engine/engine.ts';
import { captureConsole } from '../../src/system/capture-console.ts';
import { differences } from './compare.ts';
import { fonts, layOutWithReactPdf, registerTestFaces } from './test-faces.ts';
import { sheet } from './trees.ts';

beforeAll(registerTestFaces);

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
      expect(differences(laidOut.sheet, await layOutWithReactPdf(page))).toEqual([]);
    }),
    { numRuns: Number(process.env['ENGINE_RUNS'] ?? 150) },
  );
  // Or it would prove nothing.
  expect(known / all).toBeGreaterThan(0.2);
});
