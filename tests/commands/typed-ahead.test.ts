/** What was typed before a question is no answer to it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAbout } from '../../src/commands/template/ask-trust.ts';
import { dropTypedAhead } from '../../src/commands/typed-ahead.ts';
import { recordedTrust } from '../../src/trust/trust.ts';
import { Capture } from './capture.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mendbook-typed-'));
  await mkdir(path.join(home, 'look'));
  await writeFile(path.join(home, 'look/theme.yaml'), 'extends: calm\n');
  await writeFile(path.join(home, 'look/page-frame.tsx'), 'export const PageFrame = () => null;\n');
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** A terminal that somebody types on, and whether each line is handed on as a whole. */
const keyboard = () => {
  const raw: boolean[] = [];
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (on: boolean) => void raw.push(on) });
  return { stdin, raw };
};

/** Asks whether a template may run, where something was typed before the question, and something else when it stood there. */
const asked = async (before: string, after: string): Promise<boolean> => {
  const { stdin } = keyboard();
  stdin.write(before);
  const stderr = new Capture();
  const answering = setInterval(() => {
    if (!stderr.text.includes('(yes or no)')) return;
    clearInterval(answering);
    stdin.write(after);
  }, 5);
  await askAbout(recordedTrust(), stdin, { cwd: home, workbook: 'starter', template: './look', stdout: new Capture(), stderr });
  const { ownCode } = await import('../../src/template/own-code.ts');
  const { codes } = await ownCode('./look', { cwd: home });
  const [code] = codes;
  if (!code) throw new Error('no code');
  return (await recordedTrust().judge(code)).allowed;
};

test('lines and half lines that wait in a terminal are dropped, and what comes after is kept', async () => {
  const { stdin, raw } = keyboard();
  stdin.write('yes\nye');
  await dropTypedAhead(stdin);
  expect(raw).toEqual([true, false]);
  stdin.write('no\n');
  expect(String(stdin.read())).toBe('no\n');
});

test('a yes that was typed ahead does not allow the code of a template; one that answers the question does', async () => {
  expect(await asked('yes\n', 'no\n')).toBe(false);
  expect(await asked('no\n', 'yes\n')).toBe(true);
});
