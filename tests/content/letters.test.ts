import path from 'node:path';
import { expect, test } from 'vitest';
import type { LeafBlock } from '../../src/content/blocks/index.ts';
import { loadWorkbook } from '../../src/content/load.ts';

test.each(['en', 'es'])('every clean copy in the shipped workbook has words before the name at its foot (%s)', async (language) => {
  const { workbook } = await loadWorkbook(path.resolve(import.meta.dirname, '../../content/rebuilding-trust'), language);
  const blocks = (workbook?.sections ?? [])
    .flatMap((section) => section.blocks)
    .flatMap((block): LeafBlock[] => (block.kind === 'worksheet' ? block.blocks : [block]));
  const copies = blocks.flatMap((block) => (block.kind === 'letter' && block.copy ? [block.copy] : []));
  expect(copies.length).toBeGreaterThan(2);
  for (const { title, closing } of copies) expect([title, closing]).toEqual([title, language === 'es' ? 'De' : 'From']);
});
