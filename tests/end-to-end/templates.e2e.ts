/** Templates with the packed program: made, ejected into, checked by a compiler that knows nothing of this repository, and built with. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { type Packed, packed } from './packed.ts';
import { run, runWell } from './run.ts';

let program: Packed;
beforeAll(async () => {
  program = await packed();
});

const tsc = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));
/** Runs the compiler, which finds no package but those that the folder leads to. */
const compile = async (folder: string): Promise<string> => (await run(tsc, ['-p', folder])).stdout.toString();

test('a new template and what is ejected into it pass the types that they carry, far from any package', async () => {
  const folder = await program.folder();
  expect((await program.mendbook(folder, ['template', 'new', 'harbor'])).code).toBe(0);
  const listed = (await program.mendbook(folder, ['template', 'eject'])).stdout.toString();
  for (const name of ['Cover', 'StepOpener', 'Motif', 'question', 'boundary', 'help-lines']) {
    expect(listed).toMatch(new RegExp(`^${name} `, 'm'));
    expect((await program.mendbook(folder, ['template', 'eject', name])).code).toBe(0);
  }
  const template = path.join(folder, 'templates/harbor');
  expect(await compile(template)).toBe('');
  await writeFile(
    path.join(template, 'page-frame.tsx'),
    'import { Words, type FrameProps } from \'mendbook/kit\';\nexport const PageFrame = ({ titel }: FrameProps) => <div><Words typ="hint">{titel}</Words></div>;\n',
  );
  const found = await compile(template);
  expect(found).toMatch(/page-frame\.tsx\(2,29\).*'titel' does not exist/);
  expect(found).toMatch(/Property 'div' does not exist on type 'JSX\.IntrinsicElements'/);
  expect(found).toMatch(/'typ' does not exist/);
});

test('the package gives its types to a project that it is installed in, with plain settings', async () => {
  const folder = path.join(path.dirname(path.dirname(program.installed)), 'look');
  await mkdir(folder, { recursive: true });
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2023',
    jsx: 'react-jsx',
    jsxImportSource: 'mendbook/kit',
    types: [],
    skipLibCheck: false,
  };
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  await writeFile(
    path.join(folder, 'cover.tsx'),
    "import { Words, useTheme, type CoverProps } from 'mendbook/kit';\nexport const Cover = ({ workbook }: CoverProps) => <Words style={{ color: useTheme().colors.accent }}>{workbook.title}</Words>;\n",
  );
  expect(await compile(folder)).toBe('');
  const { stdout } = await runWell(
    'node',
    [
      '--input-type=module',
      '-e',
      "import { Words, plain } from 'mendbook/kit'; import { jsx } from 'mendbook/kit/jsx-runtime'; console.log(typeof Words, typeof jsx, plain([{ text: 'a' }]))",
    ],
    { cwd: folder },
  );
  expect(stdout.toString().trim()).toBe('function function a');
});

test('what a component says goes to stderr, and never into a PDF on stdout', async () => {
  const folder = await program.folder();
  await program.mendbook(folder, ['template', 'new', 'harbor']);
  await writeFile(
    path.join(folder, 'templates/harbor/page-frame.tsx'),
    "console.log('loaded');\nexport const PageFrame = () => { console.info('drawn'); process.stdout.write('more'); return null; };\n",
  );
  const { code, stdout, stderr } = await program.mendbook(folder, [
    'build',
    '--template',
    'templates/harbor',
    '--steps',
    '1',
    '--country',
    'us',
    '-q',
    '-o',
    '-',
  ]);
  expect([code, stdout.subarray(0, 8).toString('latin1')]).toEqual([0, '%PDF-1.7']);
  expect(stdout.includes('drawn')).toBe(false);
  expect(stderr).toMatch(/^loaded\ndrawn\nmore/);
});

test('a mistake in a component ends with 1, and is told with its line, without a stack of the program', async () => {
  const folder = await program.folder();
  await program.mendbook(folder, ['template', 'new', 'harbor']);
  await writeFile(
    path.join(folder, 'templates/harbor/page-frame.tsx'),
    "import { Words } from 'mendbook/kit';\nexport const PageFrame = ({ title }) => <Words>{title.nothing.there}</Words>;\n",
  );
  const { code, stdout, stderr } = await program.mendbook(folder, ['build', '--template', 'templates/harbor', '--country', 'us']);
  expect([code, stdout.length]).toEqual([1, 0]);
  expect(stderr).toMatch(/^error\[template-error\][^\n]*there[^\n]*\n {2}--> templates\/harbor\/page-frame\.tsx:2:\d+\n/);
  expect(stderr).not.toMatch(/\n\s+at |\.build|node_modules/);
  expect(await readFile(path.join(folder, 'templates/harbor/theme.yaml'), 'utf8')).toContain('extends: calm');
});
