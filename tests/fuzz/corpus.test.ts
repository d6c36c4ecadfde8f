/** What once failed does so no more; `npm run fuzz` begins with the same cases. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KeptCase, keptCases } from './corpus.ts';
import { type Kind, KIND_NAMES, KINDS } from './kinds/index.ts';
import { Random } from './random.ts';
import { runCase } from './run-case.ts';
import { runTask } from './run-task.ts';
import type { Subject } from './subject.ts';

const root = path.resolve(import.meta.dirname, '../..');
const corpus = path.join(import.meta.dirname, 'corpus');
const cases = await Promise.all(
  KIND_NAMES.map(async (kind) => (await keptCases(corpus, kind)).map((kept): [Kind, string, KeptCase] => [kind, kept.name, kept])),
);

let cwd: string;
const subjects = new Map<Kind, Subject>();
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'mendbook-corpus-'));
});
afterAll(() => rm(cwd, { recursive: true }));

const subjectOf = async (kind: Kind): Promise<Subject> => {
  const known = subjects.get(kind);
  if (known) return known;
  const subject = KINDS[kind].subject({ root, cwd, run: (task) => runTask(task, cwd) });
  await subject.prepare();
  subjects.set(kind, subject);
  return subject;
};

test.each(cases.flat())('%s: %s', async (kind, _, { files, options }) => {
  const subject = await subjectOf(kind);
  const { ends, failure } = await runCase(cwd, files, subject.steps(new Random(1), files, options), (task) => runTask(task, cwd));
  expect(failure?.fault).toBeUndefined();
  expect(ends).not.toEqual([]);
});
