import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkImage } from '../../src/pictures/check-image.ts';
import { fileAsNamed } from '../../src/system/file-as-named.ts';
import { greyPng } from '../fixtures/exif.ts';

const composed = 'é/ñandú.png'.normalize('NFC');
const decomposed = composed.normalize('NFD');

describe.each([
  ['in composed letters', composed, decomposed],
  ['in letters and marks', decomposed, composed],
])('a picture that is named %s on disk', (_, onDisk, written) => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mendbook-names-'));
    mkdirSync(path.join(folder, path.dirname(onDisk)));
    writeFileSync(path.join(folder, onDisk), greyPng([[0, 255]]));
  });

  test('is found by either form of its name', async () => {
    for (const name of [onDisk, written]) {
      expect(existsSync(fileAsNamed(folder, name))).toBe(true);
      expect(await checkImage(name, folder)).toBeUndefined();
    }
  });

  test('is not found by another name', async () => {
    const other = written.replace('png', 'jpg');
    expect(fileAsNamed(folder, other)).toBe(path.resolve(folder, other));
    expect(await checkImage(other, folder)).toMatchObject({ code: 'image-missing' });
  });
});

test('a name that leads out of the folder still does', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mendbook-names-'));
  expect(await checkImage(`../${decomposed}`, folder)).toMatchObject({ code: 'image-outside' });
});
