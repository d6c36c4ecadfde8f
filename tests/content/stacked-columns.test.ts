/** Editions that set columns below each other (large print, A5) have no left and no right: texts name spaces by their heads. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));

/** Words for a place on the page; "left" and "right" have other meanings too. */
const PLACES: Record<string, RegExp> = {
  en: /\b(?:on|to|at|in) the (?:left|right)(?! (?:answer|word|person|time|day|amount))\b|\b(?:left|right)(?:-hand)? (?:side|column|half|box|space|page)\b/i,
  es: /izquierd|\b(?:a|de|por) la derecha\b|\b(?:columna|parte|casilla|mano) derecha\b|\b(?:lado|espacio) derecho\b/i,
};

const files = (await readdir(CONTENT, { recursive: true })).filter((file) => file.endsWith('.yaml'));
const languageOf = (file: string): string | undefined =>
  Object.keys(PLACES).find((language) => file.split(path.sep).some((part) => path.parse(part).name === language));

test.each(Object.keys(PLACES))('no text in %s says left or right', async (language) => {
  const own = files.filter((file) => languageOf(file) === language);
  expect(own.length).toBeGreaterThan(10);
  const found = await Promise.all(
    own.map(async (file) =>
      (await readFile(path.join(CONTENT, file), 'utf8'))
        .split('\n')
        .flatMap((line, index) => (PLACES[language]?.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    ),
  );
  expect(found.flat()).toEqual([]);
});

test.each([
  ['en', 'Write that on the right.'],
  ['en', 'The right-hand column matters most.'],
  ['en', 'If you go alone, use the left side.'],
  ['es', 'Eso se escribe a la derecha.'],
  ['es', 'Si vas por tu cuenta, usa el lado izquierdo.'],
])('such a text is found (%s: %s)', (language, text) => {
  expect(text).toMatch(PLACES[language] as RegExp);
});

test.each([
  ['en', 'You have the right to stop, and what is left can wait. Is this the right person for you?'],
  ['es', 'Nadie tiene derecho a leerla.'],
])('other meanings are not (%s: %s)', (language, text) => {
  expect(text).not.toMatch(PLACES[language] as RegExp);
});
