/** Reads filled copies for `mendbook answers` and the public API. */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { findWorkbook } from '../content/find-workbook.ts';
import { languagesIn } from '../content/workbook-folder.ts';
import { loadWorkbook } from '../content/load.ts';
import { selectEdition } from '../content/edition.ts';
import { questionsOf } from '../builder/questions-of.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import { chooseQuestions, type QuestionChoice } from '../questions/choose.ts';
import type { NamedCopy } from '../questions/formats.ts';
import { type QuestionsOfWorkbook, readAnswers } from '../questions/read-answers.ts';
import { unreadable } from './flatten.ts';
import { readPdf } from './read-pdf.ts';

export interface CopiesRequest extends QuestionChoice {
  /** Paths, from the working folder, or the bytes themselves. */
  files: readonly (string | Uint8Array)[];
  /** Absolute path of the working folder. */
  cwd: string;
  /** For copies that do not say what they ask: a folder, or the name of a shipped workbook. */
  workbook?: string | undefined;
  /** Reads a copy that may be encrypted, with a password or without. */
  unlock?: <Read extends { diagnostics: readonly Diagnostic[] }>(file: string, read: (password?: string) => Promise<Read>) => Promise<Read>;
}

export interface ReadCopies {
  copies: NamedCopy[];
  diagnostics: Diagnostic[];
  /** Whether the request was wrong, rather than a copy. */
  wrongUsage: boolean;
}

/** Reads copies, one after the other, and chooses among their questions. */
export const readFilledCopies = async ({ files, cwd, workbook, unlock = (_, read) => read(), ...choice }: CopiesRequest): Promise<ReadCopies> => {
  const copies: NamedCopy[] = [];
  const diagnostics: Diagnostic[] = [];
  let wrongUsage = false;
  const questions = workbook === undefined ? undefined : await questionsOfWorkbook(workbook, cwd);
  if (questions?.diagnostics) return { copies, diagnostics: questions.diagnostics, wrongUsage: true };
  const seen = new Map<string, string>();
  for (const [index, input] of files.entries()) {
    const isPath = typeof input === 'string';
    const file = isPath ? input : `copy ${index + 1}`;
    const { bytes, found } = await readPdf(isPath ? path.resolve(cwd, input) : input);
    if (!bytes) {
      diagnostics.push(unreadable(file, found));
      wrongUsage = true;
      continue;
    }
    const digest = createHash('sha256').update(bytes).digest('hex');
    const twin = seen.get(digest);
    if (twin !== undefined) diagnostics.push(sameCopy(file, twin));
    seen.set(digest, file);
    const { copy, saved, diagnostics: told } = await unlock(file, (password) => readAnswers(bytes, file, questions?.of, password));
    diagnostics.push(...told);
    if (copy && copy.questions.every(({ answer }) => !answer)) diagnostics.push(nothingIn(file));
    const day = saved ?? (isPath ? await dayOfFile(path.resolve(cwd, input)) : undefined);
    if (copy) copies.push({ file: path.basename(file), ...(day === undefined ? {} : { saved: day }), copy });
  }
  const chosen = chooseQuestions(copies, choice);
  return { copies: chosen.copies, diagnostics: [...diagnostics, ...chosen.diagnostics], wrongUsage: wrongUsage || chosen.diagnostics.length > 0 };
};

const sameCopy = (file: string, twin: string): Diagnostic =>
  warning(
    'same-copy',
    `expected each copy once, found the same one again: ${file}${file === twin ? '' : ` is ${twin}`}`,
    undefined,
    'name another copy in its place, or leave it out: its answers count twice, and nothing in them has changed',
  );

const nothingIn = (file: string): Diagnostic =>
  warning(
    'nothing-filled-in',
    `expected a filled copy, found one with nothing filled in: ${file}`,
    undefined,
    'it may be the copy from before it was filled in, or the program has not saved what was typed: docs/fill-in.md says which programs do',
  );

/** The day on which a file was last written, here, as an ISO date. */
const dayOfFile = async (file: string): Promise<string | undefined> => {
  const { mtime } = (await stat(file).catch(() => undefined)) ?? {};
  if (!mtime) return undefined;
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${mtime.getFullYear()}-${two(mtime.getMonth() + 1)}-${two(mtime.getDate())}`;
};

/** The questions of a workbook, in each of its languages. */
export const questionsOfWorkbook = async (name: string, cwd: string): Promise<{ of?: QuestionsOfWorkbook; diagnostics?: Diagnostic[] }> => {
  const { folder, diagnostics } = await findWorkbook(name, cwd);
  if (folder === undefined) return { diagnostics };
  const languages = await languagesIn(folder);
  const loaded = new Map(await Promise.all(languages.map(async (language) => [language, (await loadWorkbook(folder, language)).workbook] as const)));
  return {
    of: (fields, language) => {
      const workbook = loaded.get(language) ?? loaded.get(language.split('-')[0] ?? '') ?? [...loaded.values()].find(Boolean);
      const edition = workbook && selectEdition(workbook, { role: 'both', relationship: 'other', counselor: false }).workbook;
      return edition
        ? questionsOf(
            edition,
            fields.map((field) => ({ ...field, page: 0 })),
          )
        : [];
    },
  };
};
