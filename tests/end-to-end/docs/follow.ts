/** Following a page of the docs as its reader would, in a folder of one's own. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run, runWell } from '../run.ts';
import { changed } from './change.ts';
import { type Act, actsOf } from './page.ts';

/** Commands that wait for somebody to end them. */
const WAITING = /^\s*mendbook (?:preview|build .*--watch)\b/;

const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
/** Numbers differ from run to run; "…" stands for anything. */
const asPattern = (line: string): RegExp =>
  new RegExp(
    squeezed(line)
      .split('…')
      .map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`).replaceAll(/\d+/g, String.raw`\d+`))
      .join('.*'),
  );

/** The PDF that was written last. */
const newestPdf = async (folder: string): Promise<string | undefined> => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.pdf'));
  const dated = await Promise.all(names.map(async (name) => ({ file: path.join(folder, name), time: (await stat(path.join(folder, name))).mtimeMs })));
  return dated.toSorted((a, b) => b.time - a.time)[0]?.file;
};

/** What a reader has at hand. */
export interface Workspace {
  /** Where the page is followed; empty to begin with. */
  folder: string;
  /** The folder that `mendbook` lies in. */
  bin: string;
}

/**
 * Does all that a page says, in order.
 *
 * @param markdown the text of the page
 * @throws Error at the first command that ends otherwise than it should, line that is not printed, or words that the PDF does not show; with the line of the page
 */
export const follow = async (markdown: string, { folder, bin }: Workspace): Promise<void> => {
  const env = { PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, NO_COLOR: '1', HOME: folder };
  let printed = '';
  const doAct = async (act: Act): Promise<void> => {
    if (act.do === 'run') {
      const script = act.script
        .split('\n')
        .filter((line) => !WAITING.test(line))
        .join('\n');
      const { code, stdout, stderr } = await run('bash', ['-e', '-o', 'pipefail', '-c', script], { cwd: folder, env });
      printed = `${stdout.toString('utf8')}${stderr}`;
      if (code !== act.exit) throw new Error(`expected the commands to end with ${act.exit}, found ${code}:\n${script}\n${printed}`);
    } else if (act.do === 'printed') {
      for (const line of act.text.split('\n').filter((each) => each.trim() !== '')) {
        if (!printed.split('\n').some((each) => asPattern(line).test(squeezed(each)))) throw new Error(`expected "${line}" to be printed, found\n${printed}`);
      }
    } else if (act.do === 'expect') {
      const pdf = await newestPdf(folder);
      if (!pdf) throw new Error(`expected a PDF that shows "${act.words}", found none`);
      const text = squeezed((await runWell('pdftotext', [pdf, '-'])).stdout.toString('utf8'));
      if (!text.includes(squeezed(act.words))) throw new Error(`expected ${path.basename(pdf)} to show "${act.words}", found\n${text.slice(0, 3000)}`);
    } else {
      const file = path.join(folder, act.file);
      const before = act.do === 'write' ? '' : await readFile(file, 'utf8');
      await mkdir(path.dirname(file), { recursive: true });
      const after = act.do === 'change' ? changed(before, act.text, act.line) : `${before}${act.text}`;
      await writeFile(file, after);
    }
  };
  const acts = actsOf(markdown);
  // What a page promises at its top holds once all is done.
  const start = acts.findIndex((act) => act.do === 'run');
  const ordered = [...acts.slice(start), ...acts.slice(0, start).filter((act) => act.do === 'expect')];
  for (const act of start < 0 ? acts : [...acts.slice(0, start).filter((each) => each.do !== 'expect'), ...ordered]) {
    await doAct(act).catch((thrown: Error) => {
      throw new Error(`line ${act.at}: ${thrown.message}`, { cause: thrown });
    });
  }
};
