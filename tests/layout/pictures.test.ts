import path from 'node:path';
import { expect, test } from 'vitest';
import type { Workbook } from '../../src/content/workbook.ts';
import type { LaidOutNode } from '../../src/layout/laid-out-node.ts';
import { unreadPictures, withPicturePaths } from '../../src/layout/pictures.ts';
import { node, stack } from './nodes.ts';

const at = { file: '/books/one/en/pages/welcome.yaml', start: 3, end: 9 };
const picture = { kind: 'image', at, image: 'pictures/bowl.png', alt: 'A bowl', width: 1 };

test('a picture is looked for in the folder of its language, also inside a worksheet', () => {
  const worksheet = { kind: 'worksheet', at, worksheet: [{ text: 'Look' }], purpose: [{ text: 'Look' }], minutes: 5, with: 'alone', blocks: [picture] };
  const workbook = { folder: '/books/one/en', sections: [{ id: 'welcome', blocks: [picture, worksheet] }] } as unknown as Workbook;
  const [first, second] = withPicturePaths(workbook).sections[0]?.blocks ?? [];
  const expected = path.resolve('/books/one/en/pictures/bowl.png');
  expect(first).toMatchObject({ image: expected });
  expect(second).toMatchObject({ blocks: [{ image: expected }] });
});

const unit = (image: LaidOutNode) => ({ node: stack([image]), left: 0, height: 40, gap: 0, flow: {}, within: [], at });

test('a picture that the layout engine could not read is an error at its block', () => {
  const broken = { ...node({ height: 40 }), type: 'IMAGE' };
  expect(unreadPictures([unit(broken)])).toMatchObject([{ code: 'image-unreadable', severity: 'error', at }]);
  expect(unreadPictures([unit({ ...broken, image: { data: new Uint8Array(1) } } as LaidOutNode)])).toEqual([]);
});
