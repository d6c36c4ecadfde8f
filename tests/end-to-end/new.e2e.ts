/** `mendbook new` of the packed program, on a real terminal and without one. */
import { spawn } from 'node:child_process';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type Packed, packed, root } from './packed.ts';
import { runWell } from './run.ts';

let program: Packed;
beforeAll(async () => {
  program = await packed();
});

/** Somebody on a terminal (script of util-linux makes one), who types the next keys whenever a question stands there. */
const atTerminal = (cwd: string, args: string, keys: readonly string[]) =>
  new Promise<{ code: number | null; shown: string }>((resolve, reject) => {
    const bin = path.join(program.installed, '../.bin/mendbook');
    const child = spawn('script', ['-qefc', `'${bin}' new ${args}`, '/dev/null'], { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
    const left = [...keys];
    let shown = '';
    let answered = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString('utf8');
      // A question waits at the end of what is shown, behind escape sequences or before them.
      const asked = [...shown.matchAll(/(?:\]|skip\)): /g)].length;
      if (asked <= answered) return;
      answered = asked;
      child.stdin.write(left.shift() ?? '\u0003');
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, shown }));
  });

test('without a terminal nothing is asked, and what was made builds with the one warning about the country', async () => {
  const folder = await program.folder();
  const made = await program.mendbook(folder, ['new', 'my-book', '--from', 'starter']);
  expect([made.code, made.stdout.toString()]).toEqual([0, '']);
  const { code, stderr } = await program.mendbook(folder, ['build', 'my-book']);
  expect([code, stderr.match(/(?:warning|error)\[[\w-]+\]/g)]).toEqual([0, ['warning[no-country]']]);
});

test('the packed program draws a pattern of a logo as a pattern', async () => {
  const folder = await program.folder();
  await program.mendbook(folder, ['new', 'my-book', '--from', 'starter']);
  await copyFile(path.join(root, 'tests/fixtures/logos/pattern.svg'), path.join(folder, 'my-book/logo.svg'));
  await writeFile(path.join(folder, 'my-book/practice.yaml'), 'name: Harbor\nlogo: logo.svg\n');
  const { code } = await program.mendbook(folder, ['build', 'my-book', '-o', 'a.pdf', '-q']);
  expect(code).toBe(0);
  const { stdout } = await runWell('qpdf', ['--qdf', '--object-streams=disable', 'a.pdf', '-'], { cwd: folder });
  expect(stdout.toString('latin1')).toMatch(/\/PatternType 1\b/);
});

test('on a terminal it asks, and makes what was answered', async () => {
  const folder = await program.folder();
  const { code, shown } = await atTerminal(folder, 'my-book --lang en --country us', ['2\r', 'Harbor Counseling\r', 'Ana Ruiz\r', 'LMFT\r', '\r', 'a4\r']);
  expect([code, shown]).toEqual([0, expect.stringContaining('Harbor Counseling · Ana Ruiz, LMFT')]);
  expect(await readFile(path.join(folder, 'my-book/practice.yaml'), 'utf8')).toMatch(/^name: Harbor Counseling$[\s\S]*^paper: a4$/m);
});

test('Ctrl-C at a question leaves nothing behind', async () => {
  const folder = await program.folder();
  const { code, shown } = await atTerminal(folder, 'deep/my-book', ['2\r', '\u0003']);
  expect([code, shown]).toEqual([130, expect.stringContaining('Nothing was made.')]);
  expect(await readdir(folder)).toEqual([]);
});
