/** Reads the answers of an earlier copy: from the filled PDF, or from a file that `mendbook answers` wrote. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import type { AnsweredQuestion } from '../questions/answered.ts';
import { readAnswers } from '../questions/read-answers.ts';
import type { CopyRecord } from '../record/copy-record.ts';
import { plainValue, readYaml, validate } from '../yaml/index.ts';
import type { OldAnswers } from './old-answers.ts';
import { saidOfAnswers, type SaidOfAnswers } from './whose-answers.ts';

const word = () => z.string().max(100_000);
/** A short word of a record. */
const short = () => z.string().max(500);
const labelled = z.object({ label: word(), text: word() });

/** As in docs/schema/answers.json; what is not needed here may be missing. */
const answersFile = z.object({
  copies: z.array(
    z.object({
      // Whose answers they are; a record of another form says nothing.
      record: z
        .object({
          for: short().optional(),
          workbook: z.object({ id: short() }).optional(),
          copy: z.object({ id: short().optional() }).optional(),
        })
        .optional()
        .catch(undefined),
      questions: z.array(
        z.object({
          id: word(),
          kind: word().default('unknown'),
          place: word().default(''),
          part: word().default(''),
          question: word().default(''),
          scale: z.object({ from: z.number(), to: z.number(), ends: z.tuple([word(), word()]) }).optional(),
          answer: z
            .object({
              text: word().optional(),
              rating: z.number().optional(),
              ticked: z.array(word()).optional(),
              sentences: z.array(word()).optional(),
              gaps: z.array(z.array(word().nullable())).optional(),
              rows: z.array(z.object({ label: word(), cells: z.array(z.object({ head: word(), text: word() })) })).optional(),
              parts: z.array(labelled).optional(),
            })
            .optional(),
        }),
      ),
    }),
  ),
});

const TEXTS = new Set(['.yaml', '.yml', '.json']);
/** What `mendbook answers` writes for people and spreadsheets: which answer belongs to which field cannot be told from it. */
const TO_READ = new Set(['.csv', '.md', '.txt']);

export interface ReadSource {
  answers?: OldAnswers;
  /** Whether the new copy can have all that stands in the file; false where another program has put more into it. */
  isWhole: boolean;
  /** What a filled copy says of itself. */
  record?: CopyRecord;
  /** Whose answers they are, as far as the file says so. */
  said?: SaidOfAnswers;
  /** A digest of the file is made of these. */
  bytes?: Uint8Array;
  diagnostics: Diagnostic[];
  sources: SourceFile[];
}

/**
 * Reads a file of answers.
 *
 * @param input an absolute path, or the bytes of a filled PDF
 * @param shown its name, for the diagnostics
 * @param password tried where it does not open without one
 */
export const readSource = async (input: string | Uint8Array, shown: string, password?: string): Promise<ReadSource> => {
  const bytes = typeof input === 'string' ? await readFile(input).catch((thrown: NodeJS.ErrnoException) => thrown) : input;
  const refuse = (...diagnostics: Diagnostic[]): ReadSource => ({ isWhole: false, diagnostics, sources: [] });
  if (bytes instanceof Error) {
    const found = { ENOENT: 'nothing there', EISDIR: 'a folder', EACCES: 'one that may not be read' }[bytes.code ?? ''] ?? bytes.message;
    return refuse(error('no-file', `expected a file of answers, found ${found}: ${shown}`, undefined, 'give a filled PDF, or what mendbook answers wrote'));
  }
  // A PDF is read as one, whatever it is called.
  const ending = typeof input === 'string' && !Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-') ? path.extname(input).toLowerCase() : '.pdf';
  if (TO_READ.has(ending))
    return refuse(
      error(
        'not-a-pdf',
        `expected a filled PDF, or answers as YAML or JSON, found ${ending}: ${shown}`,
        undefined,
        'answers are read again from YAML and JSON alone: mendbook answers … -o answers.yaml',
      ),
    );
  if (typeof input !== 'string' || !TEXTS.has(ending)) {
    const { copy, fields, diagnostics } = await readAnswers(bytes, shown, undefined, password);
    if (!fields) return refuse(...diagnostics);
    const { questions, values, isWhole } = fields;
    return {
      answers: { from: 'copy', questions, values },
      isWhole,
      ...(copy?.record ? { record: copy.record, said: saidOfAnswers(copy.record, false) } : {}),
      bytes,
      diagnostics,
      sources: [],
    };
  }
  // JSON is read as YAML, which it is a part of.
  const { document, source, diagnostics } = await readYaml(input);
  if (!document) return { isWhole: false, diagnostics, sources: [source] };
  const { value, diagnostics: wrong } = validate(answersFile, { document, source }, plainValue(document));
  const [copy, ...others] = value?.copies ?? [];
  if (value && (!copy || others.length > 0)) {
    const hint = 'write the answers of each copy into a file of its own: mendbook answers ana.pdf -o ana.yaml';
    wrong.push(error('answers-of-many', `expected the answers of one copy, found those of ${value.copies.length}: ${shown}`, undefined, hint));
  }
  const told = [...diagnostics, ...wrong];
  const isRead = copy !== undefined && !told.some(({ severity }) => severity === 'error');
  return {
    ...(isRead ? { answers: { from: 'file', questions: copy.questions as AnsweredQuestion[] }, bytes } : {}),
    ...(isRead && copy.record ? { said: saidOfAnswers(copy.record, true) } : {}),
    isWhole: isRead,
    diagnostics: told,
    sources: [source],
  };
};
