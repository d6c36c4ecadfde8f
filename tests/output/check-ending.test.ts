/** A PDF does not get the name of another kind of file. */
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkEnding } from '../../src/output/check-ending.ts';

const told = async (name: string) => (await checkEnding(path.join(tmpdir(), 'nowhere', name))).map(({ message, hints }) => [message, ...(hints ?? [])]);

test.each(['ana.docx', 'ana.HTML', 'ana.v2.json'])('%s is refused, with the name that it can have', async (name) => {
  expect(await told(name)).toEqual([[`expected a file that ends in .pdf, found ${name} (--out)`, `choose such a name: ${path.parse(name).name}.pdf`]]);
});

test.each(['ana.pdf', 'ana.PDF', 'ana.v2', 'Ana M. Ruiz', 'ana'])('%s is taken', async (name) => {
  expect(await told(name)).toEqual([]);
});

test('a file that is there is left to the check of what is in it', async () => {
  expect(await checkEnding(path.resolve(import.meta.dirname, '../../package.json'))).toEqual([]);
});
