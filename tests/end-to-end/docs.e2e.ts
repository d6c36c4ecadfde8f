/** The pages of the docs, each followed from an empty folder with the packed program, as a new user would. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { changed } from './docs/change.ts';
import { follow } from './docs/follow.ts';
import { actsOf } from './docs/page.ts';
import { type Packed, packed } from './packed.ts';

const docs = fileURLToPath(new URL('../../docs', import.meta.url));

let program: Packed;
beforeAll(async () => {
  program = await packed();
});
const workspace = async () => ({ folder: await program.folder(), bin: path.join(program.installed, '../.bin') });

/** Pages with commands for a clone of the repository, or for files that the reader has. */
const ELSEWHERE = new Set([
  'add-a-block.md',
  'fill-in.md',
  'flatten.md',
  'fuzz.md',
  'look-at-pages.md',
  // Its ways to share a list are tried by many-copies.e2e.ts.
  'many-copies.md',
  'paper.md',
  'print.md',
  'translate.md',
  // Its scripts are run by program-api.e2e.ts.
  'use-from-code.md',
  'write-plainly.md',
]);

const pages = readdirSync(docs)
  .filter((name) => name.endsWith('.md') && !ELSEWHERE.has(name))
  .map((name) => ({ name, text: readFileSync(path.join(docs, name), 'utf8') }))
  .filter(({ text }) => actsOf(text).some((act) => act.do === 'run'));

test('the pages on making it your own are among those that are followed', () => {
  expect(pages.map(({ name }) => name)).toEqual(expect.arrayContaining(['add-a-worksheet.md', 'change-colours.md', 'change-the-words.md']));
});

test.each(pages)('$name can be followed to its end', async ({ text }) => {
  expect(actsOf(text).filter((act) => act.do === 'expect' || act.do === 'printed')).not.toEqual([]);
  await follow(text, await workspace());
});

describe('a page that does not hold is found out', () => {
  const fence = (info: string, text: string): string => `\`\`\`${info}\n${text}\n\`\`\`\n`;

  test.each([
    ['a command that fails', fence('sh', 'true\nmendbook check nowhere'), 'line 1: expected the commands to end with 0, found 2'],
    ['a command that should fail and does not', fence('sh exit=1', 'true'), 'expected the commands to end with 1, found 0'],
    ['something else is printed', `${fence('sh', 'echo 12 pages')}${fence('text', '7 fields')}`, 'line 4: expected "7 fields" to be printed'],
    ['no PDF is made', `${fence('sh', 'true')}<!-- expect: Harbor -->`, 'line 4: expected a PDF that shows "Harbor", found none'],
    ['the PDF shows something else', `<!-- expect: Harbor -->\n${fence('sh', 'mendbook build starter -o a.pdf -q')}`, 'expected a.pdf to show "Harbor"'],
    ['a file is not there', fence('yaml change=gone.yaml', 'paper: a4'), 'ENOENT'],
  ])('%s', async (_, page, message) => {
    await expect(follow(page, await workspace())).rejects.toThrow(message);
  });

  test('a page that holds is not, whatever the numbers are, and commands that wait are passed over', async () => {
    const page = `<!-- expect: A Talk -->\n${fence('sh', 'mendbook build starter -o a.pdf')}${fence('text', '17 pages, … fields … 3.1 s')}${fence('sh', 'mendbook preview starter')}`;
    await expect(follow(page, await workspace())).resolves.toBeUndefined();
  });
});

describe('lines are changed as a reader would', () => {
  const text = 'name: A\n# paper: letter\nblocks:\n  - question: One?\n    id: one\n  - question: Two?\n    id: two\n';

  test('by the words before the colon, switched off or not', () => {
    expect(changed(text, 'name: B\npaper: a4\n')).toBe(text.replace('name: A', 'name: B').replace('# paper: letter', 'paper: a4'));
  });

  test('by words in the line, which keeps its place', () => {
    expect(changed(text, '- question: Three?\n  hint: Or more.\n', 'Two?')).toBe(text.replace('question: Two?', 'question: Three?\n    hint: Or more.'));
  });

  test('never where it is unclear which', () => {
    expect(() => changed(text, '- question: Three?\n')).toThrow('expected one line with "- question:", found 2');
    expect(() => changed(text, 'size: a4\n')).toThrow('found 0');
    expect(() => changed(text, 'x\n', 'gone')).toThrow('found 0');
  });
});
