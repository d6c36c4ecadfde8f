/** Pictures are files: the layout engine would fetch anything else. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { addressPictures } from '../../src/layout/picture-files.ts';

it('gives the layout engine the addresses of files alone', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'mendbook-pictures-'));
  const file = path.join(folder, 'seal.png');
  await writeFile(file, 'a seal');
  const picture = (props: Record<string, unknown>, type = 'IMAGE') => ({ type, props });
  const pictures = [
    picture({ src: file, style: {} }),
    picture({ src: 'https://example.org/seal.png', style: {} }),
    picture({ src: { uri: 'https://example.org/seal.png' }, style: {} }),
    picture({ source: 'https://example.org/seal.png', srcSet: 'https://example.org/seal.png 1x', style: {} }),
    picture({ src: 'https://example.org/seal.png', style: {} }, 'IMAGE_BACKGROUND'),
  ];
  addressPictures({ type: 'VIEW', children: pictures });
  const [first, ...others] = pictures;
  expect(first?.props.src).toMatch(/^file:.*seal\.png#/);
  for (const { props } of others) expect(props).toEqual({ style: {} });
  await rm(folder, { recursive: true });
});
