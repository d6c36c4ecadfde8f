/** What is told of the name of a packet that leads to no file. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPacket } from '../../src/packet/find-packet.ts';

let home = '';
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mendbook-find-packet-'));
  await Promise.all([
    symlink('nowhere.yaml', path.join(home, 'dangling.yaml')),
    symlink('loop.yaml', path.join(home, 'loop.yaml')),
    mkdir(path.join(home, 'folder.yaml')),
    symlink('folder.yaml', path.join(home, 'to-folder.yaml')),
    writeFile(path.join(home, 'ana.yaml'), 'title: Ana\n'),
  ]);
});
afterAll(() => rm(home, { recursive: true, force: true }));

const told = async (name: string): Promise<string[]> => {
  const { diagnostics } = await findPacket(name, { cwd: home, language: 'en' });
  return diagnostics.map(({ message, hints }) => [message, ...(hints ?? [])].join(' | ').replaceAll(home, '.'));
};

test.each([
  ['dangling.yaml', 'a link to ./nowhere.yaml, where nothing is'],
  ['loop.yaml', 'a link that leads to itself'],
  ['folder.yaml', 'a folder'],
  ['to-folder.yaml', 'a link to ./folder.yaml, which is no file'],
])('%s is told for what it is, and not offered again', async (name, found) => {
  const [only, ...more] = await told(name);
  expect(more).toEqual([]);
  expect(only).toContain(`expected the file of a packet at ./${name}, found ${found} | `);
  expect(only).not.toContain(`did you mean "${name}"`);
});

test('a file with nearly that name is offered', async () => {
  expect(await told('anna.yaml')).toEqual(['expected the file of a packet at ./anna.yaml, found none | did you mean "ana.yaml"?']);
});
