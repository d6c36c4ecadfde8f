/** What goes wrong outside the program: full disks, closed folders, power cuts, two programs at once. The PDF that was there is always whole. */
import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isUntouched } from '../../src/output/unchanged-pdf.ts';
import { fillByHand, fillInPdfium } from '../flatten/filled.ts';
import { type Packed, packed } from './packed.ts';
import { type Ran, run, runWell } from './run.ts';

const isRoot = process.getuid?.() === 0;
/** Nobody in particular: where tests run as root, whom folders can be closed to. */
const NOBODY = 65_534;

/** A workbook that is quickly built. */
const SMALL = {
  'workbook.yaml': 'title: Small\nlanguage: en\ndate: 2026-01-31\nsteps: [one]\n',
  'steps/one.yaml':
    'title: One\npurpose: To begin.\nblocks:\n  - worksheet: A sheet\n    purpose: To write.\n    minutes: 5\n    with: alone\n    blocks:\n' +
    ['what', 'why', 'when'].map((id) => `      - question: And ${id}?\n        id: ${id}\n        lines: 4\n`).join(''),
};

let workbook: string;
let program: Packed;
let bin: string;
let old: Buffer;
let next: Buffer;
let filled: Uint8Array;
beforeAll(async () => {
  program = await packed();
  bin = path.join(program.installed, '../.bin/mendbook');
  const folder = await program.folder();
  workbook = path.join(folder, 'small');
  await mkdir(path.join(workbook, 'en/steps'), { recursive: true });
  for (const [name, text] of Object.entries(SMALL)) await writeFile(path.join(workbook, 'en', name), text);
  await build(folder, 'old.pdf', 'Old');
  await build(folder, 'next.pdf', 'Next');
  [old, next] = (await Promise.all(['old.pdf', 'next.pdf'].map((name) => readFile(path.join(folder, name))))) as [Buffer, Buffer];
  expect(old.equals(next)).toBe(false);
  filled = await fillByHand(old, (_, index) => `Answer ${index}. `.repeat(400));
});

const args = (out: string, name: string): string[] => ['build', workbook, '--quiet', '--name', name, '-o', out];
const build = (folder: string, out: string, name: string, options: Parameters<typeof run>[2] = {}): Promise<Ran> =>
  program.mendbook(folder, args(out, name), options);
/** Memory is given in pages of so many bytes: the small disk has one more than the old PDF takes. */
const PAGE = 4096;

/** A folder with the old PDF in it. */
const withOld = async (): Promise<{ folder: string; target: string }> => {
  const folder = await program.folder();
  const target = path.join(folder, 'a.pdf');
  await writeFile(target, old);
  return { folder, target };
};
/** No stack, no fault of ours. */
const told = ({ code, stderr }: Ran, ...words: (string | RegExp)[]): void => {
  expect(code).toBe(1);
  expect(stderr).not.toMatch(/^\s+at |a fault of the program/m);
  for (const word of words) expect(stderr).toMatch(word);
};

describe('a full disk', () => {
  test('where a file may only be so large, nothing is written and nothing left behind', async () => {
    const { folder, target } = await withOld();
    // 20 blocks of 512 bytes (or 1,024), less than any PDF of ours; the signal that comes with it is ignored, as a full disk sends none.
    const ran = await run('bash', ['-c', `trap '' XFSZ; ulimit -f 20; exec "$0" "$@"`, bin, ...args('a.pdf', 'Next')], { cwd: folder });
    told(ran, /cannot write .*a\.pdf: the file is larger than is allowed there/, 'is as it was');
    expect((await readFile(target)).equals(old)).toBe(true);
    expect(await readdir(folder)).toEqual(['a.pdf']);
  });

  test('behind stdout is told, and ends with 1', async () => {
    const folder = await program.folder();
    const ran = await run('bash', ['-c', `"$0" "$@" > /dev/full`, bin, ...args('-', 'Next')], { cwd: folder });
    told(ran, 'cannot write to stdout: the disk is full');
    told(await run('bash', ['-c', `"$0" schema > /dev/full`, bin], { cwd: folder }), 'cannot write to stdout');
  });

  test('behind stderr hides what is said, and nothing else', async () => {
    const { folder, target } = await withOld();
    const { code } = await run('bash', ['-c', `"$0" "$@" 2> /dev/full`, bin, ...args('a.pdf', 'Next').filter((word) => word !== '--quiet')], { cwd: folder });
    expect(code).toBe(0);
    expect((await readFile(target)).equals(next)).toBe(true);
  });

  test.skipIf(!isRoot)('of its own, for a while', async () => {
    const folder = await program.folder();
    const disk = path.join(folder, 'disk');
    await mkdir(disk);
    // Without the right to mount there is no small disk to be had: then the tests above have to do.
    const mounted = (await run('mount', ['-t', 'tmpfs', '-o', `size=${Math.ceil(old.length / PAGE) * 4 + 4}k`, 'tmpfs', disk])).code === 0;
    if (!mounted) return;
    try {
      await writeFile(path.join(disk, 'a.pdf'), old);
      told(await build(folder, 'disk/a.pdf', 'Next'), 'the disk is full', 'is as it was');
      told(await program.mendbook(folder, ['flatten', 'disk/a.pdf']), 'the disk is full');
      expect(await readdir(disk)).toEqual(['a.pdf']);
      expect((await readFile(path.join(disk, 'a.pdf'))).equals(old)).toBe(true);
      await runWell('mount', ['-o', 'remount,ro', disk]);
      told(await build(folder, 'disk/a.pdf', 'Next'), 'read-only');
      await runWell('mount', ['-o', 'remount,rw,size=100m', disk]);
      expect((await build(folder, 'disk/a.pdf', 'Next')).code).toBe(0);
      expect((await readFile(path.join(disk, 'a.pdf'))).equals(next)).toBe(true);
    } finally {
      await run('umount', [disk]);
    }
  });
});

describe('a folder', () => {
  /** Runs the program as somebody whom folders can be closed to. */
  const asSomebody = (folder: string, out: string): Promise<Ran> =>
    isRoot
      ? run('setpriv', ['--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups', bin, ...args(out, 'Next')], { cwd: folder })
      : build(folder, out, 'Next');
  /** Opens the way to the program and to a folder for everybody. */
  const opened = async (folder: string): Promise<void> => {
    await chmod(path.dirname(folder), 0o755);
    if (isRoot) await chown(folder, NOBODY, NOBODY);
  };

  test('that may not be written into is told before anything is built', async () => {
    const { folder, target } = await withOld();
    await opened(folder);
    const closed = path.join(folder, 'closed');
    await mkdir(closed);
    await rename(target, path.join(closed, 'a.pdf'));
    await chmod(closed, 0o555);
    for (const out of ['closed/a.pdf', 'closed/b.pdf', 'closed/deeper/c.pdf']) told(await asSomebody(folder, out), 'cannot write into the folder', '--out');
    expect((await readFile(path.join(closed, 'a.pdf'))).equals(old)).toBe(true);
    expect(await readdir(closed)).toEqual(['a.pdf']);
    expect((await asSomebody(folder, 'mine.pdf')).code).toBe(0);
    await chmod(closed, 0o755);
  });

  test('that is missing is made; one that cannot be made is told', async () => {
    const folder = await program.folder();
    expect((await build(folder, 'new/er/a.pdf', 'Next')).code).toBe(0);
    await writeFile(path.join(folder, 'file'), '');
    for (const out of ['file/a.pdf', '/proc/none/a.pdf']) told(await build(folder, out, 'Next'), '--out');
  });

  test('that stands where the PDF is to go gets it inside, under its usual name', async () => {
    const folder = await program.folder();
    await mkdir(path.join(folder, 'a.pdf'));
    expect((await build(folder, 'a.pdf', 'Next')).code).toBe(0);
    expect(await readdir(path.join(folder, 'a.pdf'))).toEqual(['small.pdf']);
    await rm(path.join(folder, 'a.pdf/small.pdf'));
    await mkdir(path.join(folder, 'a.pdf/small.pdf'));
    told(await build(folder, 'a.pdf', 'Next'), 'expected a file to write, found something else');
  });

  test('that vanishes while the PDF is made is made again', async () => {
    const folder = await program.folder();
    await mkdir(path.join(folder, 'gone'));
    const ran = await build(folder, 'gone/a.pdf', 'Next', { started: () => setTimeout(() => rm(path.join(folder, 'gone'), { recursive: true }), 250) });
    expect(ran.code).toBe(0);
    expect((await readFile(path.join(folder, 'gone/a.pdf'))).equals(next)).toBe(true);
  });
});

describe('killed at any moment', () => {
  /** The target is the old file or the new one. */
  const check = async (target: string, ...whole: readonly Buffer[]): Promise<number> => {
    const found = await readFile(target);
    const which = whole.findIndex((bytes) => bytes.equals(found));
    expect(which).toBeGreaterThanOrEqual(0);
    return which;
  };
  const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => void child.once('close', () => resolve()));

  test('while it builds, the PDF that was there is whole', async () => {
    const { folder, target } = await withOld();
    const began = performance.now();
    expect((await build(folder, 'a.pdf', 'Next')).code).toBe(0);
    const whole = performance.now() - began;
    await writeFile(target, old);
    for (let round = 0; round < 24; round += 1) {
      const child = spawn(bin, args('a.pdf', 'Next'), { cwd: folder, stdio: 'ignore' });
      const timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * whole * 1.1);
      await ended(child);
      clearTimeout(timer);
      if ((await check(target, old, next)) === 1) await writeFile(target, old);
      expect(isUntouched(await readFile(target))).toBe(true);
    }
  });

  test('while it writes, too; and the next build removes what was left', async () => {
    const { folder, target } = await withOld();
    let struck = 0;
    for (let round = 0; round < 12; round += 1) {
      await writeFile(path.join(folder, 'filled.pdf'), filled);
      const child = spawn(bin, ['flatten', 'filled.pdf', '--force', '--quiet', '-o', 'a.pdf'], { cwd: folder, stdio: 'ignore' });
      // The temporary file is there for some milliseconds: the program is killed at different moments of them.
      const watcher = watch(folder, (_, name) => {
        if (!name?.endsWith('.tmp') || child.killed) return;
        if (round % 3 === 0) child.kill('SIGKILL');
        else setTimeout(() => child.kill('SIGKILL'), Math.random() * 4);
      });
      await ended(child);
      watcher.close();
      if (child.signalCode === 'SIGKILL') struck += 1;
      const found = await readFile(target);
      if (!found.equals(old)) await runWell('qpdf', ['--check', target]);
      await writeFile(target, old);
    }
    expect(struck).toBeGreaterThan(0);
    const left = (await readdir(folder)).filter((name) => name.endsWith('.tmp'));
    const longAgo = '2020-01-01 00:00:00';
    for (const name of left) await runWell('touch', ['-d', longAgo, path.join(folder, name)]);
    expect((await build(folder, 'a.pdf', 'Next')).code).toBe(0);
    expect((await readdir(folder)).toSorted()).toEqual(['a.pdf', 'filled.pdf']);
  });
});

describe('two programs', () => {
  test('that build the same PDF at once leave one of the two, whole, and nothing else', async () => {
    const folder = await program.folder();
    for (let round = 0; round < 3; round += 1) {
      const both = await Promise.all([build(folder, 'a.pdf', 'Old'), build(folder, 'a.pdf', 'Next')]);
      expect(both.map(({ code, stderr }) => [code, stderr])).toEqual([
        [0, ''],
        [0, ''],
      ]);
      const found = await readFile(path.join(folder, 'a.pdf'));
      expect(found.equals(old) || found.equals(next)).toBe(true);
      expect(await readdir(folder)).toEqual(['a.pdf']);
    }
  });

  test('of which one reads: it goes on reading the file that it has opened', async () => {
    const { folder, target } = await withOld();
    const reader = await open(target);
    expect((await build(folder, 'a.pdf', 'Next')).code).toBe(0);
    expect((await reader.readFile()).equals(old)).toBe(true);
    await reader.close();
  });

  test('of which one saves answers while the other builds: the answers stay', async () => {
    const { folder, target } = await withOld();
    const answered = (await fillInPdfium(old, ({ kind }, index) => (kind === 'text' && index < 20 ? 'Kept.' : undefined))).saved;
    const ran = await build(folder, 'a.pdf', 'Next', {
      started: () => {
        setTimeout(() => {
          writeFile(target, answered).catch(() => undefined);
        }, 300);
      },
    });
    told(ran, 'output-in-use', 'to keep the answers, rename it', '--force');
    expect((await readFile(target)).equals(Buffer.from(answered))).toBe(true);
    expect(await readdir(folder)).toEqual(['a.pdf']);
  });
});
