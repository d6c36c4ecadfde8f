import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadWorkbook } from '../../../src/content/load.ts';
import { loadStrings } from '../../../src/content/load-strings.ts';
import { checkTranslation } from '../../../src/content/translation/compare-workbooks.ts';
import { printExpected } from '../../fixtures/expected.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-'));
  await cp(path.resolve(import.meta.dirname, '../../fixtures/translation'), folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

/** What is said of the Spanish fixture, as lines, when its content has no error of its own. */
const told = async (language = 'es'): Promise<string[]> => {
  const content = await loadWorkbook(folder, language);
  const strings = await loadStrings(language, folder);
  const found = await checkTranslation({ folder, language, content, strings: strings.files });
  const sources = [...content.sources, ...strings.files.map(({ source }) => source)];
  return printExpected(found, sources, folder)
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '');
};

const change = async (file: string, from: string, to: string): Promise<void> => {
  const text = await readFile(path.join(folder, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(path.join(folder, file), text.replace(from, to));
};

const FIRST = 'es/steps/first.yaml';
const SECOND = 'es/steps/second.yaml';
const WELCOME = 'es/pages/welcome.yaml';
const HEAD = 'es/workbook.yaml';

test('a whole translation is left in peace: names, titles behind links, widths, dates and words for "something else" may stay or differ', async () => {
  expect(await told()).toEqual([]);
});

test('a language that is no translation is not compared', async () => {
  expect(await told('en')).toEqual([]);
});

/** What is changed in the translation, and what is said of it. */
const CASES: [title: string, file: string, from: string, to: string, lines: string[]][] = [
  [
    'a block that is missing',
    FIRST,
    '      - question: ¿Qué pasó ese día?\n        id: day\n        hint: Basta una frase.\n        lines: 4\n',
    '',
    [
      'es/steps/first.yaml:15:20: error: expected the question "day" before this block, as in en, found none [translation-lacks]',
      '  | ¿Quién lo sabe?',
      '  = translate it from en/steps/first.yaml:15',
    ],
  ],
  [
    'a paragraph for one reader that is missing, though another is alike',
    WELCOME,
    '  - text: Solo para quien sufrió el daño.\n    for: was-hurt\n',
    '',
    [
      'es/pages/welcome.yaml:9:11: error: expected a block of the kind "text" before this block, as in en, found none [translation-lacks]',
      '  | Para quien lea esto.',
      '  = translate it from en/pages/welcome.yaml:9',
    ],
  ],
  [
    'a last block that is missing',
    FIRST,
    '  - tips: Lo que ayuda\n    items: [Descanso, Agua]\n',
    '',
    [
      'es/steps/first.yaml:30:17: error: expected a block of the kind "tips" after this block, as in en, found none [translation-lacks]',
      '  | true',
      '  = translate it from en/steps/first.yaml:31',
    ],
  ],
  [
    'a question too many',
    SECOND,
    '  - space: lined\n',
    '  - question: ¿Y tú?\n    id: you\n  - space: lined\n',
    [
      'es/steps/second.yaml:13:15: error: expected no more blocks than in en, found the question "you" [translation-extra]',
      '  | ¿Y tú?',
      '  = remove it, or add it to en too',
    ],
  ],
  [
    'a paragraph too many, which is the translator’s choice',
    WELCOME,
    '  - callout: note\n',
    '  - text: Algo más.\n  - callout: note\n',
    [
      'es/pages/welcome.yaml:7:11: warning: expected no more blocks than in en, found a block of the kind "text" [translation-extra]',
      '  | Algo más.',
      '  = remove it, or add it to en too',
    ],
  ],
  [
    'blocks in another order',
    SECOND,
    '  - table: Lo que haremos\n    id: doing\n    columns: [Qué, {title: Cuándo, width: 3}]\n    rows: [Lunes, Martes]\n  - letter: Escríbelo\n    id: letter\n    parts:\n      - {prompt: Lo que hice, lines: 4}\n      - {prompt: Lo que siento, hint: Con tus palabras.}\n',
    '  - letter: Escríbelo\n    id: letter\n    parts:\n      - {prompt: Lo que hice, lines: 4}\n      - {prompt: Lo que siento, hint: Con tus palabras.}\n  - table: Lo que haremos\n    id: doing\n    columns: [Qué, {title: Cuándo, width: 3}]\n    rows: [Lunes, Martes]\n',
    [
      'es/steps/second.yaml:10:9: error: expected the blocks in the order of en, found the table "doing" elsewhere [translation-order]',
      '  | doing',
      '  = in en it stands at en/steps/second.yaml:4',
    ],
  ],
  [
    'another id',
    FIRST,
    'id: who-knows',
    'id: quien-sabe',
    [
      'es/steps/first.yaml:20:13: error: expected the id "who-knows", as in en, found "quien-sabe" [translation-differs]',
      '  | quien-sabe',
      '  = it stands in en/steps/first.yaml:19',
    ],
  ],
  [
    'another kind',
    FIRST,
    '      - question: ¿Qué pasó ese día?\n        id: day\n        hint: Basta una frase.\n        lines: 4\n',
    '      - space: lined\n        id: day\n',
    [
      'es/steps/first.yaml:15:16: error: expected a block of the kind "question", as in en, found "space" [translation-differs]',
      '  | lined',
      '  = it stands in en/steps/first.yaml:15',
    ],
  ],
  [
    'fewer lines',
    FIRST,
    '        lines: 4\n',
    '',
    [
      'es/steps/first.yaml:15:9: error: expected "lines: 4", as in en, found "3" [translation-differs]',
      '  | question',
      '  = it stands in en/steps/first.yaml:18',
    ],
  ],
  [
    'another end of a scale',
    FIRST,
    'to: 5',
    'to: 10',
    ['es/steps/first.yaml:29:13: error: expected "to: 5", as in en, found "10" [translation-differs]', '  | 10', '  = it stands in en/steps/first.yaml:29'],
  ],
  [
    'rows without their words',
    SECOND,
    'rows: [Lunes, Martes]',
    'rows: 2',
    [
      'es/steps/second.yaml:7:11: error: expected "rows: a list of 2", as in en, found "2" [translation-differs]',
      '  | 2',
      '  = it stands in en/steps/second.yaml:7',
    ],
  ],
  [
    'fewer items',
    FIRST,
    '[Un amigo, Alguien del trabajo, Nadie]',
    '[Un amigo, Nadie]',
    [
      'es/steps/first.yaml:21:9: error: expected 3 under "items", as in en, found 2 [translation-lacks]',
      '  | items',
      '  = translate what is missing, from en/steps/first.yaml:21',
    ],
  ],
  [
    'more blanks',
    FIRST,
    'cuando ____.\n        id: gaps\n        blanks: [un sentimiento, lo que pasó]',
    'cuando ____ y ____.\n        id: gaps\n        blanks: [un sentimiento, lo que pasó, algo más]',
    [
      'es/steps/first.yaml:25:9: error: expected 2 under "blanks", as in en, found 3 [translation-extra]',
      '  | blanks',
      '  = en/steps/first.yaml:25 has no more',
    ],
  ],
  [
    'more tips, which is the translator’s choice',
    FIRST,
    '[Descanso, Agua]',
    '[Descanso, Agua, Sol]',
    [
      'es/steps/first.yaml:32:5: warning: expected 2 under "items", as in en, found 3 [translation-extra]',
      '  | items',
      '  = en/steps/first.yaml:32 has no more',
    ],
  ],
  [
    'a part of a letter with other lines',
    SECOND,
    'Lo que hice, lines: 4',
    'Lo que hice, lines: 5',
    ['es/steps/second.yaml:11:38: error: expected "lines: 4", as in en, found "5" [translation-differs]', '  | 5', '  = it stands in en/steps/second.yaml:11'],
  ],
  [
    'a hint that is missing',
    FIRST,
    '        hint: Basta una frase.\n',
    '',
    [
      'es/steps/first.yaml:15:9: error: expected the key "hint", as in en, found none [translation-lacks]',
      '  | question',
      '  = translate it from en/steps/first.yaml:17',
    ],
  ],
  [
    'a line for own words that is missing',
    FIRST,
    '        other: Otra persona\n',
    '',
    [
      'es/steps/first.yaml:19:9: error: expected the key "other", as in en, found none [translation-lacks]',
      '  | checklist',
      '  = translate it from en/steps/first.yaml:22',
    ],
  ],
  [
    'a hint too many, which makes no field',
    SECOND,
    '    rows: [',
    '    hint: Sin prisa.\n    rows: [',
    [
      'es/steps/second.yaml:7:5: warning: expected no key "hint", as in en, found one [translation-extra]',
      '  | hint',
      '  = remove it, or add it at en/steps/second.yaml:4 too',
    ],
  ],
  [
    'a line for own words too many, which makes one',
    'en/steps/first.yaml',
    '        other: true\n',
    '',
    [
      'es/steps/first.yaml:22:9: error: expected no key "other", as in en, found one [translation-extra]',
      '  | other',
      '  = remove it, or add it at en/steps/first.yaml:19 too',
    ],
  ],
  [
    'another reader',
    WELCOME,
    'for: was-hurt',
    'for: broke-trust',
    [
      'es/pages/welcome.yaml:10:10: error: expected "for: was-hurt", as in en, found "broke-trust" [translation-differs]',
      '  | broke-trust',
      '  = it stands in en/pages/welcome.yaml:10',
    ],
  ],
  ['all readers, said or not, are the same', WELCOME, '  - text: Para quien lea esto.', '  - text: Para quien lea esto.\n    for: both', []],
  [
    'other minutes, which are an estimate',
    FIRST,
    'minutes: 20',
    'minutes: 25',
    [
      'es/steps/first.yaml:8:14: warning: expected "minutes: 20", as in en, found "25" [translation-differs]',
      '  | 25',
      '  = it stands in en/steps/first.yaml:8',
    ],
  ],
  [
    'notes for the counselor that are missing',
    FIRST,
    '    counselor:\n      goal: Palabras para lo que pasó.\n      look-for: [Silencio]\n      debrief: [¿Qué costó?]\n',
    '',
    [
      'es/steps/first.yaml:5:5: error: expected the key "counselor", as in en, found none [translation-lacks]',
      '  | worksheet',
      '  = translate it from en/steps/first.yaml:11',
    ],
  ],
  [
    'a link that is missing',
    WELCOME,
    '[el primer paso](#first)',
    'el primer paso',
    [
      'es/pages/welcome.yaml:6:9: warning: expected a link to "#first", as in en, found none [translation-lacks]',
      '  | Mira el primer paso y [An Exploration of the Structure of Effective Apologies](https://example.org/apologies).',
      '  = it stands in en/pages/welcome.yaml:6',
    ],
  ],
  [
    'words of the first language',
    FIRST,
    '¿Qué pasó ese día?',
    'What happened on that day?',
    [
      'es/steps/first.yaml:15:19: warning: expected a translation, found the words of en [untranslated]',
      '  | What happened on that day?',
      '  = say in this language what stands in en/steps/first.yaml:15',
    ],
  ],
  [
    'a label in the first language',
    FIRST,
    'Alguien del trabajo',
    '"**someone** at work!"',
    [
      'es/steps/first.yaml:21:27: warning: expected a translation, found the words of en [untranslated]',
      '  | "**someone** at work!"',
      '  = say in this language what stands in en/steps/first.yaml:21',
    ],
  ],
  [
    'a text that was changed only here and there',
    WELCOME,
    'Tómate tu tiempo en cada página y descansa cuando lo necesites.',
    'Take your time with every page of this book, and rest whenever you are weary.',
    [
      'es/pages/welcome.yaml:5:9: warning: expected a translation, found nearly all the words of en [untranslated]',
      '  | Take your time with every page of this book, and rest whenever you are weary.',
      '  = say in this language what stands in en/pages/welcome.yaml:5',
    ],
  ],
  ['two words may be the same', WELCOME, 'title: Bienvenida a este libro', 'title: Welcome book', []],
  [
    'a subtitle that is missing',
    HEAD,
    'subtitle: Un librito para dos personas\n',
    '',
    [
      'es/workbook.yaml:1:1: error: expected the key "subtitle", as in en, found none [translation-lacks]',
      '  | title',
      '  = translate it from en/workbook.yaml:2',
    ],
  ],
  [
    'a variable that is missing',
    HEAD,
    '  practice.name: nuestra pequeña consulta\n',
    '',
    [
      'es/workbook.yaml:8:3: warning: expected the variable "practice.name", as in en, found none [translation-lacks]',
      '  | other',
      '  = translate it from en/workbook.yaml:8',
    ],
  ],
  [
    'a variable without words for one relationship',
    HEAD,
    ', partner: tu pareja',
    '',
    [
      'es/workbook.yaml:8:10: warning: expected words for "partner" in the variable "other", as in en, found none [translation-lacks]',
      '  | {default: la otra persona}',
      '  = translate them from en/workbook.yaml:7',
    ],
  ],
  [
    'a variable in the first language',
    HEAD,
    'nuestra pequeña consulta',
    'our quiet little practice',
    [
      'es/workbook.yaml:9:18: warning: expected a translation, found the words of en [untranslated]',
      '  | our quiet little practice',
      '  = say in this language what stands in en/workbook.yaml:8',
    ],
  ],
  [
    'steps in another order',
    HEAD,
    'steps: [first, second]',
    'steps: [second, first]',
    [
      'es/workbook.yaml:12:9: error: expected the order of en under steps, found "second" too early [translation-order]',
      '  | second',
      '  = the order there: first, second',
    ],
  ],
  [
    'a page that is missing',
    HEAD,
    'opening: [welcome]\n',
    '',
    [
      'es/workbook.yaml:1:1: error: expected "welcome" under opening, as in en, found none [translation-lacks]',
      '  | title',
      '  = translate its file from en, and list it',
    ],
  ],
  [
    'a page too many',
    HEAD,
    'steps: [first, second]',
    'steps: [first, second]\nclosing: [end]',
    [
      'es/workbook.yaml:13:11: error: expected no more under closing than in en, found "end" [translation-extra]',
      '  | end',
      '  = remove it, or add it to en too',
    ],
  ],
  [
    'words of the program in the first language',
    'es/strings.yaml',
    'Pide ayuda a alguien de confianza.',
    'Ask somebody whom you trust for help.',
    [
      'es/strings.yaml:2:11: warning: expected a translation, found the words of en [untranslated]',
      '  | Ask somebody whom you trust for help.',
      '  = say in this language what stands in en/strings.yaml:2',
    ],
  ],
  [
    'words of the program that are missing',
    'es/strings.yaml',
    'step: Capítulo\n',
    '',
    [
      'es/strings.yaml:1:1: warning: expected the workbook’s own words for "step", as in en, found none [translation-lacks]',
      '  | findHelp',
      '  = translate them from en/strings.yaml:1',
    ],
  ],
  [
    'a source that is not there',
    HEAD,
    'translation-of: en',
    'translation-of: eng',
    ['es/workbook.yaml:5:17: error: expected another language of this workbook, found "eng" [translation-source]', '  | eng', '  = did you mean "en"?'],
  ],
  [
    'itself as a source',
    HEAD,
    'translation-of: en',
    'translation-of: es',
    ['es/workbook.yaml:5:17: error: expected another language of this workbook, found "es" [translation-source]', '  | es', '  = did you mean "en"?'],
  ],
  [
    'a source with errors',
    'en/steps/first.yaml',
    'lines: 4',
    'lines: many',
    [
      'es/workbook.yaml:5:17: error: expected no errors in en, which this is translated from, found 1 [translation-source]',
      '  | en',
      '  = mend them first: check with --lang en',
    ],
  ],
];

describe('what a translation lacks, has too much of, or has left as it was is told with its place', () => {
  test.each(CASES)('%s', async (_, file, from, to, lines) => {
    await change(file, from, to);
    expect(await told()).toEqual(lines);
  });

  test('its own words of the program, when they are all missing', async () => {
    await rm(path.join(folder, 'es/strings.yaml'));
    expect(await told()).toEqual([
      'es/workbook.yaml:5:17: warning: expected strings.yaml beside workbook.yaml, as in en, found none [translation-lacks]',
      '  | en',
      '  = translate it from en/strings.yaml',
    ]);
  });

  test('what is broken hides nothing else', async () => {
    await change(FIRST, 'labels: [Poco, Mucho]', 'labels: [Poco]');
    await change(FIRST, 'items: [Descanso, Agua]', 'items: [Descanso]');
    expect(await told()).toEqual([
      'es/steps/first.yaml:32:5: error: expected 2 under "items", as in en, found 1 [translation-lacks]',
      '  | items',
      '  = translate what is missing, from en/steps/first.yaml:32',
    ]);
  });

  test('the words of the same language in another country may be the same', async () => {
    await cp(path.join(folder, 'en'), path.join(folder, 'en-GB'), { recursive: true });
    await change('en-GB/workbook.yaml', 'language: en', 'language: en-GB\ntranslation-of: en');
    expect(await told('en-GB')).toEqual([]);
  });
});

test('the shipped workbook agrees with itself, block for block', async () => {
  await cp(path.resolve(import.meta.dirname, '../../../content/rebuilding-trust/en'), path.join(folder, 'shipped/en'), { recursive: true });
  await cp(path.join(folder, 'shipped/en'), path.join(folder, 'shipped/en-AU'), { recursive: true });
  await change('shipped/en-AU/workbook.yaml', 'language: en', 'language: en-AU\ntranslation-of: en');
  folder = path.join(folder, 'shipped');
  const lines = await told('en-AU');
  folder = path.dirname(folder);
  expect(lines).toEqual([]);
});
