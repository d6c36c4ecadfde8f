/** Asking veraPDF, whose library comes in an npm package for other ends. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const jar = fileURLToPath(new URL('../node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar', import.meta.url));
const checker = fileURLToPath(new URL('PdfUa.java', import.meta.url));
/** A compiler that thinks less and a collector of one thread take half the time: each rule runs for a few seconds in all. */
const JAVA = ['-Xmx2g', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

export interface Verdict {
  file: string;
  compliant: boolean;
  /** How many rules there are, and how many checks they came to. */
  rules?: number;
  checks?: number;
  error?: string;
  failures?: { rule: string; times: number; message: string; at: string[] }[];
}

export type Profile = 'PDFUA-1' | 'PDFA-2A';

/** One process for all files of a run: it has to learn the rules once. It ends when its stdin does, with this process. */
class Checker {
  readonly #child;
  readonly #waiting: { resolve(verdict: Verdict): void; reject(error: Error): void }[] = [];
  #said = '';

  constructor(profile: Profile) {
    this.#child = spawn('java', [...JAVA, `-Dprofile=${profile}`, '-cp', jar, checker], { stdio: ['pipe', 'pipe', 'pipe'] });
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.#waiting.shift()?.resolve(JSON.parse(line) as Verdict));
    this.#child.stderr.on('data', (chunk: Buffer) => {
      this.#said += chunk.toString();
    });
    this.#child.on('error', (error) => this.#fail(error));
    this.#child.on('exit', (code) => this.#fail(new Error(`java ended with ${code}\n${this.#said}`)));
    // Nobody waits for it but those who ask.
    this.#child.unref();
  }

  ask(file: string): Promise<Verdict> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#child.stdin.write(`${file}\n`);
    });
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}

const checking = new Map<Profile, Checker>();

/** Asks veraPDF about one file. @param profile what it is held against: PDF/UA-1, or PDF/A-2a */
export const verdictOn = (file: string, profile: Profile = 'PDFUA-1'): Promise<Verdict> => {
  const known = checking.get(profile) ?? new Checker(profile);
  checking.set(profile, known);
  return known.ask(file);
};

/** Asks veraPDF about files; a verdict for each, by its name without folder and ending. */
export const validate = async (files: readonly string[]): Promise<Map<string, Verdict>> => {
  const verdicts = await Promise.all(files.map((file) => verdictOn(file)));
  return new Map(verdicts.map((verdict) => [path.basename(verdict.file, '.pdf'), verdict]));
};
