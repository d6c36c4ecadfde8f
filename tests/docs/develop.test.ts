/** What docs tell a developer is there: the rooms of src/, files, scripts of package.json. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
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

/** Pages about the program's own files. */
const DEVELOPERS = new Set([
  'CONTRIBUTING.md',
  'docs/accessibility.md',
  'docs/add-a-block.md',
  'docs/develop.md',
  'docs/fuzz.md',
  'docs/layout-engine.md',
  'docs/look-at-pages.md',
  'docs/performance.md',
  'docs/viewers.md',
]);
/** The file that docs/add-a-block.md lets its reader write. */
const MADE = 'templates/calm/blocks/pledge.tsx';
/** All files of the program, from the root, with forward slashes. */
const FILES = ['src', 'tests', 'templates'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)).replaceAll('\\', '/')),
);

test('docs/develop.md has a row for each room of src/, and for nothing else', () => {
  const rows = [...read('docs/develop.md').matchAll(/^\| (`[^|]*\/`[^|]*) \|/gm)].map(([, cell = '']) => cell);
  const told = rows.flatMap((cell) => [...cell.matchAll(/`([a-z]+)\/`/g)].map(([, room]) => room));
  const rooms = readdirSync(path.join(root, 'src')).filter((name) => statSync(path.join(root, 'src', name)).isDirectory());
  expect(told.toSorted()).toEqual(rooms.toSorted());
});

describe.each(pages)('%s names', (page) => {
  const words = [...read(page).matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word);

  test('files of the program that are there', () => {
    const named = words.filter((word) => /^[\w/-]+\.(?:tsx?|mjs)$/.test(word));
    // A page for authors names files of their own, too; one for developers may leave out the folder.
    const forDevelopers = DEVELOPERS.has(page);
    const files = named.filter((file) => file !== MADE && (forDevelopers || /^(?:src|tests|templates)\//.test(file)));
    expect(files.filter((file) => !FILES.some((there) => there === file || (forDevelopers && there.endsWith(`/${file}`))))).toEqual([]);
  });

  test('scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(page).matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
