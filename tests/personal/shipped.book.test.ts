/** Copies of the shipped workbook in every template, language and paper, with all else that changes a cover in turn. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type BuildRequest, createBuilder } from '../../src/api/index.ts';
import { PAPERS } from '../../src/options/papers.ts';
import { shippedTemplates, templatesIn } from '../../src/theme/find-template.ts';
import { shippedLanguages } from '../fixtures/editions.ts';
import { areOfOneBook, expectAlike } from './alike.ts';

type Asked = Omit<BuildRequest, 'name'>;

const OTHERS: readonly Asked[] = [{}, { discreet: true }, { edition: 'counselor' }, { flat: true, inkSaver: true }, { for: 'was-hurt', binding: '2-hole' }];

const templates = await templatesIn(shippedTemplates());
const languages = await shippedLanguages(fileURLToPath(new URL('../..', import.meta.url)));
const combinations = templates.flatMap((template) => languages.flatMap((lang) => PAPERS.map((paper): Asked => ({ template, lang, paper }))));
// Large print is not for the smallest paper, and has rows of its own.
const large = templates.map((template, index): Asked => ({ template, paper: index % 2 === 0 ? 'letter' : 'a4', largePrint: true }));
const rows = [...combinations.map((asked, index): Asked => ({ ...asked, ...OTHERS[index % OTHERS.length] })), ...large].map((asked) => ({
  // The cover is the same whatever comes after it.
  asked: { country: 'us', steps: '1', ...asked },
  about: Object.values(asked).join(' '),
}));
/** One in letters that the book lacks, one in letters that its fonts lack, one that needs a second line. */
const NAMES = ['Zoë Łukasz', 'Мария Ёлкина', 'María del Carmen Fernández-Villaverde y González de la Reguera'];

test.each(rows)('$about', async ({ asked }) => {
  const builder = createBuilder();
  const copies = await builder.personalCopies(asked);
  if (!copies.ok) throw new Error(JSON.stringify(copies.diagnostics));
  const made = await Promise.all(NAMES.map((name) => copies.copy(name)));
  const written = made.map((copy) => (copy.ok ? copy.bytes : new Uint8Array()));
  expect(areOfOneBook(written)).toBe(true);
  const turn = rows.findIndex((row) => row.asked === asked) % NAMES.length;
  const whole = await builder.build({ ...asked, name: NAMES[turn] as string });
  if (!whole.ok) throw new Error(JSON.stringify(whole.diagnostics));
  await expectAlike(written[turn] as Uint8Array, whole.bytes);
});
