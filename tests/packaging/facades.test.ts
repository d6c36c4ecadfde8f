/** The small modules of the packed program that stand for modules of the bundle. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { expect, test } from 'vitest';

const { facade, facadeOf, facadesPlugin } = (await import(new URL('../../src/packaging/facades.mjs', import.meta.url).href)) as {
  facade(file: string, place: string, names: string[]): string;
  facadeOf(file: string): string;
  facadesPlugin(nameOf: (file: string) => string, asked: Set<string>, places: Record<string, string>): Plugin;
};

test('a facade hands on what the module exports', () => {
  expect(facadeOf('commands/template/new.ts')).toBe('commands/template/new.js');
  expect(facade('commands/template/new.ts', 'commands/template/new.js', ['newTemplate', 'other'])).toBe(
    'import{moduleNamed}from\'../../load-program.js\';\nexport const{newTemplate,other}=moduleNamed("commands/template/new.ts");\n',
  );
  expect(facade('api/index.ts', 'index.js', ['build'])).toContain("from'./load-program.js'");
});

test('what is imported when it is needed stays outside the bundle, and is noted', async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'mendbook-facades-'));
  try {
    await mkdir(path.join(home, 'deep'));
    await writeFile(path.join(home, 'main.ts'), "import { near } from './deep/near.ts'; near(); void import('./late.ts'); void import('./loader.ts');");
    await writeFile(path.join(home, 'deep/near.ts'), "export const near = () => import('../late.ts');");
    await writeFile(path.join(home, 'late.ts'), "export const late = 'must not be bundled';");
    await writeFile(path.join(home, 'loader.ts'), "export const loader = 'must not be bundled';");
    const asked = new Set<string>();
    const plugin = facadesPlugin((file: string) => path.relative(home, file).split(path.sep).join('/'), asked, { 'loader.ts': './elsewhere.js' });
    const { outputFiles } = await build({ entryPoints: [path.join(home, 'main.ts')], bundle: true, format: 'esm', write: false, plugins: [plugin] });
    const text = outputFiles[0]?.text ?? '';
    expect([...asked]).toEqual(['late.ts']);
    expect(text.match(/import\("\.\/late\.js"\)/g)).toHaveLength(2);
    expect(text).toContain('import("./elsewhere.js")');
    expect(text).not.toContain('must not be bundled');
  } finally {
    await rm(home, { recursive: true });
  }
});
