/** Every mistake in TSX is told at its file, line and column; a table: what is written, what is told. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { position } from '../../src/diagnostics/source-file.ts';
import type { Limits } from '../../src/template/run-limits.ts';
import { Builder } from '../../src/builder/builder.ts';
import { EVERYTHING } from '../../src/trust/trust.ts';
import { KIT, cases, drawing, footer } from './faulty-components.ts';

let home = '';
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mendbook-faults-'));
  const files: Record<string, string> = {
    'book/en/workbook.yaml': 'title: A book\nlanguage: en\ndate: 2026-01-01\nsteps: [one]\n',
    'book/en/steps/one.yaml': 'title: One\npurpose: To see.\nblocks:\n  - question: What happened?\n    id: what\n',
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(home, file)), { recursive: true });
    await writeFile(path.join(home, file), text);
  }
});
afterAll(async () => {
  await rm(home, { recursive: true, force: true });
});

let count = 0;
/** Builds a small book with a template of these files: what is told, a line each, with its hints. */
const told = async (
  files: Record<string, string>,
  folder = path.join(home, `look-${(count += 1)}`),
  limits: Partial<Limits> = {},
): Promise<{ lines: string[]; hints: string; built: boolean }> => {
  for (const [file, text] of Object.entries({ 'theme.yaml': 'extends: calm\n', ...files })) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  const { diagnostics, sources, pdf } = await new Builder({ trust: EVERYTHING, limits: { time: 300, elements: 5000, ...limits } }).build({
    cwd: home,
    workbook: 'book',
    lang: 'en',
    template: folder,
    paper: 'letter',
    for: 'both',
    relationship: 'other',
    edition: 'client',
    country: 'us',
  });
  const lines = diagnostics.map(({ code, at, message }) => {
    const source = sources.find(({ file }) => file === at?.file);
    const { line, column } = source && at ? position(source, at.start) : { line: 1, column: 1 };
    return `${at ? path.relative(folder, at.file) : ''}:${line}:${column} ${code}: ${message}`;
  });
  return { lines, hints: diagnostics.flatMap(({ hints = [] }) => hints).join('\n'), built: pdf !== undefined };
};

describe('a mistake in a template', () => {
  it.each(cases)('is told at its line: %s', async (_, files, line, hint) => {
    const { lines, hints, built } = await told(files);
    expect(lines[0]).toMatch(line);
    if (hint) expect(hints).toMatch(hint);
    expect(built).toBe(false);
    expect(lines.join('\n')).not.toContain('node_modules');
  });

  it('is told with all others at once', async () => {
    const { lines } = await told(drawing('<Box><Box style={{ colour: 1 }} />{title}<Words typ="a">One</Words></Box>'));
    expect(lines.map((line) => line.split(' ')[1])).toEqual(['unknown-style:', 'unknown-prop:', 'text-outside-words:']);
  });

  it.each(['page-frame.tsx', 'parts/frame.ts'])('is not waited for in a named pipe: %s', async (file) => {
    const folder = path.join(home, `pipe-${file.replaceAll('/', '-')}`);
    await mkdir(path.join(folder, 'parts'), { recursive: true });
    execFileSync('mkfifo', [path.join(folder, file)]);
    const importing = file === 'page-frame.tsx' ? {} : footer('return frame;', "import { frame } from './parts/frame.ts';\n");
    const { lines } = await told(importing, folder);
    expect(lines).toEqual([expect.stringMatching(file === 'page-frame.tsx' ? /^page-frame\.tsx:1:1 unreadable: / : /^page-frame\.tsx:2:23 unknown-import: /)]);
  });

  it('is told of a loop that fills the memory before the system ends the program', async () => {
    const { lines } = await told(footer('const all = []; for (;;) all.push(page);'), undefined, { memory: 0 });
    expect(lines).toEqual([expect.stringMatching(/^page-frame\.tsx:3:\d+ template-endless: .*filled the memory/)]);
  });

  it('does not keep the next build from being made', async () => {
    await told(footer('while (true);\n  return null;'));
    expect(
      await told(
        drawing('<Decoration as="Footer" style={{ position: "absolute", left: 20, bottom: 20 }}><Words type="furniture">{title}</Words></Decoration>'),
      ),
    ).toEqual({ lines: [], hints: '', built: true });
  });
});

it('takes what the program’s own components say', async () => {
  const { lines, built } = await told({
    'blocks/question.tsx': `${KIT}export const Question = ({ name }) => <Box flow={{ split: true }} rules={{ kind: 'box', leading: 0, width: 0.5, color: '#000000' }}><TextField name={name} label="x" lines={2} grow={Infinity} /></Box>;\n`,
  });
  expect(lines).toEqual([]);
  expect(built).toBe(true);
});

describe('what does nothing', () => {
  it.each([
    ['a file with a misspelt name', { 'coverr.tsx': 'export const Cover = () => null;\n' }, /^coverr\.tsx:1:1 unused-file: /, /"cover\.tsx"/],
    [
      'a misspelt kind of block',
      { 'blocks/queston.tsx': 'export const Question = () => null;\n' },
      /^blocks\/queston\.tsx:1:1 unused-file: /,
      /"blocks\/question\.tsx"/,
    ],
    [
      'a second component in a file',
      { 'page-frame.tsx': 'export const PageFrame = () => null;\nexport const Cover = () => null;\n' },
      /^page-frame\.tsx:2:14 unused-component: expected Cover in cover\.tsx/,
      /move it to cover\.tsx/,
    ],
  ] as const)('is told: %s', async (_, files, line, hint) => {
    const { lines, hints, built } = await told(files);
    expect(lines).toEqual([expect.stringMatching(line)]);
    expect(hints).toMatch(hint);
    expect(built).toBe(true);
  });

  it('is not said of parts in folders, of types and of a file that template.tsx imports', async () => {
    const { lines, built } = await told({
      'parts/frame.tsx': `${KIT}export const Frame = () => null;\n`,
      'kit.d.ts': 'export {};\n',
      'words.ts': 'export interface Words { title: string }\n',
      'cover.tsx': "import type { Words } from './words';\nexport const First = (_: Words) => null;\n",
      'template.tsx':
        "import { First } from './cover.tsx';\nimport { Frame } from './parts/frame.tsx';\nexport default { Contents: () => null, PageFrame: Frame, Notes: First };\n",
    });
    expect(lines).toEqual([]);
    expect(built).toBe(true);
  });
});
