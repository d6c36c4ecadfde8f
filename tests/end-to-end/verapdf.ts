/** Asking veraPDF, whose library comes in an npm package for other ends. */
import path from 'node:path';
import { runWell } from './run.ts';

const jar = new URL('../../node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar', import.meta.url).pathname;
const checker = new URL('PdfUa.java', import.meta.url).pathname;

export interface Verdict {
  file: string;
  compliant: boolean;
  /** How many rules there are, and how many checks they came to. */
  rules?: number;
  checks?: number;
  error?: string;
  failures?: { rule: string; times: number; message: string; at: string[] }[];
}

/** Asks veraPDF about files; a verdict for each, by its name without folder and ending. */
export const validate = async (files: readonly string[]): Promise<Map<string, Verdict>> => {
  const { stdout } = await runWell('java', ['-Xmx2g', '-cp', jar, checker, ...files]);
  const verdicts = stdout.toString('utf8').trim().split('\n').map((line) => JSON.parse(line) as Verdict);
  return new Map(verdicts.map((verdict) => [path.basename(verdict.file, '.pdf'), verdict]));
};
