/** Libraries that only some commands need are loaded by those alone. */
import path from 'node:path';
import { build, type Metafile } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

let outputs: Metafile['outputs'];
beforeAll(async () => {
  const { metafile } = await build({
    entryPoints: [path.join(root, 'src/cli.ts')],
    outdir: '/unused',
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    alias: { 'mendbook/kit': path.join(root, 'src/kit/index.ts') },
    external: ['esbuild', '@embedpdf/pdfium', 'pdfkit'],
    absWorkingDir: root,
    logLevel: 'silent',
  });
  ({ outputs } = metafile);
});

/** The chunk that holds a file of ours. */
const chunkOf = (file: string): string => {
  const found = Object.entries(outputs).find(([, { inputs }]) => Object.keys(inputs).includes(file));
  if (!found) throw new Error(`${file} is in no chunk`);
  return found[0];
};

/** Everything that is loaded with a chunk at once: the packages and the files of ours in it. */
const loadedWith = (start: string): Set<string> => {
  const loaded = new Set<string>();
  const seen = new Set<string>();
  const visit = (chunk: string): void => {
    if (seen.has(chunk)) return;
    seen.add(chunk);
    const output = outputs[chunk];
    for (const input of Object.keys(output?.inputs ?? {})) loaded.add(input.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? input);
    for (const { path: next, kind, external } of output?.imports ?? []) {
      if (kind === 'dynamic-import') continue;
      if (external) loaded.add(next);
      else visit(next);
    }
  };
  visit(start);
  return loaded;
};

test('the program itself loads neither a PDF library nor a layout engine', () => {
  const loaded = loadedWith(chunkOf('src/cli.ts'));
  for (const name of ['@cantoo/pdf-lib', '@embedpdf/pdfium', '@react-pdf/layout', 'pdfkit', 'zod', 'yaml', 'react']) expect(loaded).not.toContain(name);
});

test('only the command for booklets, and flattening, load the library that reads PDFs', () => {
  expect(loadedWith(chunkOf('src/commands/build.ts'))).not.toContain('@cantoo/pdf-lib');
  expect(loadedWith(chunkOf('src/layout/book.tsx'))).not.toContain('@cantoo/pdf-lib');
  expect(loadedWith(chunkOf('src/pdf/write.ts'))).not.toContain('@cantoo/pdf-lib');
  expect(loadedWith(chunkOf('src/booklet/impose.ts'))).toContain('@cantoo/pdf-lib');
  expect(loadedWith(chunkOf('src/booklet/impose.ts'))).not.toContain('@react-pdf/layout');
});

test('PDFium is loaded only to measure ink', () => {
  const importers = Object.entries(outputs).filter(([, { imports }]) => imports.some(({ path: to, external }) => external && to === '@embedpdf/pdfium'));
  expect(importers.map(([, { inputs }]) => Object.keys(inputs))).toEqual([['src/output/ink-coverage.ts']]);
  expect(loadedWith(chunkOf('src/commands/build.ts'))).not.toContain('src/output/ink-coverage.ts');
});
