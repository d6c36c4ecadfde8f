/** Plans a batch: who gets which file. Everything that can be wrong is found here, before anything is written. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { unshownName } from '../builder/make-edition.ts';
import type { AskedCopy } from '../list/asked-copies.ts';
import type { Cell, Row } from '../list/rows.ts';
import type { AskedOptions } from '../options/option-values.ts';
import type { BuiltWorkbook } from '../refill/whose-answers.ts';
import { EXPECTED_PASSWORD, faultOfPassword } from '../protection/password.ts';
import { faultOfName } from '../system/file-names.ts';
import { checkAnswers, faultsOfFill } from './given-words.ts';
import { type CopyState, isDue, stateOf, warningOfKept } from './copy-state.ts';
import { bookKey, type Books, type BuiltBook } from './books.ts';
import { folderOfClient, nameOfCopy } from './file-pattern.ts';
import { type AnsweredCopy, sharedAnswers } from './shared-answers.ts';
import { warningsOfSharedFolders } from './shared-folders.ts';
import { placesOf } from './place-of-problem.ts';

export interface PlannedCopy {
  asked: AskedCopy;
  /** The key of its book. */
  key: string;
  /** Absolute path. */
  target: string;
  pages: number;
  fields: number;
  state: CopyState;
  /** What its record says of it. */
  copy: { id?: string; digest: string };
}

export interface Plan {
  copies: PlannedCopy[];
  diagnostics: Diagnostic[];
  sources: SourceFile[];
  /** What is worth a thought about the copies, each once. */
  notes: Set<string>;
  /** The rows whose copies are for both readers, and nobody has asked for that by an option of the command. */
  forBoth: Row[];
  /** Whether only the options were wrong. */
  wrongUsage: boolean;
}

export interface PlanOptions {
  /** Absolute path of the folder of the output. */
  folder: string;
  pattern?: string | undefined;
  /** The copies that the whole list asks for, in this run or not: left out, those that are planned. */
  all?: readonly AskedCopy[] | undefined;
  /** The options of the command line, which hold where a row says nothing. */
  usual: AskedOptions;
  /** A folder for each client. */
  folders?: boolean | undefined;
  /** Makes copies anew that are as they were. */
  force?: boolean | undefined;
  /** The workbook that is built. */
  workbook: BuiltWorkbook;
  signal?: AbortSignal | undefined;
  /** Called when a book has been built, with the number of those that are done. */
  progress?: ((done: number, of: number) => void) | undefined;
}

/**
 * Plans the copies of a list.
 *
 * @throws the reason of the signal, when it was aborted
 */
export const planBatch = async (asked: readonly AskedCopy[], books: Books, options: PlanOptions): Promise<Plan> => {
  const plan: Plan = { copies: [], diagnostics: [], sources: [], notes: new Set(), forBoth: [], wrongUsage: false };
  const drafts = await draftCopies(asked, books, plan, options);
  const targets = new Map<string, AskedCopy>();
  for (const copy of asked) {
    const { planned, diagnostics = [] } = drafts.get(copy) ?? {};
    plan.diagnostics.push(...diagnostics.filter((one) => one.at ?? !plan.diagnostics.some(({ message }) => message === one.message)));
    if (!planned) continue;
    const twin = targets.get(samePlace(planned.target));
    if (twin) plan.diagnostics.push(twoOfOneFile(copy, twin, planned.target));
    else {
      targets.set(samePlace(planned.target), copy);
      plan.copies.push(planned);
    }
  }
  const answered = asked.flatMap((copy) => drafts.get(copy)?.answered ?? []);
  plan.diagnostics.push(
    ...sharedAnswers(answered, options.all ?? asked),
    ...(options.folders ? warningsOfSharedFolders(plan.copies) : []),
    ...warningOfKept(plan.copies),
  );
  return plan;
};

/** A copy as it would be written, and what is wrong with it. */
interface Draft {
  planned?: PlannedCopy;
  /** Given where it has answers that can be read. */
  answered?: AnsweredCopy;
  diagnostics: Diagnostic[];
}

/**
 * Builds every book once, tells what is wrong with one at each row that asks for it, and plans its copies: of the book itself nothing is kept
 * then, since a list may have thousands.
 */
const draftCopies = async (asked: readonly AskedCopy[], books: Books, plan: Plan, options: PlanOptions): Promise<Map<AskedCopy, Draft>> => {
  const { signal, progress } = options;
  const byKey = new Map<string, AskedCopy[]>();
  for (const copy of asked) {
    const key = bookKey(copy);
    byKey.set(key, [...(byKey.get(key) ?? []), copy]);
  }
  const drafts = new Map<AskedCopy, Draft>();
  const told = new Set<string>();
  const files = new Set<string>();
  let done = 0;
  for (const [key, copies] of byKey) {
    const [first] = copies as [AskedCopy];
    const { book, diagnostics, sources, wrongUsage } = await books.of(first, signal);
    plan.sources.push(...sources.filter(({ file }) => !files.has(file)));
    for (const { file } of sources) files.add(file);
    for (const one of diagnostics) {
      for (const { placed, ofCommand } of placesOf(one, copies, { usual: options.usual, wrongUsage })) {
        plan.wrongUsage ||= ofCommand && one.severity === 'error';
        // A book shares its files with others, and so their problems.
        const known = JSON.stringify(placed);
        if (!told.has(known)) plan.diagnostics.push(placed);
        told.add(known);
      }
    }
    if (book?.paper !== undefined) plan.notes.add(book.paper);
    if (book?.reader === 'both' && options.usual.for === undefined) plan.forBoth.push(...copies.map(({ row }) => row));
    if (book) for (const copy of copies) drafts.set(copy, await draftOf(copy, key, book, options));
    progress?.((done += 1), byKey.size);
  }
  return drafts;
};

const draftOf = async (copy: AskedCopy, key: string, book: BuiltBook, options: PlanOptions): Promise<Draft> => {
  const returned = await checkAnswers(copy, book, options.workbook);
  const diagnostics = [...faultsOfWords(copy, book), ...(await faultsOfLongName(copy, book, options)), ...returned.diagnostics];
  const target = targetOf(copy, book, options, diagnostics);
  if (target === undefined) return { diagnostics };
  // Answers stay with the sign of their client.
  const id = copy.id ?? returned.said?.id;
  const about = { ...(id === undefined ? {} : { id }), digest: digestOf(copy, book, returned.digest) };
  const whose = { for: book.reader, id, ...(copy.answers ? { answers: returned.said ?? {} } : {}) };
  const expected = { digest: about.digest, password: copy.password, folders: book.folders, force: options.force ?? false, whose };
  const { state, blocked } = await stateOf(target, expected);
  // What is wrong with the folder of the output no row has caused: its message does not name the file of the copy.
  diagnostics.push(...blocked.map((one) => (one.message.includes(target) ? { ...one, at: copy.row.at } : one)));
  const { answers } = copy;
  return {
    planned: { asked: copy, key, target, pages: book.pages, fields: book.fields.length, state, copy: about },
    ...(answers && returned.digest !== undefined ? { answered: { asked: { ...copy, answers }, said: returned.said?.id, isDue: isDue({ state }) } } : {}),
    diagnostics,
  };
};

/** Names with so many letters, or a word with so many, may not fit on the cover: whether one does is seen when it is laid out. */
const LONG_NAME = 60;
const LONG_WORD = 20;

/** What is wrong with a name that the cover has no room for. */
const faultsOfLongName = async ({ row, options: { name = '' } }: AskedCopy, { copies, canShow }: BuiltBook, { signal }: PlanOptions): Promise<Diagnostic[]> => {
  const isLong = name.length > LONG_NAME || name.split(/\s+/).some((word) => word.length > LONG_WORD);
  if (!isLong || unshownName(name, canShow).length > 0) return [];
  const { pdf, diagnostics } = await copies.copy({ name }, signal);
  const at = row.cells.get('name')?.at ?? row.at;
  return pdf
    ? []
    : diagnostics
        .filter(({ severity }) => severity === 'error')
        .map((one) => ({ ...one, at, hints: ['the cover has no room for this name: write it shorter'] }));
};

/** What is wrong with the words of one copy. */
const faultsOfWords = (copy: AskedCopy, book: BuiltBook): Diagnostic[] => {
  const { row, options, password } = copy;
  const name = unshownName(options.name ?? '', book.canShow).map((one) => ({ ...one, at: row.cells.get('name')?.at ?? row.at }));
  const fault = password === undefined ? undefined : faultOfPassword(password);
  return [
    ...name,
    ...(fault === undefined
      ? []
      : [
          error(
            'wrong-password',
            `expected ${EXPECTED_PASSWORD}, found ${fault}`,
            row.cells.get('password')?.at ?? row.at,
            'a few words that are easy to type are long enough',
          ),
        ]),
    ...faultsOfFill(copy, book),
  ];
};

/** The file of a copy; nothing where it cannot be written there. */
const targetOf = (
  { row, options, words, file }: AskedCopy,
  { fileName }: BuiltBook,
  { folder, pattern, folders }: PlanOptions,
  told: Diagnostic[],
): string | undefined => {
  if (file) {
    const fault = faultOfFile(file);
    if (fault) told.push(fault);
    return fault ? undefined : path.join(folder, file.text.toLowerCase().endsWith('.pdf') ? file.text : `${file.text}.pdf`);
  }
  const discreet = options.discreet ?? false;
  const called = { words, row: row.number, book: fileName.replace(/\.pdf$/, ''), role: options.for, discreet };
  return path.join(folder, ...(folders ? [folderOfClient(pattern, called, options.name)] : []), nameOfCopy(pattern, called));
};

/** What is wrong with a file that a row names. */
const faultOfFile = ({ text, at }: Cell): Diagnostic | undefined => {
  const parts = text.split(/[\\/]/);
  const fault =
    /^(?:[a-z]:|[\\/])/i.test(text) || parts.includes('..')
      ? 'a place outside of it'
      : parts.map((part) => (part === '.' || part === '' ? 'a part without a name' : faultOfName(part))).find(Boolean);
  return fault
    ? error(
        'wrong-value',
        `expected a file from the folder of the output, found ${fault}: "${text}"`,
        at,
        'write it as ana/december.pdf, in letters that every system allows',
      )
    : undefined;
};

/** Disks may take large and small letters, and letters with composed and decomposed marks, as equal. */
const samePlace = (target: string): string => target.normalize('NFC').toLowerCase();

const twoOfOneFile = ({ row, file }: AskedCopy, twin: AskedCopy, target: string): Diagnostic =>
  error(
    'two-of-one-file',
    `expected a file of its own for each copy, found ${path.basename(target)} for row ${row.number} and for row ${twin.row.number}`,
    file?.at ?? row.at,
    'tell them apart: --name-pattern "{name} {row}", a column that differs such as {session}, --folders, or a column "file"',
  );

/** A digest of all that a copy is made from. */
const digestOf = ({ options, id, fill, password }: AskedCopy, { digest }: BuiltBook, answers: string | undefined): string => {
  const filled = [...fill].map(([field, { text }]) => [field, text]);
  const parts = [digest, options.name ?? null, id ?? null, filled, password !== undefined, ...(answers === undefined ? [] : [answers])];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
};
