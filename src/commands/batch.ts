/** `mendbook batch`: makes the copies of a list. */
import path from 'node:path';
import { planBatch, type Plan, type PlannedCopy } from '../batch/plan.ts';
import { Books } from '../batch/books.ts';
import { faultsOfPattern } from '../batch/file-pattern.ts';
import { variableNames } from '../batch/variable-names.ts';
import { writeCopies } from '../batch/write-copies.ts';
import { Builder } from '../builder/builder.ts';
import type { BuildRequest } from '../builder/resolve-options.ts';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { askedCopies } from '../list/asked-copies.ts';
import { columnsOf } from '../list/columns.ts';
import { compareRows, rowsWithoutRole } from '../list/compare-rows.ts';
import { withoutPasswords } from '../list/hide-passwords.ts';
import { readList } from '../list/read-list.ts';
import type { List } from '../list/rows.ts';
import { withCells } from '../list/spreadsheet-cells.ts';
import { type RowChoice, selectRows } from '../list/select-rows.ts';
import { type AskedOptions, OPTION_NAMES } from '../options/option-values.ts';
import { shellText, shellWord } from '../system/shell-quote.ts';
import { BatchProgress } from './batch-progress.ts';
import { batchJson, dryRunTable, summarizeBatch } from './batch-report.ts';
import { exitCodeOf } from './exit-code.ts';
import { type PasswordOptions, Passwords } from './passwords.ts';
import { type Streams, tell } from './streams.ts';
import { templateTrust, type TrustOptions } from './template-trust.ts';
import { protectWords, typedWords } from './typed-options.ts';

export interface BatchOptions extends BuildRequest, RowChoice, Streams, Omit<PasswordOptions, 'stdin'>, TrustOptions {
  /** The list. */
  list: string;
  /** The folder of the output; left out, `out/<name of the list>/`. */
  out?: string;
  namePattern?: string;
  folders?: boolean;
  /** Encrypts every copy: those without a password of their own with one from the file descriptor or the terminal. */
  protect?: boolean;
  dryRun?: boolean;
  force?: boolean;
  /** Whether the command line names no workbook: the shipped one is built. */
  unnamed?: boolean;
  quiet?: boolean;
  format?: 'human' | 'json';
  /** Ends the batch between two copies. */
  signal?: AbortSignal;
}

/** The exit code of a program that SIGINT has ended (128 + 2). */
const INTERRUPTED = 130;

/** What was read and checked of a list. */
interface Checked {
  list: List;
  plan: Plan;
  books: Books;
  sources: SourceFile[];
  wrongUsage: boolean;
}

/**
 * Makes the copies of a list. Nothing is written when a row has an error.
 *
 * @returns the exit code: 0 done, 1 errors in the list, the workbook or the output, 2 wrong usage, 130 interrupted
 */
export const batch = async (options: BatchOptions): Promise<number> => {
  const began = performance.now();
  const { cwd, stdout, quiet, signal, dryRun, format } = options;
  const progress = new BatchProgress(options.stderr, quiet || format === 'json');
  const folder = path.resolve(cwd, options.out ?? path.join('out', path.parse(options.list).name));
  const made: PlannedCopy[] = [];
  let checked: Checked | undefined;
  const asked = options.protect || options.passwordFd !== undefined ? await new Passwords(options).forNew() : undefined;
  if (asked && asked.password === undefined) {
    await tell(asked.diagnostics, [], options);
    return 2;
  }
  try {
    checked = await check(options, { folder, progress, password: asked?.password });
    const { plan, books } = checked;
    let code: number = exitCodeOf(plan.diagnostics, checked.wrongUsage);
    if (code === 0 && !dryRun) {
      const written = (copy: PlannedCopy, done: number, of: number): void => {
        made.push(copy);
        progress.written(copy.target, done, of, cwd);
      };
      const run = await writeCopies(plan.copies, books, { stdout, signal, written });
      plan.diagnostics.push(...run.diagnostics);
      if (run.diagnostics.some(isError)) code = 1;
    }
    progress.end();
    plan.diagnostics = withCells(plan.diagnostics, checked.list);
    const report = { plan, made, seconds: (performance.now() - began) / 1000, cwd, dryRun: dryRun ?? false, failed: code !== 0 };
    if (format === 'json') stdout.write(batchJson(report, checked.sources));
    else {
      await tell(plan.diagnostics, checked.sources, options);
      if (dryRun && code === 0) stdout.write(dryRunTable(report));
      if (!quiet) summarizeBatch(report, options);
    }
    return code;
  } catch (thrown) {
    progress.end();
    if (!signal?.aborted || thrown !== signal.reason) throw thrown;
    if (!quiet && checked) summarizeBatch({ plan: checked.plan, made, seconds: 0, cwd, dryRun: false, failed: true }, options);
    return INTERRUPTED;
  }
};

interface CheckRun {
  /** Absolute path of the folder of the output. */
  folder: string;
  progress: BatchProgress;
  /** Of the copies whose rows give none. */
  password: string | undefined;
}

/** Reads and checks everything; the options of a wrong command are told before the list is read. */
const check = async (options: BatchOptions, { folder, progress, password }: CheckRun): Promise<Checked> => {
  const { cwd, workbook, signal } = options;
  const books = new Books(new Builder({ again: true, talk: options.stderr, trust: await templateTrust(options) }), { cwd, workbook });
  const list = await readList(path.resolve(cwd, options.list));
  const sources = [withoutPasswords(list)];
  const stop = (diagnostics: Diagnostic[], wrongUsage = false): Checked => ({
    list,
    plan: { copies: [], diagnostics, sources: [], notes: new Set(), forBoth: [], wrongUsage },
    books,
    sources,
    wrongUsage,
  });
  const named = faultsOfPattern(options.namePattern ?? '', [...OPTION_NAMES.keys(), ...list.heads.map(({ name }) => name)]);
  if (list.rows.length === 0 && !list.diagnostics.some(isError)) list.diagnostics.push(...noRows(list));
  if (list.rows.length === 0) return stop([...named, ...list.diagnostics], named.length > 0 || list.diagnostics.some(({ code }) => NO_LIST.has(code)));
  const chosen = selectRows(list, options);
  const { columns, diagnostics: heads } = columnsOf(list.heads, await variableNames(workbook, cwd, langsOf(list, options)));
  const { copies, diagnostics: cells } = askedCopies(chosen.rows, columns, usualOf(options));
  const compared = compareRows(list, { chosen: chosen.rows, protect: password !== undefined });
  const found = [...named, ...chosen.diagnostics, ...list.diagnostics, ...heads, ...cells, ...compared];
  const wrongUsage = named.length + chosen.diagnostics.length > 0;
  // Rows that can be read are checked to the end, so that one mistake does not hide the others.
  const plan = await planBatch(
    copies.map((copy) => (password === undefined ? copy : { password, ...copy })),
    books,
    {
      folder,
      pattern: options.namePattern,
      // Rows that are not chosen are compared with; what is wrong with them is told when they are.
      all: askedCopies(list.rows, columns, usualOf(options)).copies,
      usual: usualOf(options),
      folders: options.folders,
      force: options.force,
      workbook: {
        id: path.basename(path.resolve(cwd, workbook)),
        ...(options.unnamed ? { commandFor: (name: string) => commandFor(name, options) } : {}),
      },
      signal,
      progress: (done, of) => progress.checked(done, of),
    },
  );
  plan.diagnostics.unshift(...found, ...rowsWithoutRole(list, plan.forBoth));
  return { list, plan, books, sources: [...sources, ...plan.sources], wrongUsage: wrongUsage || plan.wrongUsage };
};

/** What is said of a list that the command line names wrongly: it is not there, or no list by its name. */
const NO_LIST: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>(['unreadable', 'not-a-file', 'list-ending']);

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

const noRows = ({ source }: List): Diagnostic[] => [
  {
    code: 'empty',
    severity: 'error',
    message: 'expected at least one row below the names of the columns, found none',
    at: { file: source.file, start: 0, end: 0 },
    hints: ['write one row for each copy; mendbook batch --sample writes an example'],
  },
];

/** The options of the command line that a row may say otherwise. */
const usualOf = (options: BatchOptions): AskedOptions =>
  Object.fromEntries([...OPTION_NAMES.values()].flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));

/** The command that makes the same copies of another workbook, as it is typed. */
const commandFor = (workbook: string, options: BatchOptions): string =>
  [
    `mendbook batch ${shellWord(options.list)} ${workbook}`,
    ...(options.out === undefined ? [] : ['-o', shellWord(options.out)]),
    ...(options.folders ? ['--folders'] : []),
    ...(options.namePattern === undefined ? [] : ['--name-pattern', shellText(options.namePattern)]),
    ...typedWords(usualOf(options)),
    ...(options.rows === undefined ? [] : ['--rows', shellWord(options.rows)]),
    ...(options.where ?? []).flatMap((cell) => ['--where', shellText(cell)]),
    ...(options.shard === undefined ? [] : ['--shard', shellWord(options.shard)]),
    ...(options.dryRun ? ['--dry-run'] : []),
    ...(options.force ? ['--force'] : []),
    ...protectWords(options),
  ].join(' ');

/** The languages that copies are asked for in. */
const langsOf = ({ rows }: List, { lang }: BatchOptions): string[] => [...new Set(rows.map(({ cells }) => cells.get('lang')?.text ?? lang ?? 'en'))];
