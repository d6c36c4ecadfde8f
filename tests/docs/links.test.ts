import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const pages = [
  'README.md',
  ...readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Links and pictures of a page that lead to files: nothing in code, no addresses, no places on the page itself. */
const targetsOf = (page: string): string[] => {
  const prose = readFileSync(path.join(root, page), 'utf8')
    .replaceAll(/^ *```[\s\S]*?^ *```/gm, '')
    .replaceAll(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target).filter((target) => !/^[a-z]+:/.test(target));
};

test.each(pages)('the links of %s lead to files', (page) => {
  const lost = targetsOf(page).filter((target) => !statSync(path.resolve(root, path.dirname(page), target), { throwIfNoEntry: false }));
  expect(lost).toEqual([]);
});

test('what the README links to is in the package', () => {
  const { files } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { files: string[] };
  const targets = targetsOf('README.md').map((target) => path.normalize(target));
  expect(targets.length).toBeGreaterThan(5);
  expect(targets.filter((target) => !files.some((name) => target === name || target.startsWith(`${name}/`)))).toEqual([]);
});
