/** A place to make mistakes in: a folder with a workbook of one step, and the commands and functions that tell of them. */
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Builder, type BuilderOptions, type BuilderSettings } from '../../../src/builder/builder.ts';
import { check } from '../../../src/commands/check.ts';
import type { Streams } from '../../../src/commands/streams.ts';
import type { DIAGNOSTIC_CODES } from '../../../src/diagnostics/codes.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { EVERYTHING } from '../../../src/trust/trust.ts';
import { Capture } from '../../commands/capture.ts';

/** What is told, as authors see it. */
export type Told = Pick<Diagnostic, 'code' | 'severity' | 'message'>;

/** Makes one mistake, and gives all that is told of it by the program's own functions. */
export type Mistake = (place: Place) => Promise<readonly Told[]> | readonly Told[];

/** A mistake for every code of a group: the compiler names those that are missing. */
export type Mistakes<Group extends keyof typeof DIAGNOSTIC_CODES> = Record<(typeof DIAGNOSTIC_CODES)[Group][number], Mistake>;

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures');

/** What a build of the workbook asks for. */
const OPTIONS = {
  workbook: 'book',
  lang: 'en',
  template: 'calm',
  paper: 'letter',
  for: 'both',
  relationship: 'other',
  edition: 'client',
  country: 'us',
} as const;

type Files = Record<string, string | Uint8Array>;

export class Place {
  /** Absolute path of the folder. */
  readonly home: string;

  private constructor(home: string) {
    this.home = home;
  }

  static async make(): Promise<Place> {
    const place = new Place(await realpath(await mkdtemp(path.join(tmpdir(), 'mendbook-mistake-'))));
    await place.write({ 'book/en/workbook.yaml': 'title: A small book\nlanguage: en\ndate: 2026-01-31\nsteps: [look]\n' });
    await place.blocks('- question: What happened?\n  id: what\n');
    return place;
  }

  path(name: string): string {
    return path.join(this.home, name);
  }

  async write(files: Files): Promise<void> {
    for (const [name, contents] of Object.entries(files)) {
      await mkdir(path.dirname(this.path(name)), { recursive: true });
      await writeFile(this.path(name), contents);
    }
  }

  /** Replaces the blocks of the one step. */
  async blocks(blocks: string): Promise<void> {
    await this.write({ 'book/en/steps/look.yaml': `title: Look back\npurpose: See what happened.\nblocks:\n${blocks.replaceAll(/^(?=.)/gm, '  ')}` });
  }

  /** Replaces the workbook by one of the fixtures. */
  async fixture(name: string): Promise<void> {
    await rm(this.path('book'), { recursive: true });
    await cp(path.join(FIXTURES, name), this.path('book'), { recursive: true });
  }

  /** A template in the folder `look`. */
  async template(files: Files, theme = 'extends: calm\n'): Promise<void> {
    await this.write(Object.fromEntries(Object.entries({ 'theme.yaml': theme, ...files }).map(([name, contents]) => [`look/${name}`, contents])));
  }

  /** What `mendbook check` tells, suggestions too. */
  async check(options: { workbook?: string; lang?: string; template?: string; country?: string; packet?: string } = {}): Promise<Told[]> {
    const stdout = new Capture();
    await check({ ...OPTIONS, ...options, cwd: this.home, format: 'json', stdout, stderr: new Capture() });
    return JSON.parse(stdout.text) as Told[];
  }

  /** What is told before anything is laid out. */
  async prepare(options: Partial<BuilderOptions> = {}): Promise<readonly Told[]> {
    return (await new Builder().prepare({ ...OPTIONS, ...options, cwd: this.home })).diagnostics;
  }

  /** What is told of the whole making of a PDF. */
  async build(options: Partial<BuilderOptions> = {}, settings: BuilderSettings = {}): Promise<readonly Told[]> {
    return (await new Builder({ trust: EVERYTHING, ...settings }).build({ ...OPTIONS, ...options, cwd: this.home })).diagnostics;
  }

  /** What a command tells on stderr. */
  async run(command: (streams: Streams) => Promise<unknown>): Promise<Told[]> {
    const stderr = new Capture();
    await command({ cwd: this.home, stdout: new Capture(), stderr });
    return [...stderr.text.matchAll(/^(error|warning)\[([a-z0-9-]+)\]: (.*)$/gm)].map(([, severity, code, message]) => ({ severity, code, message }) as Told);
  }

  remove(): Promise<void> {
    return rm(this.home, { recursive: true, force: true });
  }
}
