/** `mendbook template list`, `new` and `eject`, in folders of their own. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eject } from '../../../src/commands/template/eject.ts';
import { list } from '../../../src/commands/template/list.ts';
import { newTemplate } from '../../../src/commands/template/new.ts';
import { PLACES } from '../../../src/template/component-places.ts';
import { LEAF_KINDS } from '../../../src/template/merge-templates.ts';
import { Builder } from '../../../src/builder/builder.ts';
import { Capture } from '../capture.ts';
import { recordedTrust } from '../../../src/trust/trust.ts';
import { trust } from '../../../src/commands/template/trust.ts';

let home = '';
let cwd = '';
let count = 0;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mendbook-templates-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));
beforeEach(async () => {
  cwd = path.join(home, `${(count += 1)}`);
  await mkdir(cwd);
});

type Ran = { code: number; stdout: string; stderr: string };
const run = async (command: (streams: { cwd: string; stdout: Capture; stderr: Capture }) => Promise<number>): Promise<Ran> => {
  const [stdout, stderr] = [new Capture(), new Capture()];
  return { code: await command({ cwd, stdout, stderr }), stdout: stdout.text, stderr: stderr.text };
};
const make = (name: string, parent = 'calm') => run((streams) => newTemplate({ name, extends: parent, ...streams }));
const take = (component?: string, into?: string) => run((streams) => eject({ ...(component ? { component } : {}), ...(into ? { into } : {}), ...streams }));
const write = async (file: string, text: string): Promise<void> => {
  await mkdir(path.dirname(path.join(cwd, file)), { recursive: true });
  await writeFile(path.join(cwd, file), text);
};
const read = (file: string) => readFile(path.join(cwd, file), 'utf8');
/** A book with a block of every kind, as a counselor gets it: no component goes unseen. */
const BOOK = fileURLToPath(new URL('../../fixtures/every-kind', import.meta.url));
const pdfWith = async (template: string): Promise<Buffer> => {
  const { pdf, diagnostics } = await new Builder({ trust: recordedTrust() }).build({
    cwd,
    workbook: BOOK,
    lang: 'en',
    template,
    paper: 'letter',
    for: 'both',
    relationship: 'other',
    edition: 'counselor',
    country: 'us',
  });
  if (!pdf) throw new Error(JSON.stringify(diagnostics));
  return pdf.bytes;
};

/** As calm makes it. A copy says that a template of one's own made it, and never which: this one only extends calm. */
const pdfAsCalm = async (): Promise<Buffer> => {
  await write('templates/as-calm/theme.yaml', 'extends: calm\n');
  return pdfWith('templates/as-calm');
};

describe('template list', () => {
  it('lists the shipped templates and those in templates/, with what each is for, on stdout', async () => {
    await write('templates/mine/theme.yaml', 'extends: calm\nabout: For my own clients.\n');
    const { code, stdout } = await run((streams) => list({ format: 'human', ...streams }));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^calm +Quiet, roomy and serious/m);
    expect(stdout).toMatch(/^templates\/mine +For my own clients\.$/m);
  });

  it('gives the same as JSON to programs', async () => {
    await write('templates/mine/theme.yaml', 'extends: calm\n');
    const { stdout } = await run((streams) => list({ format: 'json', ...streams }));
    expect(JSON.parse(stdout)).toEqual(
      expect.arrayContaining([
        { template: 'calm', about: expect.any(String), folder: expect.any(String), shipped: true },
        { template: 'templates/mine', about: 'extends calm', extends: 'calm', folder: path.join(cwd, 'templates/mine'), shipped: false },
      ]),
    );
  });
});

describe('template new', () => {
  it('writes a folder that builds at once, to the very bytes of its parent', async () => {
    const { code, stderr } = await make('harbor');
    expect([code, stderr.split('\n')[0]]).toEqual([0, 'templates/harbor/theme.yaml extends calm']);
    expect((await readdir(path.join(cwd, 'templates/harbor'))).toSorted()).toEqual(['.mendbook', 'theme.yaml', 'tsconfig.json']);
    expect((await pdfWith('templates/harbor')).equals(await pdfAsCalm())).toBe(true);
  });

  it('has a schema line that leads somewhere', async () => {
    await make('./look');
    const [, file = ''] = /\$schema=(\S+)/.exec(await read('look/theme.yaml')) ?? [];
    expect(JSON.parse(await read(path.join('look', file)))).toMatchObject({ title: expect.stringContaining('theme.yaml') });
  });

  it('offers tokens that change nothing when their lines are taken in, one by one or all', async () => {
    await make('harbor');
    const text = await read('templates/harbor/theme.yaml');
    const offers = text.split('\n').filter((line) => /^# \w+: \{/.test(line));
    expect(offers.length).toBeGreaterThan(8);
    const plain = await pdfAsCalm();
    for (const offer of [...offers, offers.join('\n')]) {
      await write('templates/harbor/theme.yaml', `extends: calm\n${offer.replaceAll(/^# /gm, '')}\n`);
      expect((await pdfWith('templates/harbor')).equals(plain), offer).toBe(true);
    }
  });

  it('extends a template in a folder by a path from the new one', async () => {
    await write('theirs/theme.yaml', 'extends: calm\ncolors: { accent: "#5b3a6e" }\n');
    expect(await make('harbor', './theirs')).toMatchObject({ code: 0 });
    expect(await read('templates/harbor/theme.yaml')).toMatch(/^extends: \.\.\/\.\.\/theirs$/m);
    expect(await read('templates/harbor/theme.yaml')).toContain('accent: "#5b3a6e"');
  });

  it('writes a folder that others may read as they may any new one, and leaves nothing where it cannot', async () => {
    await make('harbor');
    const mode = async (name: string) => (await stat(path.join(cwd, name))).mode;
    expect(await mode('templates/harbor')).toBe(await mode('templates'));
    expect(await make(`./new/${'x'.repeat(300)}`)).toMatchObject({ code: 1, stderr: expect.stringMatching(/cannot write .*: the name is too long/) });
    expect(await readdir(cwd)).toEqual(['templates']);
  });

  it('refuses a folder with anything in it, a file, and a parent that is not there', async () => {
    await write('templates/harbor/mine.txt', 'mine');
    await write('file', '');
    expect(await make('harbor')).toMatchObject({ code: 2, stderr: expect.stringMatching(/found one with mine\.txt in it[^]*nothing is ever written over/) });
    expect(await make('./file')).toMatchObject({ code: 2, stderr: expect.stringMatching(/found a file/) });
    expect(await make('other', 'clam')).toMatchObject({ code: 2, stderr: expect.stringMatching(/did you mean "calm"/) });
    expect(await readdir(path.join(cwd, 'templates'))).toEqual(['harbor']);
  });
});

describe('template eject', () => {
  it('lists the components without a name, a line each', async () => {
    const { code, stdout } = await take();
    expect([code, stdout.split('\n').length]).toEqual([0, PLACES.length + 1]);
    expect(stdout).toMatch(/^Cover +the first page$/m);
    expect(stdout).toMatch(/^question +a question and ruled lines$/m);
  });

  it('refuses a name that nobody knows, and shipped templates', async () => {
    await make('harbor');
    expect(await take('Covr')).toMatchObject({ code: 2, stderr: expect.stringMatching(/found "Covr"[^]*did you mean "Cover"/) });
    expect(await take('Cover', fileURLToPath(new URL('../../../templates/calm', import.meta.url)))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/shipped/),
    });
  });

  it('asks which template is meant where there are two, and for one where there is none', async () => {
    expect(await take('Cover')).toMatchObject({ code: 2, stderr: expect.stringMatching(/mendbook template new/) });
    await make('one');
    await make('two');
    expect(await take('Cover')).toMatchObject({ code: 2, stderr: expect.stringMatching(/--into templates\/one/) });
  });

  it('is tried with a book that has every kind of block', async () => {
    const text = await readFile(path.join(BOOK, 'en/steps/one.yaml'), 'utf8');
    expect(LEAF_KINDS.filter((kind) => !new RegExp(`^ *- ${kind}: `, 'm').test(text))).toEqual([]);
  });

  it.each(PLACES.map(({ name }) => name))('gives the same bytes as the original: %s', async (name) => {
    await make('harbor');
    expect(await take(name)).toMatchObject({ code: 0, stderr: expect.stringMatching(/takes the place of the one in calm/) });
    const place = PLACES.find((one) => one.name === name);
    expect(await read(`templates/harbor/${place?.file}`)).toBe(await readFile(new URL(`../../../templates/calm/${place?.file}`, import.meta.url), 'utf8'));
    expect((await pdfWith('templates/harbor')).equals(await shipped())).toBe(true);
  });

  let once: Promise<Buffer> | undefined;
  const shipped = () => (once ??= pdfAsCalm());

  it('copies no file twice, and passes the types that it brings along', async () => {
    await make('harbor');
    for (const { name } of PLACES) expect(await take(name)).toMatchObject({ code: 0 });
    const tsc = fileURLToPath(new URL('../../../node_modules/.bin/tsc', import.meta.url));
    expect(execFileSync(tsc, ['-p', path.join(cwd, 'templates/harbor')], { encoding: 'utf8' })).toBe('');
    expect((await take('question')).stderr).toMatch(/already-ejected/);
  });

  it('keeps files that differ, and says so', async () => {
    await make('harbor');
    await take('question');
    await write('templates/harbor/parts/ask.tsx', `${await read('templates/harbor/parts/ask.tsx')}\n// mine\n`);
    const { code, stderr } = await take('scale');
    expect([code, await read('templates/harbor/parts/ask.tsx')]).toEqual([0, expect.stringMatching(/\/\/ mine\n$/)]);
    expect(stderr).toMatch(/file-kept.*parts\/ask\.tsx/);
  });

  it('takes what is nearest in the chain: a component of a parent, wherever that keeps it', async () => {
    await write('theirs/theme.yaml', 'extends: calm\n');
    await write(
      'theirs/lib/fancy.tsx',
      "import { Box } from 'mendbook/kit';\nimport { depth } from './depth.ts';\nexport const Fancy = () => <Box style={{ height: depth }} />;\n",
    );
    await write('theirs/lib/depth.ts', 'export const depth = 20;\n');
    await write('theirs/template.tsx', "import { Fancy } from './lib/fancy.tsx';\nexport default { Cover: Fancy, Contents: () => null };\n");
    await write('theirs/page-frame.tsx', 'export const PageFrame = () => null;\n');
    await make('harbor', './theirs');
    // Which file its template.tsx takes a component from is known when that runs.
    expect(await take('Cover')).toMatchObject({ code: 1, stderr: expect.stringMatching(/untrusted-template/) });
    await run((streams) => trust({ folder: 'theirs', ...streams }));
    expect((await take('Cover')).code).toBe(0);
    expect(await read('templates/harbor/cover.tsx')).toBe("export { Fancy as Cover } from './lib/fancy.tsx';\n");
    expect(await read('templates/harbor/lib/depth.ts')).toContain('20');
    expect((await take('PageFrame')).stderr).toMatch(/takes the place of the one in theirs/);
    expect(await take('Contents')).toMatchObject({ code: 1, stderr: expect.stringMatching(/not-ejectable.*inside template\.tsx/) });
    expect((await take('Notes')).stderr).toMatch(/takes the place of the one in calm/);
    expect((await pdfWith('templates/harbor')).equals(await pdfWith('theirs'))).toBe(true);
  });

  it('gives an old folder the files that editors read', async () => {
    await write('old/theme.yaml', 'extends: calm\n');
    await take('Cover', 'old');
    expect((await readdir(path.join(cwd, 'old'))).toSorted()).toEqual(['.mendbook', 'cover.tsx', 'parts', 'theme.yaml', 'tsconfig.json']);
  });
});
