import { execFileSync } from 'node:child_process';
import { mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { checkImage } from '../../src/pictures/check-image.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-images-'));
});

test.skipIf(process.platform === 'win32')('a named pipe is no picture, and nobody waits for what comes out of it', async () => {
  execFileSync('mkfifo', [path.join(folder, 'pipe.png')]);
  expect(await checkImage('pipe.png', folder)).toMatchObject({ code: 'image-unreadable', message: 'expected a picture at "pipe.png", found no ordinary file' });
});

test('a link that leads to itself is told as that', async () => {
  await symlink('loop.png', path.join(folder, 'loop.png'));
  expect(await checkImage('loop.png', folder)).toMatchObject({
    code: 'image-unreadable',
    message: 'expected a picture that can be read, found a link that leads to itself',
  });
});
