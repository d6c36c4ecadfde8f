/** Code of others runs when it was allowed, and not before: what tells a folder that was made here from one that was downloaded. */
import { cp, mkdir, mkdtemp, readFile, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eject } from '../../src/commands/template/eject.ts';
import { newTemplate } from '../../src/commands/template/new.ts';
import { trust, untrust } from '../../src/commands/template/trust.ts';
import { loadTemplate } from '../../src/template/load.ts';
import { isMadeHere } from '../../src/trust/made-here.ts';
import { readRecord, recordFile } from '../../src/trust/record.ts';
import { EVERYTHING, NOTHING, recordedTrust, type Trust } from '../../src/trust/trust.ts';
import { Capture } from '../commands/capture.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await realpath(await mkdtemp(path.join(tmpdir(), 'mendbook-trust-')));
});
afterEach(async () => {
  await rm(cwd, { recursive: true, force: true });
  await rm(recordFile(), { force: true });
});

const write = async (files: Record<string, string>): Promise<void> => {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(cwd, file)), { recursive: true });
    await writeFile(path.join(cwd, file), text);
  }
};
const run = async (command: (streams: { cwd: string; stdout: Capture; stderr: Capture }) => Promise<number>) => {
  const [stdout, stderr] = [new Capture(), new Capture()];
  return { code: await command({ cwd, stdout, stderr }), stdout: stdout.text, stderr: stderr.text };
};
const allow = (folder: string, mine = false) => run((streams) => trust({ folder, mine, ...streams }));

/** Loads a template whose code writes the file `ran`: whether it did, and the codes of what is told. */
const load = async (template: string, by: Trust = recordedTrust()): Promise<{ ran: boolean; told: string[]; messages: string }> => {
  const ran = path.join(cwd, 'ran');
  await rm(ran, { force: true });
  const { diagnostics } = await loadTemplate(template, { cwd, trust: by });
  const there = await stat(ran).then(
    () => true,
    () => false,
  );
  return { ran: there, told: diagnostics.map(({ code }) => code), messages: diagnostics.flatMap(({ message, hints = [] }) => [message, ...hints]).join('\n') };
};
const RAN = { ran: true, told: [] };
const HELD = { ran: false, told: ['untrusted-template'] };
const writes = (): string => `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(path.join(cwd, 'ran'))}, '');\n`;
const COVER = 'export const Cover = () => null;\n';
/** A template that somebody sent. */
const download = (folder = 'look', more: Record<string, string> = {}) =>
  write({
    [`${folder}/theme.yaml`]: 'extends: calm\n',
    [`${folder}/cover.tsx`]: `import './parts/mark.ts';\n${writes()}${COVER}`,
    [`${folder}/parts/mark.ts`]: 'export const mark = 1;\n',
    ...more,
  });

test('code that nobody allowed does not run: its files are named, with the command that allows it', async () => {
  await download('my look');
  const held = await load('my look');
  expect(held).toMatchObject(HELD);
  expect(held.messages).toContain('cover.tsx, parts/mark.ts');
  expect(held.messages).toContain(process.platform === 'win32' ? 'template trust "my look"' : "template trust 'my look'");
  expect(await load('my look', NOTHING)).toMatchObject(HELD);
  expect(await load('my look', EVERYTHING)).toMatchObject(RAN);
});

test('what was allowed runs until any of its files changes, also one that is only imported', async () => {
  await download();
  expect(await allow('look')).toMatchObject({ code: 0, stderr: expect.stringContaining('parts/mark.ts') });
  expect(await load('look')).toMatchObject(RAN);
  await write({ 'look/theme.yaml': 'extends: calm\nabout: Other words.\n' });
  expect(await load('look')).toMatchObject(RAN);
  await write({ 'look/parts/mark.ts': 'export const mark = 2;\n' });
  expect(await load('look')).toMatchObject({ ...HELD, messages: expect.stringContaining('changed since you allowed them') });
  await write({ 'look/parts/mark.ts': 'export const mark = 1;\n', 'look/page-frame.tsx': 'export const PageFrame = () => null;\n' });
  expect(await load('look')).toMatchObject(HELD);
});

test('it is taken back, there and wherever the same code lies', async () => {
  await download();
  await allow('look');
  await cp(path.join(cwd, 'look'), path.join(cwd, 'copy'), { recursive: true });
  expect(await load('copy')).toMatchObject(RAN);
  expect((await run((streams) => trust({ list: true, ...streams }))).stdout).toContain(path.join(cwd, 'look'));
  expect(await run((streams) => untrust({ folder: 'copy', ...streams }))).toMatchObject({ code: 0 });
  expect([await load('look'), await load('copy')]).toMatchObject([HELD, HELD]);
  await allow('look');
  await rename(path.join(cwd, 'look'), path.join(cwd, 'gone'));
  await run((streams) => untrust({ folder: 'look', ...streams }));
  expect(await load('gone')).toMatchObject(HELD);
});

test('each template of a chain is asked about', async () => {
  await download('theirs');
  await write({ 'mine/theme.yaml': 'extends: ../theirs\n', 'mine/page-frame.tsx': 'export const PageFrame = () => null;\n' });
  expect((await load('mine')).told).toEqual(['untrusted-template', 'untrusted-template']);
  await allow('theirs');
  expect((await load('mine')).told).toEqual(['untrusted-template']);
  await allow('mine');
  expect(await load('mine')).toMatchObject(RAN);
});

test('a theme without code needs nothing', async () => {
  await write({ 'look/theme.yaml': 'extends: calm\n', 'look/stray.ts': writes() });
  expect(await load('look', NOTHING)).toMatchObject({ ran: false, told: ['unused-file'] });
});

test('a template that was made here runs, however it is changed; a copy of it, and what takes its place, does not', async () => {
  await run((streams) => newTemplate({ name: 'harbor', extends: 'calm', ...streams }));
  await run((streams) => eject({ component: 'PageFrame', into: 'templates/harbor', ...streams }));
  await write({ 'templates/harbor/cover.tsx': `${writes()}${COVER}` });
  expect(await load('templates/harbor')).toMatchObject(RAN);
  await cp(path.join(cwd, 'templates/harbor'), path.join(cwd, 'copy'), { recursive: true });
  expect(await load('copy')).toMatchObject(HELD);
  await allow('copy', true);
  await write({ 'copy/cover.tsx': `${writes()}// changed\n${COVER}` });
  expect(await load('copy')).toMatchObject(RAN);
  await rm(path.join(cwd, 'templates/harbor'), { recursive: true });
  await download('templates/harbor', { 'templates/harbor/.mendbook/made-here': `${'0'.repeat(32)}\n` });
  expect(await load('templates/harbor')).toMatchObject(HELD);
});

test('a folder in a folder that was made here was not made here', async () => {
  await run((streams) => newTemplate({ name: './harbor', extends: 'calm', ...streams }));
  await download('harbor/downloaded');
  expect(await load('harbor/downloaded')).toMatchObject(HELD);
});

test('what a template that was made here takes from elsewhere is asked about, through a link too', async () => {
  await run((streams) => newTemplate({ name: './harbor', extends: 'calm', ...streams }));
  await write({ 'theirs/mark.ts': writes(), 'harbor/cover.tsx': `import '../theirs/mark.ts';\n${COVER}` });
  expect(await load('harbor')).toMatchObject(HELD);
  await allow('harbor');
  expect(await load('harbor')).toMatchObject(RAN);
  await write({ 'harbor/cover.tsx': `import '../theirs/mark.ts';\n// mine\n${COVER}` });
  expect(await load('harbor')).toMatchObject(RAN);
  await write({ 'theirs/mark.ts': `${writes()}// changed\n` });
  expect(await load('harbor')).toMatchObject(HELD);
  await write({ 'harbor/cover.tsx': `import './linked.ts';\n${COVER}` });
  await symlink(path.join(cwd, 'theirs/mark.ts'), path.join(cwd, 'harbor/linked.ts'));
  expect(await load('harbor')).toMatchObject(HELD);
});

test('a folder that is reached through a link is the one that the link leads to', async () => {
  await download();
  await allow('look');
  await symlink(path.join(cwd, 'look'), path.join(cwd, 'linked'));
  expect(await load('linked')).toMatchObject(RAN);
});

test('ejecting into a folder with code of somebody else does not make it one’s own, and writes through no link', async () => {
  await download();
  expect(await run((streams) => eject({ component: 'PageFrame', into: 'look', ...streams }))).toMatchObject({ code: 0 });
  expect(await load('look')).toMatchObject(HELD);
  await write({ 'linked/theme.yaml': 'extends: calm\n', 'mine/kit.d.ts': 'words of mine' });
  await symlink(path.join(cwd, 'mine'), path.join(cwd, 'linked/.mendbook'));
  expect(await run((streams) => eject({ component: 'Cover', into: 'linked', ...streams }))).toMatchObject({ code: 1 });
  expect(await allow('linked', true)).toMatchObject({ code: 1, stderr: expect.stringContaining('template-linked') });
  expect(await readFile(path.join(cwd, 'mine/kit.d.ts'), 'utf8')).toBe('words of mine');
});

test('no file that is named only while the code runs is loaded: nobody could have judged it', async () => {
  await write({
    'look/theme.yaml': 'extends: calm\n',
    'look/cover.tsx': `const name = './late' + '.cjs';\nrequire(name);\n${COVER}`,
    'look/late.cjs': writes(),
  });
  await allow('look');
  const { ran, told, messages } = await load('look');
  expect({ ran, told }).toEqual({ ran: false, told: ['template-error'] });
  expect(messages).toContain('by a fixed name');
});

test('the record is for its owner alone; one that is damaged allows nothing and is not written over', async () => {
  await download();
  await allow('look');
  if (process.platform !== 'win32') expect((await stat(recordFile())).mode & 0o777).toBe(0o600);
  await writeFile(recordFile(), '{ "made": [], "allowed": true }');
  expect(await load('look')).toMatchObject(HELD);
  expect(await allow('look')).toMatchObject({ code: 1, stderr: expect.stringContaining('trust-record') });
  expect(await readFile(recordFile(), 'utf8')).toContain('true');
});

test('a template is made also where it cannot be remembered, and that is told', async () => {
  await mkdir(path.dirname(recordFile()), { recursive: true });
  await writeFile(recordFile(), 'words');
  const { code, stderr } = await run((streams) => newTemplate({ name: './harbor', extends: 'calm', ...streams }));
  expect([code, stderr]).toEqual([0, expect.stringMatching(/warning\[trust-record\][^]*template trust --mine harbor/)]);
  await rm(recordFile());
  expect(await isMadeHere(path.join(cwd, 'harbor'), (await readRecord()).made)).toBe(false);
});
