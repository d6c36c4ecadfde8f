/** The rooms of `src/` and the arrows between them: which room may import which. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** Room → the rooms that it may import, types included. `templates` are the shipped ones, beside `src/`. An arrow that is not used any more is taken out. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'cli.ts': ['cli', 'commands', 'diagnostics', 'program'],
  cli: ['booklet', 'commands', 'content', 'diagnostics', 'options', 'system'],
  commands: [
    'api',
    'batch',
    'booklet',
    'builder',
    'content',
    'diagnostics',
    'flatten',
    'list',
    'options',
    'layout',
    'output',
    'packet',
    'pdf',
    'practice',
    'preview',
    'protection',
    'questions',
    'schema',
    'starter',
    'system',
    'template',
    'theme',
    'trust',
    'watch',
    'yaml',
  ],
  // The copies of a list: which file each is, and what is there already.
  batch: [
    'answers',
    'api',
    'builder',
    'content',
    'diagnostics',
    'list',
    'options',
    'output',
    'personal',
    'protection',
    'record',
    'system',
    'yaml',
    'flatten',
    'pdf',
    'refill',
  ],
  // The public API, and the way through the rooms that the command line shares with it.
  api: [
    'booklet',
    'builder',
    'content',
    'diagnostics',
    'flatten',
    'layout',
    'options',
    'packet',
    'personal',
    'questions',
    'refill',
    'system',
    'template',
    'theme',
    'trust',
  ],
  preview: ['answers', 'builder', 'content', 'diagnostics', 'options', 'packet', 'questions', 'system', 'theme', 'trust', 'watch'],
  flatten: ['answers', 'content', 'diagnostics', 'layout', 'pdf', 'record', 'system', 'theme'],
  booklet: ['answers', 'diagnostics', 'output', 'system'],
  answers: ['diagnostics', 'protection', 'record', 'system'],
  // Filled copies as questions with their answers, and the formats that those are written in.
  questions: ['answers', 'diagnostics', 'record', 'system'],
  // Answers of an earlier copy in a new one: flattening sets their letters, and the pages on which they go on.
  refill: ['answers', 'content', 'diagnostics', 'flatten', 'output', 'pdf', 'questions', 'record', 'system', 'yaml'],
  // Copies of a finished book: its cover is laid out and written again, the rest is taken over.
  personal: ['builder', 'diagnostics', 'options', 'pdf'],
  // Beside books it makes the page of a comparison of filled copies.
  builder: [
    'cache',
    'content',
    'diagnostics',
    'kit',
    'layout',
    'options',
    'packet',
    'pdf',
    'practice',
    'protection',
    'questions',
    'record',
    'system',
    'template',
    'theme',
    'trust',
    'yaml',
  ],
  // Passwords of copies: finished PDFs are encrypted, and the hash of passwords is that of the reader too.
  protection: ['output', 'pdf'],
  pdf: ['kit', 'layout', 'output', 'pictures', 'record', 'system'],
  template: ['content', 'diagnostics', 'kit', 'layout', 'pictures', 'schema', 'system', 'templates', 'theme', 'trust', 'yaml'],
  // The theme room finds the font for letters that a theme’s own lack; which words need it is known once they are drawn.
  layout: ['cache', 'content', 'diagnostics', 'engine', 'kit', 'pictures', 'system', 'theme'],
  engine: ['system'],
  starter: ['content', 'diagnostics', 'options', 'output', 'schema', 'system', 'theme', 'yaml'],
  // What a copy says of itself, for those who write it and those who read it.
  record: [],
  // Names and ids that stand twice are compared as everywhere.
  list: ['diagnostics', 'options', 'system', 'yaml'],
  schema: ['content', 'list', 'packet', 'practice', 'theme'],
  // A packet says which parts a copy has, and gives its options.
  packet: ['content', 'diagnostics', 'options', 'yaml'],
  practice: ['content', 'diagnostics', 'kit', 'options', 'pictures', 'system', 'theme', 'yaml'],
  theme: ['diagnostics', 'kit', 'options', 'system', 'yaml'],
  // What can be asked for is known before anything is read: help and the preview's page need no more than this room.
  options: ['content', 'diagnostics', 'system'],
  kit: ['content'],
  content: ['diagnostics', 'pictures', 'system', 'yaml'],
  pictures: ['diagnostics', 'system'],
  yaml: ['diagnostics', 'system'],
  // Whether code may run is settled before any of it is loaded, and what is settled is written like all else.
  trust: ['output', 'system'],
  output: ['diagnostics', 'system'],
  watch: ['system'],
  // Loads the bundle of all the other rooms, by the names of their files.
  program: ['cache'],
  // What can be made again, kept on disk between two runs.
  cache: [],
  system: [],
  diagnostics: [],
  packaging: [],
};

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)'(\.[^']*|mendbook\/kit)'/g;

interface Arrow {
  from: string;
  to: string;
}

let arrows: Arrow[] = [];

beforeAll(async () => {
  const entries = await readdir(SRC, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(?:tsx?|mjs)$/.test(entry.name)).map(({ parentPath, name }) => path.join(parentPath, name));
  const found = files.map(async (file) =>
    [...(await readFile(file, 'utf8')).matchAll(IMPORT)].map(([, name = '']): Arrow => ({
      from: nameOf(file),
      to: name === 'mendbook/kit' ? 'kit/index.ts' : nameOf(path.resolve(path.dirname(file), name)),
    })),
  );
  arrows = (await Promise.all(found)).flat();
});

/** A file from `src/`, with forward slashes. */
const nameOf = (file: string): string => path.relative(SRC, file).replaceAll(path.sep, '/');

/** The room of a file: the first folder of its name. */
const roomOf = (name: string): string => (name.startsWith('../') ? name.split('/')[1] : name.split('/')[0]) ?? '';

/** A way that leads from a place back to it, along arrows; nothing where there is none. */
const circleIn = (all: readonly Arrow[]): string[] | undefined => {
  const next = new Map<string, Arrow[]>();
  for (const arrow of all) next.set(arrow.from, [...(next.get(arrow.from) ?? []), arrow]);
  const done = new Set<string>();
  const walk = (place: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(place)) return [...way.slice(way.indexOf(place)), place];
    if (done.has(place)) return undefined;
    for (const { to } of next.get(place) ?? []) {
      const circle = walk(to, [...way, place]);
      if (circle) return circle;
    }
    done.add(place);
    return undefined;
  };
  return [...next.keys()].map((place) => walk(place, [])).find((circle) => circle !== undefined);
};

const between = (): Arrow[] => arrows.map(({ from, to }) => ({ from: roomOf(from), to: roomOf(to) })).filter(({ from, to }) => from !== to);

describe('the rooms', () => {
  test('every import leads to a room that the table allows', () => {
    const unlisted = arrows.filter(({ from, to }) => roomOf(from) !== roomOf(to) && !MAY_IMPORT[roomOf(from)]?.includes(roomOf(to)));
    expect(unlisted.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('the table has no arrow that no file uses', () => {
    const used = new Set(between().map(({ from, to }) => `${from} > ${to}`));
    const listed = Object.entries(MAY_IMPORT).flatMap(([from, rooms]) => rooms.map((to) => `${from} > ${to}`));
    expect(listed.filter((arrow) => !used.has(arrow))).toEqual([]);
  });

  test('the table itself has no circle', () => {
    expect(circleIn(Object.entries(MAY_IMPORT).flatMap(([from, rooms]) => rooms.map((to) => ({ from, to }))))).toBeUndefined();
  });

  test('no files import each other in a circle', () => {
    expect(circleIn(arrows)).toBeUndefined();
  });

  test('a circle is found where there is one', () => {
    expect(
      circleIn([
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
        { from: 'c', to: 'b' },
      ]),
    ).toEqual(['b', 'c', 'b']);
  });
});
