/** The packed program on the command line: what it writes, what it says, how it ends. */
import { cp, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { fillInPdfjs } from '../readers/pdfjs.ts';
import { RawPdf } from '../readers/raw.ts';
import { type Packed, packed } from './packed.ts';
import { run } from './run.ts';

let program: Packed;
beforeAll(async () => {
  program = await packed();
});

/** A short workbook of one page and one step, so that a build is quick. */
const small = async (folder: string, question = 'What happened?'): Promise<string> => {
  const language = path.join(folder, 'small/en');
  await mkdir(path.join(language, 'steps'), { recursive: true });
  await writeFile(path.join(language, 'workbook.yaml'), 'title: Small\nlanguage: en\ndate: 2026-01-31\nsteps: [one]\n');
  await writeFile(
    path.join(language, 'steps/one.yaml'),
    `title: One\npurpose: To begin.\nblocks:\n  - worksheet: A sheet\n    purpose: To write.\n    minutes: 5\n    with: alone\n    blocks:\n      - question: ${question}\n        id: what\n        lines: 4\n`,
  );
  return path.join(folder, 'small');
};
const stepOf = (workbook: string): string => path.join(workbook, 'en/steps/one.yaml');

test('--help and --version go to stdout and end well, for each command', async () => {
  const folder = await program.folder();
  for (const args of [['--help'], ['--version'], ['build', '--help'], ['check', '--help'], ['schema', '--help']]) {
    const { code, stdout, stderr } = await program.mendbook(folder, args);
    expect([args, code, stderr]).toEqual([args, 0, '']);
    expect(stdout.length).toBeGreaterThan(4);
  }
  expect((await program.mendbook(folder, ['build', '--help'])).stdout.toString()).toContain('Examples:');
});

test('wrong usage ends with 2, says what is wrong on stderr and writes nothing', async () => {
  const folder = await program.folder();
  for (const args of [
    ['bild'],
    ['build', '--papper', 'a4'],
    ['build', '--paper', 'a3'],
    ['build', '--steps', '99'],
    ['build', '--steps', ''],
    ['build', '--without', ' , '],
    ['build', '--name', ''],
    ['build', '-o', ''],
    ['build', 'no-such-workbook'],
  ]) {
    const { code, stdout, stderr } = await program.mendbook(folder, args);
    expect([args, code, stdout.toString()]).toEqual([args, 2, '']);
    expect(stderr).not.toBe('');
  }
  expect(await readdir(folder)).toEqual([]);
});

test('without any option it builds the shipped workbook into out/, and says so on stderr', async () => {
  const folder = await program.folder();
  const { code, stdout, stderr } = await program.mendbook(folder, ['build']);
  expect([code, stdout.toString()]).toEqual([0, '']);
  expect(stderr).toContain('out/rebuilding-trust.pdf');
  expect(stderr).toMatch(/\d+ pages, \d+ fields/);
  expect(await readdir(path.join(folder, 'out'))).toEqual(['rebuilding-trust.pdf']);
});

test('-o - gives the bytes of the file on stdout and nothing else, and the same every time', async () => {
  const folder = await program.folder();
  const workbook = await small(folder);
  const piped = await program.mendbook(folder, ['build', workbook, '-o', '-', '--quiet']);
  expect([piped.code, piped.stderr]).toEqual([0, '']);
  await program.mendbook(folder, ['build', workbook, '-o', 'a.pdf']);
  expect(piped.stdout.equals(await readFile(path.join(folder, 'a.pdf')))).toBe(true);
  expect(piped.stdout.subarray(0, 8).toString()).toBe('%PDF-1.7');
});

test('SOURCE_DATE_EPOCH sets the date', async () => {
  const folder = await program.folder();
  const workbook = await small(folder);
  const { stdout } = await program.mendbook(folder, ['build', workbook, '-o', '-', '--quiet'], { env: { SOURCE_DATE_EPOCH: '86400' } });
  expect((await RawPdf.open(stdout)).document.getCreationDate()).toEqual(new Date('1970-01-02T00:00:00Z'));
});

test('folders on the way to the PDF are made; a folder gets a file of the usual name', async () => {
  const folder = await program.folder();
  const workbook = await small(folder);
  expect((await program.mendbook(folder, ['build', workbook, '-o', 'a/b/c.pdf'])).code).toBe(0);
  expect((await program.mendbook(folder, ['build', workbook, '-o', 'd/'])).code).toBe(0);
  expect([await readdir(path.join(folder, 'a/b')), await readdir(path.join(folder, 'd'))]).toEqual([['c.pdf'], ['small.pdf']]);
});

test('a place where nothing can be written is an error that says so', async () => {
  const folder = await program.folder();
  const workbook = await small(folder);
  await writeFile(path.join(folder, 'file'), '');
  for (const target of ['file/a.pdf', '/proc/a/b.pdf', '/sys/a.pdf']) {
    const { code, stderr } = await program.mendbook(folder, ['build', workbook, '-o', target]);
    expect([target, code]).toEqual([target, 1]);
    expect(stderr).toContain('--out');
    expect(stderr).not.toMatch(/\n\s+at /);
  }
});

test('content with errors ends with 1, names file, line and column, and leaves the old PDF as it was', async () => {
  const folder = await program.folder();
  const workbook = await small(folder);
  await program.mendbook(folder, ['build', workbook, '-o', 'a.pdf']);
  const before = await stat(path.join(folder, 'a.pdf'));
  await writeFile(stepOf(workbook), (await readFile(stepOf(workbook), 'utf8')).replace('lines:', 'line:'));
  const { code, stdout, stderr } = await program.mendbook(folder, ['build', workbook, '-o', 'a.pdf']);
  expect([code, stdout.toString()]).toEqual([1, '']);
  expect(stderr).toMatch(/one\.yaml:11:9/);
  expect(stderr).toContain('lines');
  const after = await stat(path.join(folder, 'a.pdf'));
  expect([after.mtimeMs, after.ino, after.size]).toEqual([before.mtimeMs, before.ino, before.size]);
  expect((await readdir(folder)).toSorted()).toEqual(['a.pdf', 'small']);
});

test('a block that is taller than a page is refused with its place', async () => {
  const folder = await program.folder();
  const workbook = await small(folder);
  await writeFile(stepOf(workbook), (await readFile(stepOf(workbook), 'utf8')).replace('lines: 4', 'lines: 40'));
  const { code, stderr } = await program.mendbook(folder, ['build', workbook]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/one\.yaml:9:\d+/);
  expect(await readdir(folder)).toEqual(['small']);
});

test('a PDF with answers in it is not overwritten unless one insists', async () => {
  const folder = await program.folder();
  const workbook = await small(folder);
  const target = path.join(folder, 'a.pdf');
  await program.mendbook(folder, ['build', workbook, '-o', 'a.pdf']);
  expect((await program.mendbook(folder, ['build', workbook, '-o', 'a.pdf'])).code).toBe(0);
  const { bytes } = await fillInPdfjs(await readFile(target), () => 'My answer.');
  await writeFile(target, bytes);
  const refused = await program.mendbook(folder, ['build', workbook, '-o', 'a.pdf']);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('--force');
  expect((await readFile(target)).equals(bytes)).toBe(true);
  expect((await program.mendbook(folder, ['build', workbook, '-o', 'a.pdf', '--force'])).code).toBe(0);
  expect((await readFile(target)).equals(bytes)).toBe(false);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s at any moment leaves the old PDF or none, never a part', async (signal) => {
  const folder = await program.folder();
  const old = Buffer.from('');
  await writeFile(path.join(folder, 'old.pdf'), old);
  let interrupted = 0;
  for (const delay of [50, 200, 500, 900, 1400]) {
    for (const name of ['old.pdf', 'new.pdf']) {
      const { code } = await program.mendbook(folder, ['build', '--steps', '1', '-o', name, '--force'], {
        started: (child) => setTimeout(() => child.kill(signal), delay),
      });
      // The signal itself ends it.
      expect([0, null]).toContain(code);
      if (code === 0) continue;
      interrupted += 1;
      const file = await readFile(path.join(folder, name)).catch(() => undefined);
      if (file && file.length > 0) expect(file.subarray(-6).toString()).toBe('%%EOF\n');
    }
  }
  expect(interrupted).toBeGreaterThan(1);
  for (const name of await readdir(folder)) expect(['old.pdf', 'new.pdf']).toContain(name);
});

test('a pipe that closes early is no fault', async () => {
  const folder = await program.folder();
  const bin = path.join(program.installed, '../.bin/mendbook');
  const { code, stderr, stdout } = await run('bash', ['-o', 'pipefail', '-c', `'${bin}' build --steps 1 --quiet -o - | head -c 5`], { cwd: folder });
  expect([code, stdout.toString(), stderr]).toEqual([0, '%PDF-', '']);
});

test.skipIf(process.platform !== 'linux')('a full disk behind stdout is an error, and no success is told', async () => {
  const folder = await program.folder();
  const bin = path.join(program.installed, '../.bin/mendbook');
  for (const args of [`build '${await small(folder)}' -o -`, 'schema step']) {
    const { code, stderr } = await run('bash', ['-c', `'${bin}' ${args} > /dev/full`], { cwd: folder });
    expect([args, code]).toEqual([args, 1]);
    expect(stderr).toContain('error[output-unwritable]: cannot write to stdout: the disk is full');
    expect(stderr).not.toContain('Written to stdout');
  }
});

test('a workbook never overwrites itself, whatever one insists', async () => {
  const folder = await program.folder();
  const workbook = await small(folder);
  const before = await readFile(stepOf(workbook), 'utf8');
  const { code, stderr } = await program.mendbook(folder, ['build', workbook, '--force', '-o', stepOf(workbook)]);
  expect([code, stderr]).toEqual([1, expect.stringContaining('error[output-in-sources]')]);
  expect(await readFile(stepOf(workbook), 'utf8')).toBe(before);
});

test('check finds nothing wrong with the shipped workbook', async () => {
  const folder = await program.folder();
  const { code, stderr, stdout } = await program.mendbook(folder, ['check']);
  expect([code, `${stdout}${stderr}`]).not.toContain('error');
  expect(code).toBe(0);
});

test('check tells people, editors and programs of the same problem', async () => {
  const folder = await program.folder();
  const workbook = await small(folder);
  await writeFile(stepOf(workbook), (await readFile(stepOf(workbook), 'utf8')).replace('purpose: To begin.', 'purpos: To begin.'));
  const [human, short, json] = await Promise.all(['human', 'short', 'json'].map((format) => program.mendbook(folder, ['check', workbook, '--format', format])));
  expect([human?.code, short?.code, json?.code]).toEqual([1, 1, 1]);
  expect(`${human?.stdout}${human?.stderr}`).toContain('purpos: To begin.');
  expect(`${short?.stdout}${short?.stderr}`).toMatch(/one\.yaml:2:1/);
  const told = JSON.parse(json?.stdout.toString() ?? '') as unknown;
  expect(JSON.stringify(told)).toContain('unknown-key');
});

test('schema prints JSON Schemas', async () => {
  const folder = await program.folder();
  for (const kind of ['workbook', 'step', 'theme']) {
    const { code, stdout } = await program.mendbook(folder, ['schema', kind]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout.toString())).toHaveProperty('$schema');
  }
});

test('what is not a terminal gets no colours', async () => {
  const folder = await program.folder();
  const workbook = await small(folder);
  await writeFile(stepOf(workbook), 'title: [\n');
  const { stderr, stdout } = await program.mendbook(folder, ['build', workbook]);
  expect(`${stdout}${stderr}`).not.toContain('\u001B[');
});

test('a template of one’s own is bundled with the kit of the package', async () => {
  const folder = await program.folder();
  const workbook = await small(folder);
  await mkdir(path.join(folder, 'mine'));
  await writeFile(path.join(folder, 'mine/theme.yaml'), 'extends: calm\n');
  await writeFile(
    path.join(folder, 'mine/template.tsx'),
    'import { Box, Words } from \'mendbook/kit\';\nexport default { Cover: () => <Box style={{ padding: 72 }}><Words role="H1">My own cover</Words></Box> };\n',
  );
  const { code, stderr } = await program.mendbook(folder, ['build', workbook, '--template', 'mine', '--trust-template', '-o', 'a.pdf']);
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  expect((await run('pdftotext', ['-l', '1', path.join(folder, 'a.pdf'), '-'])).stdout.toString()).toContain('My own cover');
});

test('a workbook in a folder with spaces and letters beyond ASCII, reached by a link, is built', async () => {
  const folder = await program.folder();
  const odd = path.join(folder, 'mes données ’26');
  await mkdir(odd);
  await cp(await small(folder), path.join(odd, 'carnet'), { recursive: true });
  await symlink(odd, path.join(folder, 'link'));
  const { code } = await program.mendbook(folder, ['build', 'link/carnet', '-o', 'mes données ’26/à.pdf']);
  expect(code).toBe(0);
  expect(await readdir(odd)).toContain('à.pdf');
});

test('what is thrown behind the back of the program ends it with 70 and a word, without a stack', async () => {
  const folder = await program.folder();
  const workbook = await small(folder);
  await mkdir(path.join(folder, 'mine'));
  await writeFile(path.join(folder, 'mine/theme.yaml'), 'extends: calm\n');
  await writeFile(path.join(folder, 'mine/template.tsx'), "queueMicrotask(() => { throw new Error('too late'); });\nexport default {};\n");
  const { code, stderr } = await program.mendbook(folder, ['build', workbook, '--template', './mine', '--trust-template', '-o', 'a.pdf']);
  expect([code, stderr]).toEqual([
    70,
    'mendbook: a fault of the program: too late\nPlease report it, with the command and the workbook that caused it. Nothing was written.\n',
  ]);
  await expect(stat(path.join(folder, 'a.pdf'))).rejects.toThrow('ENOENT');
});

test('under MENDBOOK_DEBUG the stack of a fault names lines of src/, which are not shipped', async () => {
  const folder = await program.folder();
  const broken = path.join(folder, 'broken.mjs');
  await writeFile(broken, "process.stdout.write = () => { throw new Error('on purpose'); };\n");
  const env = { NODE_OPTIONS: `--import=${pathToFileURL(broken).href}` };
  const usual = await program.mendbook(folder, ['schema', 'workbook'], { env });
  expect([usual.code, usual.stderr]).toEqual([70, expect.not.stringMatching(/^\s+at /m)]);
  const { stderr } = await program.mendbook(folder, ['schema', 'workbook'], { env: { ...env, MENDBOOK_DEBUG: '1' } });
  expect(stderr).toMatch(/^\s+at \S+ \(.*[\\/]src[\\/]commands[\\/]schema\.ts:\d+:\d+\)$/m);
  expect(await readdir(program.installed)).not.toContain('src');
});
