/**
 * Copies that were filled in and saved by other programs, which their names tell, are read alike. They are kept as those programs left them;
 * what they hold was written down by hand. How each was made is told in tests/fixtures/filled/README.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { flatten, readAnswers } from '../../src/api/index.ts';

const FILLED = path.resolve(import.meta.dirname, '../fixtures/filled');
const [EVERY, HARD] = [path.join(FILLED, 'every-question'), path.join(FILLED, 'every-question/hard')];

const copiesIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.pdf'));
const written = (...file: string[]): Record<string, unknown> => JSON.parse(readFileSync(path.join(...file), 'utf8')) as Record<string, unknown>;
const read = async (file: string, workbook?: string) => {
  const found = await readAnswers(file, workbook === undefined ? {} : { workbook });
  if (!found.ok) throw new Error(JSON.stringify(found.diagnostics));
  const answers = Object.fromEntries(found.questions.flatMap(({ id, answer }) => (answer ? [[id, answer]] : [])));
  return { questions: found.questions, answers, told: found.diagnostics.map(({ code }) => code) };
};

describe('a small book', () => {
  test.each(copiesIn(FILLED))('%s', async (file) => {
    expect(await read(path.join(FILLED, file))).toMatchObject({ answers: written(FILLED, 'answers.json'), told: [] });
  });

  test('a copy without a record gets its words from the workbook', async () => {
    const old = await read(path.join(FILLED, 'without-record.pdf'), path.resolve(FILLED, '../small-book'));
    expect(old.questions).toEqual((await read(path.join(FILLED, 'pdf-lib.pdf'))).questions);
  });
});

describe('a book with every kind of question', () => {
  // Okular has put a whole font of the system into a copy with other letters than those.
  const letters: Record<string, unknown> = { 'okular.pdf': written(EVERY, 'latin.json') };
  const bare = 'preview-like.pdf';

  test.each(copiesIn(EVERY).filter((file) => file !== bare))('%s', async (file) => {
    const { answers, told } = await read(path.join(EVERY, file));
    expect(answers).toEqual({ ...written(EVERY, 'answers.json'), ...(letters[file] as object | undefined) });
    expect(told).toEqual([]);
  });

  test('of which only pages and fields are left gets its words from the workbook', async () => {
    expect(await read(path.join(EVERY, bare), EVERY)).toMatchObject({ answers: written(EVERY, 'answers.json'), told: [] });
  });

  test('of which only pages and fields are left is read by the names of its fields, each answer under its own words', async () => {
    const { answers } = await read(path.join(EVERY, bare));
    const known = written(EVERY, 'answers.json');
    const others = new Set(['ask_i', 'more_letter', 'more_agreement']);
    for (const [id, answer] of Object.entries(known)) if (!others.has(id)) expect(answers[id], id).toEqual(answer);
    expect(answers['ask_i']).toEqual({
      parts: [
        { label: 'a feeling – I feel, Draft 1', text: 'small' },
        { label: 'what happens – when, Draft 1', text: 'you shout' },
        { label: 'what happens – when, Draft 2', text: 'it is late' },
      ],
    });
  });
});

describe('a book with every kind of question, and answers that are hard to read', () => {
  test.each(copiesIn(HARD))('%s', async (file) => {
    const { answers, told } = await read(path.join(HARD, file));
    expect(answers).toEqual(written(HARD, 'answers.json'));
    expect(told).toEqual(['two-ticks', 'answer-long', 'damaged-emoji']);
  });

  test('trouble is told by the questions as readers see them, with the names of their fields', async () => {
    const { diagnostics } = await readAnswers(readFileSync(path.join(HARD, copiesIn(HARD)[0] ?? '')));
    expect(diagnostics).toHaveLength(3);
    for (const { hints } of diagnostics) expect(hints?.[0]).toMatch(/^“[^”]+” \([a-z0-9_]+\)/);
  });

  test.each(copiesIn(HARD))('%s is read alike when it is flat', async (file) => {
    const flat = await flatten(readFileSync(path.join(HARD, file)));
    if (!flat.ok) throw new Error(JSON.stringify(flat.diagnostics));
    const { questions } = await readBytes(flat.bytes);
    expect(Object.fromEntries(questions.flatMap(({ id, answer }) => (answer ? [[id, answer]] : [])))).toEqual(written(HARD, 'answers.json'));
  });
});

const readBytes = async (bytes: Uint8Array) => {
  const found = await readAnswers(bytes);
  if (!found.ok) throw new Error(JSON.stringify(found.diagnostics));
  return found;
};
