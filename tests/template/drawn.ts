/** What a theme draws: each thing that a page is made of by itself, as the operators that paint it, and the tokens that it asks for. */
import { fileURLToPath } from 'node:url';
import { createElement, Fragment } from 'react';
import type { LeafBlock } from '../../src/content/blocks/index.ts';
import type { Section, Workbook } from '../../src/content/workbook.ts';
import type { Setting } from '../../src/kit/context.ts';
import { Box } from '../../src/kit/elements.tsx';
import type { Practice } from '../../src/kit/practice.ts';
import type { Template } from '../../src/kit/template.ts';
import type { Theme } from '../../src/kit/theme.ts';
import { makeBook } from '../../src/layout/book.tsx';
import { registerFaces } from '../../src/layout/lay-out.ts';
import { openDocument } from '../../src/pdf/document.ts';
import { drawBook } from '../../src/pdf/draw.ts';
import { StructureTree } from '../../src/pdf/structure.ts';
import type { LoadedTheme } from '../../src/theme/load.ts';
import type { Format } from '../../src/options/option-values.ts';
import { section, words, workbookOf, worksheet } from '../fixtures/plain/workbook.ts';
import { KINDS, samplesOf } from './samples.ts';

const ring = fileURLToPath(new URL('../fixtures/plain/ring.png', import.meta.url));

/** One thing of a page: components that are not named draw nothing. */
export interface Thing {
  name: string;
  components: readonly (keyof Omit<Template, 'blocks' | 'Motif'>)[];
  workbook: Workbook;
  /** Whose copy it is. */
  practice?: Practice;
}

const about = { minutes: 10, with: 'together' } as const;
const notes = {
  goal: words('What it is for.'),
  'look-for': [words('A sign')],
  cautions: [words('A time to wait')],
  debrief: [words('One question'), words('Another')],
};
const page = (blocks: Section['blocks']): Section => ({ ...section('page', 'A page', blocks, 'closing'), ...about });
const sheet = worksheet('A sheet', []);
const LONG =
  'Words that go on for so long that they need a second line and a third one, wherever they stand and however small they are, so that it shows how wide they are set. '.repeat(
    2,
  );
/** What is read, long enough to be broken into lines. */
const long: LeafBlock[] = [...samplesOf('text'), ...samplesOf('question')].map(
  (block) => (block.kind === 'text' ? { ...block, text: [words(LONG)] } : { ...block, question: words(LONG) }) as LeafBlock,
);
const step: Section = {
  ...section('step', 'A step of which the title is so long that it will hardly find room in the line at the foot of its pages', [sheet, sheet]),
  ...about,
};
/** Wherever a line ends, one of them has to be broken. */
const lengths = Array.from({ length: 24 }, (_, index) => worksheet('of '.repeat(8 + index), []));
const short: Section = { ...section('step', 'Short', [sheet, sheet]), ...about };
const practice: Practice = {
  name: 'A practice',
  counselor: 'Somebody',
  credentials: 'LMFT',
  contact: ['1 Street', 'example.org'],
  footer: 'A line',
  license: 'Registered',
  logo: { width: 4, height: 3, picture: ring },
};
const bookOf = (...sections: Section[]): Workbook => ({ ...workbookOf(sections), subtitle: 'Under the title', author: 'Somebody' });

/** Every component, and every kind of block in each case that has a look of its own. */
export const THINGS: readonly Thing[] = [
  ...KINDS.flatMap((kind) =>
    samplesOf(kind).map((block, index): Thing => {
      const drawable = (block.kind === 'image' ? { ...block, image: ring } : block) as LeafBlock;
      return { name: `${kind} ${index + 1}`, components: [], workbook: bookOf(page([drawable])) };
    }),
  ),
  { name: 'long words', components: [], workbook: bookOf(page(long)) },
  { name: 'the cover', components: ['Cover'], workbook: bookOf(page([])) },
  { name: 'the contents', components: ['Contents'], workbook: bookOf(step) },
  { name: 'contents with titles of many lengths', components: ['Contents'], workbook: bookOf({ ...step, blocks: lengths }) },
  { name: 'the opener of a step', components: ['StepOpener'], workbook: bookOf(step) },
  { name: 'the opener of a step with a short title', components: ['StepOpener'], workbook: bookOf(short) },
  { name: 'the opener of a page', components: ['PageOpener'], workbook: bookOf(page([sheet])) },
  { name: 'the head of a worksheet', components: ['WorksheetHead'], workbook: bookOf(page([sheet])) },
  { name: 'notes', components: ['Notes'], workbook: bookOf({ ...page([]), counselor: notes }) },
  { name: 'the foot of a page', components: ['PageFrame'], workbook: bookOf({ ...step, blocks: samplesOf('question') }) },
  { name: 'the cover of a practice', components: ['Cover'], workbook: bookOf(page([])), practice },
  {
    name: 'the cover of a practice with a wide logo',
    components: ['Cover'],
    workbook: bookOf(page([])),
    practice: { ...practice, logo: { width: 9, height: 1, picture: ring } },
  },
  { name: 'the closing of a practice', components: ['Closing'], workbook: bookOf(page([])), practice },
  { name: 'the foot of a page of a practice', components: ['PageFrame'], workbook: bookOf({ ...step, blocks: samplesOf('question') }), practice },
];

const nothing = () => createElement(Fragment);
const empty = () => createElement(Box);

/** A template of which all but some components draw nothing. */
const only = (template: Template, { components }: Thing): Template => {
  const blank = {
    Cover: empty,
    Contents: nothing,
    StepOpener: empty,
    PageOpener: nothing,
    WorksheetHead: nothing,
    Notes: nothing,
    PageFrame: nothing,
    Closing: nothing,
  };
  return { ...template, ...blank, ...Object.fromEntries(components.map((name) => [name, template[name]])) };
};

/** A theme that tells which of its tokens were asked for: `colors.ink`. */
const watched = <T extends object>(theme: T, asked: Set<string>, before = ''): T =>
  new Proxy(theme, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol') return value;
      if (typeof value === 'object' && value !== null) return watched(value, asked, `${before}${key}.`);
      asked.add(`${before}${key}`);
      return value;
    },
  });

const helpLines = {
  country: 'Nowhere',
  collected: '1 January 2026',
  lines: [{ name: 'Line', for: 'anyone', phone: '1', text: 'Text to 1', web: 'https://example.org', hours: 'always', checked: '2026-01-01' }],
};

export interface Picture {
  /** Operators of every page in order, and what is said of each field. */
  text: string;
  /** The tokens of the theme that it comes from. */
  asked: ReadonlySet<string>;
}

/** Draws one thing in a theme; nothing where it does not fit on a page. */
export const picture = async (
  thing: Thing,
  { theme, fonts }: LoadedTheme & { theme: Theme },
  { template, strings, format }: { template: Template; strings: Setting['strings']; format: Format },
): Promise<Picture | undefined> => {
  if (!fonts) throw new Error('expected the fonts of the theme');
  await registerFaces([
    { family: theme.fonts.text, weight: 400, file: fonts.text.regular },
    { family: theme.fonts.text, weight: 700, file: fonts.text.bold },
    { family: theme.fonts.title, weight: 600, file: fonts.title },
    { family: theme.fonts.note, weight: 400, file: fonts.note },
    { family: theme.fonts.note, weight: 700, file: fonts.text.bold },
  ]);
  const asked = new Set<string>();
  const setting: Setting = { theme: watched(theme, asked), strings, helpLines, ...(thing.practice ? { practice: thing.practice } : {}) };
  const { book } = await makeBook({
    workbook: thing.workbook,
    template: only(template, thing),
    setting,
    shorten: true,
    mirrored: (format.binding ?? 'none') !== 'none',
  });
  if (!book) return undefined;
  const doc = openDocument({ title: '', language: 'en', date: new Date(0) });
  const operators: string[] = [];
  const { addContent } = doc;
  doc.addContent = ((operator: string) => {
    operators.push(operator);
    return addContent.call(doc, operator);
  }) as typeof addContent;
  const { pages } = drawBook(doc, new StructureTree(doc), book, { flat: false });
  const fields = pages.flatMap(({ elements }, index) =>
    elements.annotations.map((each) => `${index} ${JSON.stringify(each.rect)} ${each.kind === 'field' ? JSON.stringify(each.mark) : each.to}`),
  );
  const sizes = book.pages.map(({ width, height }) => `${width} ${height}`);
  return { text: [...sizes, ...operators, ...fields].join('\n'), asked };
};
