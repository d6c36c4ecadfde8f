import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { array, assert, asyncProperty, constantFrom, integer, oneof, string, tuple } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { BLOCK_KINDS } from '../../src/content/blocks/index.ts';
import { type LoadedWorkbook, loadWorkbook } from '../../src/content/load.ts';
import { printHuman } from '../../src/diagnostics/print-human.ts';
import { printJson } from '../../src/diagnostics/print-json.ts';
import { sortDiagnostics } from '../../src/diagnostics/sort.ts';
import { printShort } from '../../src/diagnostics/print-short.ts';

/** Every run tries the same; FC_SEED tries others. */
const seed = Number(process.env.FC_SEED ?? 1);

const SHIPPED = path.resolve(import.meta.dirname, '../../content/rebuilding-trust');
const HEAD = 'title: T\nlanguage: en\ndate: 2026-01-31\nvariables: {other: x}\nsteps: [one]\n';

/** Words that YAML, markdown or the schemas give a meaning to. */
const token = constantFrom(
  ...BLOCK_KINDS.map((kind) => `${kind}: `),
  'id: ',
  'lines: ',
  'labels: ',
  'items: ',
  'blanks: ',
  'first: ',
  'for: ',
  'other: ',
  'parts: ',
  'rows: ',
  'columns: ',
  'with: ',
  'minutes: ',
  'blocks:\n',
  '- ',
  '  ',
  '    ',
  '\n',
  '\n  - ',
  '\n    ',
  '\t',
  '"',
  "'",
  '|',
  '>-',
  '[',
  ']',
  '{',
  '}',
  ',',
  ': ',
  '# ',
  '&a ',
  '*a ',
  '<<: ',
  '!tag ',
  '---\n',
  '...',
  '%YAML 1.1\n',
  '? ',
  '~',
  '\r\n',
  '\0',
  '\ufeff',
  '\ud83d\ude00',
  '\u202e',
  'one',
  'two',
  'true',
  '4',
  '-1',
  '1e999',
  '.nan',
  '2026-01-31',
  '____',
  '**bold**',
  '*a',
  '`code`',
  '[x](#one/two)',
  '[x](javascript:1)',
  '{{other}}',
  '{{',
  '}}',
  '&amp;',
  '&#0;',
  '<b>',
  '![',
  '\\',
  '__proto__: ',
  'constructor: ',
  'toString: ',
);
const yamlish = oneof(
  array(token, { maxLength: 60 }).map((tokens) => tokens.join('')),
  string({ maxLength: 200 }),
  string({ unit: 'binary', maxLength: 200 }),
);

/** What must hold of every answer of the loader, whatever it was given. */
const expectSound = (loaded: LoadedWorkbook) => {
  const { workbook, diagnostics, sources } = loaded;
  expect(workbook === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  for (const { code, message, at, hints = [] } of diagnostics) {
    expect(code).toMatch(/^[a-z0-9-]+$/);
    expect(message).toMatch(/^expected .*[,;:] (?:found|the comparison)/s);
    expect([message, ...hints].join()).not.toMatch(/\bundefined\b|\[object|[Ii]nvalid input|\bNaN\b/);
    if (!at) continue;
    const length = sources.find(({ file }) => file === at.file)?.text.length ?? 0;
    expect(at.start).toBeGreaterThanOrEqual(0);
    expect(at.end).toBeGreaterThanOrEqual(at.start);
    expect(at.end).toBeLessThanOrEqual(length);
  }
  for (const told of [printHuman(diagnostics, sources, { cwd: '/' }), printShort(diagnostics, sources, '/')]) expect(told).not.toMatch(/[^\P{Cc}\n]/u);
  expect(JSON.parse(printJson(diagnostics, sources, '/'))).toHaveLength(sortDiagnostics(diagnostics).length);
};

describe('the loader answers with diagnostics inside the files, and never throws', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'mendbook-'));
    await cp(SHIPPED, folder, { recursive: true });
    await mkdir(path.join(folder, 'plain/en/steps'), { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true }));

  const write = (workbook: string, files: Record<string, string>) =>
    Promise.all(Object.entries(files).map(([name, text]) => writeFile(path.join(folder, workbook, 'en', name), text)));

  test('for any text in a step', async () => {
    await assert(
      asyncProperty(yamlish, async (text) => {
        await write('plain', { 'workbook.yaml': HEAD, 'steps/one.yaml': text });
        expectSound(await loadWorkbook(path.join(folder, 'plain'), 'en'));
      }),
      { seed, numRuns: 400 },
    );
  }, 60_000);

  test('for any text as the head of a workbook', async () => {
    await assert(
      asyncProperty(yamlish, async (text) => {
        await write('plain', { 'workbook.yaml': text, 'steps/one.yaml': 'title: One\n' });
        expectSound(await loadWorkbook(path.join(folder, 'plain'), 'en'));
      }),
      { seed, numRuns: 200 },
    );
  }, 60_000);

  test('for any value under any key of any kind of block', async () => {
    const key = constantFrom(
      ...BLOCK_KINDS,
      'id',
      'lines',
      'items',
      'options',
      'labels',
      'blanks',
      'parts',
      'check',
      'copy',
      'sides',
      'pairs',
      'rows',
      'statements',
      'names',
      'cards',
      'other',
      'for',
      'relationship',
      'first',
      'blocks',
      'with',
      'minutes',
      'purpose',
      'alt',
      'groups',
    );
    const leaf = oneof(
      string(),
      integer(),
      constantFrom<unknown>(
        null,
        true,
        false,
        1.5,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        '',
        [],
        {},
        ['a', 'b'],
        [null],
        { prompt: 'p' },
        { title: 't', items: ['a'] },
        { label: 'l' },
      ),
    );
    const block = array(tuple(key, leaf), { maxLength: 6 }).map((pairs) => Object.fromEntries(pairs));
    await assert(
      asyncProperty(array(block, { maxLength: 5 }), async (blocks) => {
        await write('plain', { 'workbook.yaml': HEAD, 'steps/one.yaml': stringify({ title: 'One', purpose: 'P.', blocks }) });
        expectSound(await loadWorkbook(path.join(folder, 'plain'), 'en'));
      }),
      { seed, numRuns: 400 },
    );
  }, 60_000);

  test('for a shipped file with something cut out, put in or doubled', async () => {
    const steps = (await readdir(path.join(folder, 'en/steps'))).toSorted();
    const whole = await Promise.all(steps.map((name) => readFile(path.join(folder, 'en/steps', name), 'utf8')));
    const place = integer({ min: 0, max: 1_000_000 });
    await assert(
      asyncProperty(
        integer({ min: 0, max: steps.length - 1 }),
        place,
        integer({ min: 0, max: 60 }),
        oneof(token, string({ maxLength: 20 })),
        async (index, from, length, put) => {
          const text = whole[index] ?? '';
          const at = from % text.length;
          await write('.', { [`steps/${steps[index]}`]: text.slice(0, at) + put + text.slice(at + length) });
          expectSound(await loadWorkbook(folder, 'en'));
          await write('.', { [`steps/${steps[index]}`]: text });
        },
      ),
      { seed, numRuns: 30 },
    );
  }, 60_000);
});
