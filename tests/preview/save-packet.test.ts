/** Where a packet that was ticked on the page is saved, and what makes the same PDF. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { savePacket } from '../../src/preview/save-packet.ts';

let home = '';
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mendbook-save-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const save = (packet: unknown, options = {}) => {
  const base = { cwd: home, workbook: 'rebuilding-trust' };
  return savePacket(JSON.stringify(packet), { base, options: { ...base, ...options } });
};

test('of a shipped workbook it is a file in the working folder, and the program’s own folder stays as it is', async () => {
  const shipped = path.resolve(import.meta.dirname, '../../content/rebuilding-trust/en/packets');
  const before = await readdir(shipped);
  const saved = await save(
    { title: 'Para Ana', note: '', parts: ['today'] },
    { only: ['today'], for: 'was-hurt', paper: 'letter', practice: 'my practice.yaml' },
  );
  expect(saved).toEqual({
    saved: true,
    file: path.join(home, 'para-ana.yaml'),
    packet: 'para-ana.yaml',
    command: "mendbook build --packet para-ana.yaml --practice 'my practice.yaml'",
  });
  expect(await readFile(path.join(home, 'para-ana.yaml'), 'utf8')).toBe('title: Para Ana\noptions:\n  for: was-hurt\nparts:\n  - today\n');
  expect(await readdir(shipped)).toEqual(before);
});

test('a title without letters that names have still makes a file', async () => {
  expect(await save({ title: '日記', note: '', parts: ['today'] })).toMatchObject({ saved: true, packet: 'packet.yaml' });
});

test.each([[{ title: 'A', parts: ['today'] }], [{ title: ' ', note: '', parts: ['today'] }], [{ title: 'A', note: '', parts: [] }], ['words']])(
  '%j is not saved',
  async (packet) => {
    expect(await save(packet)).toMatchObject({ saved: false });
  },
);
