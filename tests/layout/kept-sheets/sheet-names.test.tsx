/** Sheets have the same name where their elements say the same, wherever those were written; and another where anything differs. */
import { expect, test } from 'vitest';
import type { Setting } from '../../../src/kit/context.ts';
import { SectionFlow, Sheet } from '../../../src/layout/flow.tsx';
import { SheetNames } from '../../../src/layout/kept-sheets/sheet-names.ts';
import type { Section } from '../../../src/content/workbook.ts';
import calm from '../../../templates/calm/template.tsx';
import type { Template } from '../../../src/kit/template.ts';
import { section, worksheet } from '../../fixtures/plain/workbook.ts';
import { samplesOf } from '../../template/samples.ts';

const theme = { paper: { width: 300 }, fonts: { text: 'Text' }, type: { body: { size: 12, leading: 18 } }, colors: { ink: '#000000' } };
const setting = { theme, strings: { page: 'Page' }, motif: calm.Motif } as unknown as Setting;
const own = (): Section => section('step', 'A step', [worksheet('Sheet', samplesOf('scale'))]);
const sheetOf = (part: Section, template: Template = calm) => (
  <Sheet theme={setting.theme} width={200}>
    <SectionFlow section={part} steps={1} template={template} />
  </Sheet>
);
const named = (part: Section, about: Setting = setting) => new SheetNames(calm).nameOf(sheetOf(part), about);

/** The same words in another file, where they stand further down. */
const moved = (part: Section): Section =>
  JSON.parse(
    JSON.stringify(part, (key, value: { start: number; end: number }) =>
      key === 'at' ? { file: '/copy "of" it.yaml', start: value.start + 7, end: value.end + 7 } : value,
    ),
  ) as Section;

test('a copy in another place has the same name, and tells of its own places', () => {
  const [one, other] = [named(own()), named(moved(own()))];
  expect(one?.name).toBe(other?.name);
  expect(one?.places.length).toBeGreaterThan(1);
  expect(other?.places).toEqual(one?.places.map(({ start, end }) => ({ file: '/copy "of" it.yaml', start: start + 7, end: end + 7 })));
});

test('a changed word, measure or word of the program gives another name', () => {
  const names = [
    named(own()),
    named({ ...own(), title: [{ text: 'Another step' }] }),
    named(own(), { ...setting, theme: { ...setting.theme, paper: { ...setting.theme.paper, width: 301 } } }),
    named(own(), { ...setting, strings: { ...setting.strings, chosenPages: 'chosen' } }),
    named(own(), { ...setting, scales: new Map() }),
    named(own(), { ...setting, practice: { name: 'Practice' } as never }),
  ].map((each) => each?.name);
  expect(names).not.toContain(undefined);
  expect(new Set(names).size).toBe(names.length);
});

test('words that look like a place in a file are words', () => {
  const said = (words: string) => named({ ...own(), title: [{ text: words }] })?.name;
  const place = (start: number): string => `"at":{"file":"a","start":${start},"end":2}`;
  expect(said(place(1))).not.toBe(said(place(3)));
});

test('a component that is not the template’s own has no name', () => {
  const Other = () => null;
  const names = new SheetNames(calm);
  expect(names.nameOf(sheetOf(own(), { ...calm, PageOpener: Other }), setting)).toBeUndefined();
  expect(names.nameOf(<Other />, setting)).toBeUndefined();
  expect(names.nameOf(sheetOf(own()), { ...setting, motif: Other })).toBeUndefined();
});
