/** What is fuzzed: the YAML of a workbook, a theme, a filled PDF. */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { captureConsole } from '../../src/system/capture-console.ts';
import { isUntouched } from '../../src/output/unchanged-pdf.ts';
import { mutateFont } from './mutate-font.ts';
import { mutatePdf } from './mutate-pdf.ts';
import { mutateTheme } from './mutate-theme.ts';
import { mutateYaml } from './mutate-yaml.ts';
import type { Random } from './random.ts';
import type { Runner } from './runner.ts';
import { SMALL } from './small.ts';
import type { Task } from './task.ts';

/** One case: files were written, and these tasks are to be done with them, each within its limit (milliseconds). */
export interface Case {
  tasks: {
    task: Task;
    limit: number;
    /** Only when the task before it has ended well. */
    whenFine?: boolean;
    /** Looks at what was written when it has ended well; says what is wrong with it. */
    look?: () => Promise<string | undefined>;
  }[];
  /** The files that were changed, to keep when something is wrong; from the working folder. */
  changed: string[];
}

export interface Subject {
  /** Makes what is needed once. */
  prepare(): Promise<void>;
  /** Makes a case; what an earlier one has changed is put right first. */
  make(random: Random): Promise<Case>;
}

const LIMITS = { check: 15_000, build: 60_000, flatten: 20_000, booklet: 20_000 };
const FORMATS = ['human', 'short', 'json'] as const;

const check = (workbook: string, template: string, random: Random): Case['tasks'][number] => ({
  task: { command: 'check', options: { workbook, template, lang: 'en', format: random.pick(FORMATS) } },
  limit: LIMITS.check,
});

const build = (cwd: string, workbook: string, template: string, random: Random, steps?: string): Case['tasks'][number] => ({
  task: {
    command: 'build',
    options: {
      workbook,
      template,
      lang: 'en',
      paper: random.pick(['letter', 'a4', 'a5']),
      for: random.pick(['both', 'broke-trust', 'was-hurt']),
      relationship: 'other',
      edition: random.pick(['client', 'counselor']),
      out: 'out.pdf',
      force: true,
      flat: random.chance(0.3),
      largePrint: random.chance(0.15),
      quiet: random.chance(0.5),
      verbose: random.chance(0.1),
      ...(steps ? { steps } : {}),
    },
  },
  limit: LIMITS.build,
  look: () => lookAtPdf(path.join(cwd, 'out.pdf'), (bytes) => (isUntouched(bytes) ? undefined : 'a PDF that takes itself for changed')),
});

/** A PDF that was written is whole, and can be read. */
const lookAtPdf = async (file: string, more: (bytes: Buffer, document: PDFDocument) => string | undefined): Promise<string | undefined> => {
  const bytes = await readFile(file);
  if (bytes.subarray(0, 5).toString() !== '%PDF-' || !/%%EOF\s*$/.test(bytes.subarray(-8).toString('latin1'))) return 'a PDF that is not whole';
  try {
    const { result: document } = await captureConsole(() => PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true }));
    return document.getPageCount() === 0 ? 'a PDF without pages' : more(bytes, document);
  } catch (thrown) {
    return `a PDF that cannot be read: ${String(thrown)}`;
  }
};

/** The YAML of a workbook: mostly the shipped one for `check`; a small one with every kind of block, which is built, too. */
export const yamlSubject = (root: string, cwd: string): Subject => {
  const files = new Map<string, Buffer>();
  let dirty: string[] = [];
  const read = async (folder: string): Promise<void> => {
    for (const entry of await readdir(path.join(cwd, folder), { withFileTypes: true, recursive: true })) {
      if (!entry.name.endsWith('.yaml')) continue;
      const file = path.relative(cwd, path.join(entry.parentPath, entry.name));
      files.set(file, await readFile(path.join(cwd, file)));
    }
  };
  return {
    async prepare() {
      await cp(path.join(root, 'content/rebuilding-trust/en'), path.join(cwd, 'shipped/en'), { recursive: true });
      await writeSmall(path.join(cwd, 'small'));
      await read('shipped');
      await read('small');
    },
    async make(random) {
      for (const file of dirty) await writeFile(path.join(cwd, file), files.get(file) ?? '');
      const workbook = random.chance(0.5) ? 'shipped' : 'small';
      const own = [...files.keys()].filter((file) => file.startsWith(`${workbook}/`));
      dirty = [];
      for (let count = random.few(1, 2); count > 0; count -= 1) {
        const file = random.pick(own);
        dirty.push(file);
        await writeFile(path.join(cwd, file), mutateYaml(files.get(file) as Buffer, random));
      }
      // The shipped one is large: it is built now and then, a step of it.
      const isSmall = workbook === 'small';
      const built = random.chance(isSmall ? 0.6 : 0.1)
        ? [{ ...build(cwd, workbook, 'calm', random, isSmall ? undefined : String(1 + random.below(7))), whenFine: random.chance(0.85) }]
        : [];
      return { tasks: [check(workbook, 'calm', random), ...built], changed: dirty };
    },
  };
};

/** Themes, on a small workbook. */
export const themeSubject = (root: string, cwd: string): Subject => {
  let source: Buffer;
  return {
    async prepare() {
      source = await readFile(path.join(root, 'templates/calm/theme.yaml'));
      await mkdir(path.join(cwd, 'mine'), { recursive: true });
      await writeSmall(path.join(cwd, 'small'));
    },
    async make(random) {
      const extended = random.chance(0.7) ? `extends: calm\n${source.toString('utf8').replace(/^extends:.*\n/m, '')}` : source.toString('utf8');
      await writeFile(path.join(cwd, 'mine/theme.yaml'), mutateTheme(Buffer.from(extended), random));
      return { tasks: [check('small', './mine', random), { ...build(cwd, 'small', './mine', random), whenFine: true }], changed: ['mine/theme.yaml'] };
    },
  };
};

/** The fonts of a theme, each for some of its uses. */
const FONTS = [
  '@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
];
const USES = ['title: f.ttf', 'field: f.ttf', 'text: { regular: f.ttf }', 'text: { regular: f.ttf, bold: f.ttf }\n  title: f.ttf\n  field: f.ttf'];

/** Themes with a font of their own, on a small workbook. */
export const fontSubject = (root: string, cwd: string): Subject => {
  let sources: Buffer[] = [];
  return {
    async prepare() {
      sources = await Promise.all(FONTS.map((font) => readFile(path.join(root, 'node_modules', font))));
      await mkdir(path.join(cwd, 'lettered'), { recursive: true });
      await writeSmall(path.join(cwd, 'small'));
    },
    async make(random) {
      await writeFile(path.join(cwd, 'lettered/theme.yaml'), `extends: calm\nfonts:\n  ${random.pick(USES)}\n`);
      await writeFile(path.join(cwd, 'lettered/f.ttf'), mutateFont(random.pick(sources), random));
      // A font that keeps its trial busy is ended after half a minute.
      const tasks = [
        { ...check('small', './lettered', random), limit: 45_000 },
        { ...build(cwd, 'small', './lettered', random), whenFine: true },
      ];
      return { tasks, changed: ['lettered/theme.yaml', 'lettered/f.ttf'] };
    },
  };
};

/** PDFs that were filled in, or are to be printed, and then damaged. */
export const pdfSubject = (cwd: string, runner: Runner): Subject => {
  const sources: Buffer[] = [];
  let print: Buffer;
  return {
    async prepare() {
      await writeSmall(path.join(cwd, 'small'));
      const make = async (flat: boolean): Promise<Buffer> => {
        const options = {
          workbook: 'small',
          template: 'calm',
          lang: 'en',
          paper: 'a5',
          for: 'both',
          relationship: 'other',
          edition: 'client',
          out: 'blank.pdf',
          force: true,
          quiet: true,
          flat,
        } as const;
        const made = await runner.run({ command: 'build', options }, LIMITS.build);
        if (!('code' in made) || made.code !== 0) throw new Error(`the small workbook cannot be built: ${JSON.stringify(made)}`);
        return readFile(path.join(cwd, 'blank.pdf'));
      };
      print = await make(true);
      const blank = await make(false);
      sources.push(
        await filled(blank, { useObjectStreams: false }),
        await filled(blank, { useObjectStreams: true }),
        await filled(blank, { useObjectStreams: false }, 60),
      );
      await rm(path.join(cwd, 'blank.pdf'));
    },
    async make(random) {
      const toPrint = random.chance(0.25);
      await writeFile(path.join(cwd, 'filled.pdf'), mutatePdf(toPrint ? print : random.pick(sources), random));
      const files = { file: 'filled.pdf', out: 'out.pdf', force: true, quiet: random.chance(0.5) };
      const out = path.join(cwd, 'out.pdf');
      const booklet: Case['tasks'][number] = {
        task: { command: 'booklet', options: { ...files, sheetThickness: 0.1 } },
        limit: LIMITS.booklet,
        look: () => lookAtPdf(out, () => undefined),
      };
      const flatten: Case['tasks'][number] = {
        task: { command: 'flatten', options: files },
        limit: LIMITS.flatten,
        look: () => lookAtPdf(out, (_, { catalog }) => (catalog.get(PDFName.of('AcroForm')) ? 'a form that is still there' : undefined)),
      };
      return { tasks: toPrint ? [booklet] : [flatten], changed: ['filled.pdf'] };
    },
  };
};

const writeSmall = async (folder: string): Promise<void> => {
  for (const [name, text] of Object.entries(SMALL)) {
    const file = path.join(folder, 'en', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
};

const WORDS = ['I said so. ', 'Łódź, Αθήνα, Київ — “q” ', '日本 ✓ 😀 ', 'One line,\nthen another. ', ''];

/** Fills in every field by hand; `times` longer than it takes, perhaps. */
const filled = async (blank: Buffer, options: { useObjectStreams: boolean }, times = 1): Promise<Buffer> => {
  const document = await PDFDocument.load(blank, { updateMetadata: false });
  let index = 0;
  for (const page of document.getPages()) {
    for (const entry of page.node.Annots()?.asArray() ?? []) {
      const field = document.context.lookup(entry, PDFDict);
      const kind = field.get(PDFName.of('FT'));
      index += 1;
      if (kind === PDFName.of('Tx')) field.set(PDFName.of('V'), PDFHexString.fromText((WORDS[index % WORDS.length] ?? '').repeat(times)));
      else if (kind === PDFName.of('Btn') && index % 2 === 0) for (const key of ['V', 'AS']) field.set(PDFName.of(key), PDFName.of('Yes'));
    }
  }
  return Buffer.from(await document.save({ updateFieldAppearances: false, ...options }));
};
