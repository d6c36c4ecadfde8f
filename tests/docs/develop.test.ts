/** What docs tell a developer is there: the rooms of src/, files, scripts of package.json. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (page: string): string => readFileSync(path.join(root, page), 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

test('docs/develop.md has a row for each room of src/, and for nothing else', () => {
  const rows = [...read('docs/develop.md').matchAll(/^\| (`[^|]*\/`[^|]*) \|/gm)].map(([, cell = '']) => cell);
  const told = rows.flatMap((cell) => [...cell.matchAll(/`([a-z]+)\/`/g)].map(([, room]) => room));
  const rooms = readdirSync(path.join(root, 'src')).filter((name) => statSync(path.join(root, 'src', name)).isDirectory());
  expect(told.toSorted()).toEqual(rooms.toSorted());
});

describe.each(pages)('%s names', (page) => {
  const words = [...read(page).matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word);

  test('files of the program that are there', () => {
    const files = words.filter((word) => /^(?:src\/|tests\/)?[\w-]+\/[\w/-]+\.(?:tsx?|mjs)$/.test(word));
    const made = page === 'docs/add-a-block.md' ? ['templates/calm/blocks/pledge.tsx'] : [];
    const places = page === 'docs/develop.md' ? ['', 'src'] : [''];
    const programs = files.filter((file) => /^(?:src|tests|templates)\//.test(file) || page === 'docs/develop.md');
    expect(programs.filter((file) => !made.includes(file) && !places.some((place) => existsSync(path.join(root, place, file))))).toEqual([]);
  });

  test('scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(page).matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
