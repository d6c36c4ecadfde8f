/** The packed program used from code: its functions, its types, and several builds at once in threads. */
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { type Packed, packed } from './packed.ts';
import { run, runWell } from './run.ts';

let program: Packed;
beforeAll(async () => {
  program = await packed();
});

/** Runs a script that may import the package; what it prints. */
const script = async (name: string, text: string): Promise<string> => {
  const home = path.dirname(path.dirname(program.installed));
  await writeFile(path.join(home, name), text);
  const { stdout, stderr } = await runWell(process.execPath, [name], { cwd: home });
  expect(stderr).toBe('');
  return stdout.toString('utf8');
};

test('a script builds, flattens and tells, and nothing but its own words is printed', async () => {
  const home = path.dirname(path.dirname(program.installed));
  const before = await readdir(home);
  const said = await script(
    'use.mjs',
    `import { build, check, flatten, booklet, createBuilder, formatDiagnostics, listTemplates, version } from 'mendbook';
const request = { steps: '1', country: 'us' };
const built = await build(request);
const again = await createBuilder().build(request);
const flat = await flatten(built.bytes);
const folded = await booklet((await build({ ...request, flat: true, paper: 'a5', binding: 'booklet' })).bytes);
const copies = await createBuilder().personalCopies(request);
const copy = await copies.copy('Zoë Łukasz');
const refused = await build({ paper: 'a3' });
const aborted = await build(request, { signal: AbortSignal.timeout(1) }).catch(({ name }) => name);
console.log(JSON.stringify({
  version, name: built.fileName, pages: built.pages, fields: built.fields.length, same: Buffer.from(built.bytes).equals(again.bytes),
  copied: copy.ok && copy.pages === built.pages, flat: flat.ok, folded: folded.ok, checked: (await check(request)).ok, refused: [refused.ok, refused.reason], aborted,
  templates: (await listTemplates()).length, words: await formatDiagnostics(refused),
}));`,
  );
  expect(JSON.parse(said)).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+/),
    name: expect.stringMatching(/\.pdf$/),
    same: true,
    flat: true,
    folded: true,
    copied: true,
    checked: true,
    refused: [false, 'usage'],
    aborted: 'TimeoutError',
    templates: 4,
    words: expect.stringContaining('for the option paper, found "a3"'),
  });
  expect((await readdir(home)).filter((name) => !before.includes(name))).toEqual(['use.mjs']);
});

test('two threads build at once what each builds alone', async () => {
  const said = await script(
    'threads.mjs',
    `import { createHash } from 'node:crypto';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { build } from 'mendbook';
const digest = async (request) => {
  const built = await build(request);
  return built.ok ? createHash('sha256').update(built.bytes).digest('hex') : built.diagnostics.map(({ message }) => message);
};
if (!isMainThread) parentPort.postMessage(await digest(workerData));
else {
  const requests = [{ steps: '1', country: 'us' }, { steps: '2', lang: 'es', template: 'warm', paper: 'a4' }, { steps: '99' }];
  const threads = await Promise.all(requests.map((request) => new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: request });
    worker.once('message', resolve);
    worker.once('error', reject);
  })));
  const alone = [];
  for (const request of requests) alone.push(await digest(request));
  console.log(JSON.stringify({ threads, alone }));
}`,
  );
  const { threads, alone } = JSON.parse(said) as { threads: unknown[]; alone: unknown[] };
  expect(alone).toEqual([expect.any(String), expect.any(String), [expect.stringContaining('99')]]);
  expect(threads).toEqual(alone);
});

test('the types hold a script to what there is', async () => {
  const home = path.dirname(path.dirname(program.installed));
  const tsc = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));
  const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2023', '--lib', 'es2023,dom'];
  await writeFile(
    path.join(home, 'right.mts'),
    `import { build, type BuildRequest, createBuilder, type Diagnostic, formatDiagnostics } from 'mendbook';
const request: BuildRequest = { workbook: 'mine', paper: 'a4', for: 'was-hurt', largePrint: true, without: ['safety-page'] };
const built = await build(request, { signal: AbortSignal.timeout(1000) });
if (built.ok) {
  const bytes: Uint8Array = built.bytes;
  const labels: string[] = built.fields.map(({ label, page }) => \`\${page} \${label} \${bytes.length}\`);
  labels.toSorted();
} else {
  const reason: 'usage' | 'input' = built.reason;
  const told: Diagnostic[] = built.diagnostics;
  const words: string = await formatDiagnostics(built, { format: 'short' });
  createBuilder({ talk: { write: () => [reason, told, words] } });
}
`,
  );
  await runWell(tsc, [...options, 'right.mts'], { cwd: home });
  await writeFile(
    path.join(home, 'wrong.mts'),
    `import { build } from 'mendbook';
await build({ paper: 'a3' });
(await build({})).bytes.length;
`,
  );
  const { code, stdout } = await run(tsc, [...options, 'wrong.mts'], { cwd: home });
  expect(code).not.toBe(0);
  expect(stdout.toString('utf8').match(/^wrong\.mts[(:]\d+/gm)).toEqual([expect.stringContaining('2'), expect.stringContaining('3')]);
});
