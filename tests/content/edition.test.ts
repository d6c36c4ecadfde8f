import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/content/blocks/index.ts';
import { type EditionOptions, selectEdition } from '../../src/content/edition.ts';
import { loadWorkbook } from '../../src/content/load.ts';
import type { Workbook } from '../../src/content/workbook.ts';

const load = async (folder: string): Promise<Workbook> => {
  const { workbook, diagnostics } = await loadWorkbook(folder, 'en');
  if (!workbook) throw new Error(`the fixture is broken: ${JSON.stringify(diagnostics, null, 2)}`);
  return workbook;
};
const book = await load(path.resolve(import.meta.dirname, '../fixtures/edition'));
const everything: EditionOptions = { role: 'both', relationship: 'other' };
const chosen = (...names: string[]): Partial<EditionOptions> => ({ only: names.map((name) => ({ name })) });

/** An edition as an outline: one line a block, indented as it stands. */
const outline = (options: Partial<EditionOptions>): string[] => {
  const { workbook, diagnostics } = selectEdition(book, { ...everything, ...options });
  if (!workbook) return diagnostics.map(({ message, hints }) => [message, ...(hints ?? [])].join(' | '));
  const lines = (blocks: readonly Block[], indent: string): string[] =>
    blocks.flatMap((block) => [
      `${indent}${block.kind}${'id' in block && block.id ? ` ${block.id}` : ''}`,
      ...(block.kind === 'worksheet' ? lines(block.blocks, `${indent}  `) : []),
    ]);
  return workbook.sections.flatMap(({ id, number, blocks }) => [`${number ?? '-'} ${id}`].concat(lines(blocks, '  ')));
};

/** The sections of an edition of some steps. */
const ids = (steps: string) => outline({ steps }).filter((line) => /^[-\d]/.test(line));

/** The links in the first text. */
const links = (steps?: string) => {
  const { workbook } = selectEdition(book, steps === undefined ? everything : { ...everything, steps });
  const [block] = workbook?.sections[0]?.blocks ?? [];
  return block?.kind === 'text' ? block.text.flat().flatMap(({ text, href }) => (href ? [`${text} ${href}`] : [])) : [];
};

/** Where the words of a relationship stand: a title, a label, a paragraph. */
const said = (relationship: EditionOptions['relationship']) => {
  const { workbook } = selectEdition(book, { ...everything, relationship });
  const [, scale, text] = workbook?.sections[0]?.blocks ?? [];
  return [
    workbook?.title,
    scale?.kind === 'scale' ? scale.labels[0] : '',
    text?.kind === 'text'
      ? text.text
          .flat()
          .map((span) => span.text)
          .join('')
      : '',
  ];
};

const places = (workbook: Workbook | undefined) => workbook?.sections.map(({ at }) => at.file);

describe('an edition for one reader', () => {
  test('holds everything when it is for both', () => {
    expect(outline({})).toEqual([
      '- welcome',
      '  text',
      '  scale trust',
      '  text',
      '1 first',
      '  heading',
      '  question mine',
      '  heading',
      '  question yours',
      '  page-break',
      '  worksheet sheet',
      '    heading',
      '    question theirs',
      '  text',
      '2 second',
      '  question friends',
      '3 third',
      '  scale again',
      '  text',
      '- end',
      '  compare trust-now',
      '  compare again-now',
      '  heading',
      '  heading',
      '  text',
    ]);
  });

  test('leaves out what is for the other, with the headings, worksheets and page breaks that stand over nothing then', () => {
    expect(outline({ role: 'broke-trust' })).toEqual([
      '- welcome',
      '  text',
      '  scale trust',
      '  text',
      '1 first',
      '  heading',
      '  question mine',
      '  page-break',
      '  text',
      '2 second',
      '  question friends',
      '3 third',
      '  scale again',
      '  text',
      '- end',
      '  compare trust-now',
      '  compare again-now',
      '  heading',
      '  heading',
      '  text',
    ]);
    expect(outline({ role: 'was-hurt' }).slice(4, 11)).toEqual([
      '1 first',
      '  heading',
      '  question yours',
      '  page-break',
      '  worksheet sheet',
      '    heading',
      '    question theirs',
    ]);
  });

  test('leaves out what is for other relationships', () => {
    expect(outline({ relationship: 'friend' })).toContain('2 second');
    expect(outline({ relationship: 'partner' })).not.toContain('2 second');
    expect(outline({ relationship: 'partner' })).toContain('3 third');
  });
});

describe('an edition of some steps', () => {
  test.each([
    ['1', ['- welcome', '1 first', '- end']],
    ['2-3', ['- welcome', '2 second', '3 third', '- end']],
    [' 3 , first ', ['- welcome', '1 first', '3 third', '- end']],
    ['third,1-2,2', ['- welcome', '1 first', '2 second', '3 third', '- end']],
  ])('%s keeps the pages before and after, and the numbers', (steps, sections) => {
    expect(ids(steps)).toEqual(sections);
  });

  test.each([
    ['4', 'expected steps from 1 to 3, found "4" | the steps are: 1 first, 2 second, 3 third'],
    ['0-2', 'expected steps from 1 to 3, found "0-2" | the steps are: 1 first, 2 second, 3 third'],
    ['3-1', 'expected the lower number first, found "3-1" | write 1-3'],
    ['secnd', 'expected the number or name of a step, found "secnd" | did you mean "second"?'],
    ['welcome', 'expected the number or name of a step, found "welcome" | pages and worksheets are chosen with --only welcome'],
    ['1,,2', 'expected a step between the commas, found nothing | write for instance --steps 1-3,5 or --steps apologize'],
    ['', 'expected a step between the commas, found nothing | write for instance --steps 1-3,5 or --steps apologize'],
    ['99999999999999999999', 'expected steps from 1 to 3, found "99999999999999999999" | the steps are: 1 first, 2 second, 3 third'],
  ])('%j is refused', (steps, message) => {
    expect(outline({ steps })).toEqual([message]);
  });

  test('tells every bad part at once', () => {
    expect(outline({ steps: '9,1,thrid' })).toHaveLength(2);
  });

  test('is refused when the reader has none of them', () => {
    expect(outline({ steps: '2', relationship: 'partner' })).toEqual([
      'expected at least one step in this edition, found none | choose other steps, or another reader with --for',
    ]);
  });

  test('is refused when all of them are left out, by the option that does it', () => {
    expect(outline({ without: book.sections.filter(({ part }) => part === 'step').map(({ id }) => id) })).toEqual([
      'expected at least one step in this edition, found none | leave out less with --without, choose other steps, or another reader with --for',
    ]);
  });

  test('leaves out a comparison whose first rating is not in it, and says so at its place', () => {
    const { workbook, diagnostics } = selectEdition(book, { ...everything, steps: '1' });
    expect(diagnostics).toMatchObject([{ code: 'compare-left-out', severity: 'warning' }]);
    expect(diagnostics[0]?.at?.file).toMatch(/end\.yaml$/);
    expect(workbook?.sections.at(-1)?.blocks.map(({ kind }) => kind)).toEqual(['compare', 'heading', 'heading', 'text']);
  });

  test('makes plain words of links to what is not in it', () => {
    expect(links()).toEqual(['the first #first', 'a question #first/mine', 'the third #third', 'a rating #third/again', 'the web https://example.org']);
    expect(links('1')).toEqual(['the first #first', 'a question #first/mine', 'the web https://example.org']);
    expect(links('3')).toEqual(['the third #third', 'a rating #third/again', 'the web https://example.org']);
  });
});

describe('the words of a relationship', () => {
  test('stand in titles, labels and prose', () => {
    expect(said('partner')).toEqual(['For you and your partner', 'your partner, never', 'What your partner said to your partner in the practice.']);
  });

  test('are the default where there are none of their own', () => {
    expect(said('family')).toEqual(['For you and the other', 'the other, never', 'What the other said to the other in the practice.']);
  });

  test('leave places and file names as they are', () => {
    expect(places(selectEdition(book, everything).workbook)).toEqual(places(book));
  });
});

test('the workbook itself is not changed', () => {
  const before = JSON.stringify(book);
  selectEdition(book, { role: 'was-hurt', relationship: 'partner', steps: '1' });
  expect(JSON.stringify(book)).toBe(before);
});

describe('the shipped workbook for one reader', () => {
  const shipped = (language: string) => loadWorkbook(path.resolve(import.meta.dirname, '../../content/rebuilding-trust'), language);
  const words = (workbook: Workbook | undefined) => JSON.stringify(workbook?.sections);

  test.each([
    ['en', 'your family member', 'your sister'],
    ['es', 'tu familiar', 'tu hermana'],
  ])('calls the other person as the reader does, in every place (%s)', async (language, usual, own) => {
    const { workbook } = await shipped(language);
    const options = { ...everything, relationship: 'family' as const };
    const timesSaid = (edition: Workbook | undefined, called: string) => words(edition).split(called).length - 1;
    const [before, after] = [options, { ...options, other: own }].map((asked) => selectEdition(workbook as Workbook, asked).workbook);
    expect(timesSaid(after, usual)).toBe(0);
    expect(timesSaid(after, own) - timesSaid(before, own)).toBe(timesSaid(before, usual));
    expect(timesSaid(before, usual)).toBeGreaterThan(10);
  });

  test('who works alone gets no worksheet that is done together, and all the others', async () => {
    const { workbook } = await shipped('en');
    const company = (alone: boolean) =>
      (selectEdition(workbook as Workbook, { ...everything, alone }).workbook?.sections ?? []).flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'worksheet' ? [block.with] : [])),
      );
    expect(company(false)).toContain('together');
    expect(company(true)).toEqual(company(false).filter((who) => who !== 'together'));
  });
});

test('every edition of the shipped workbook holds all seven steps and no variable', async () => {
  const shipped = await load(path.resolve(import.meta.dirname, '../../content/rebuilding-trust'));
  for (const role of ['both', 'broke-trust', 'was-hurt'] as const) {
    for (const relationship of ['partner', 'friend', 'family', 'other'] as const) {
      const { workbook, diagnostics } = selectEdition(shipped, { role, relationship });
      expect(diagnostics).toEqual([]);
      expect(workbook?.sections.flatMap(({ number }) => number ?? [])).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(JSON.stringify({ ...workbook, variables: {} })).not.toContain('{{');
    }
  }
});

describe('an edition of chosen parts', () => {
  test('has them in the order given, worksheets without the opener and the words of their step', () => {
    const options = { ...everything, ...chosen('end', 'first/sheet', 'second') };
    const { workbook } = selectEdition(book, options);
    expect(workbook?.sections.map(({ id, excerpt, blocks }) => [id, excerpt ?? false, blocks.length])).toEqual([
      ['end', false, 3],
      ['first', true, 1],
      ['second', false, 1],
    ]);
  });

  test('leaves the rows of a page and all else as they are, field names too', () => {
    expect(outline(chosen('first/sheet'))).toEqual(['1 first', '  worksheet sheet', '    heading', '    question theirs']);
  });

  test('is a loose sheet where one or two pages or worksheets are chosen, and none with a step', () => {
    const loose = (...names: string[]) => selectEdition(book, { ...everything, ...chosen(...names) }).workbook?.loose ?? false;
    expect([loose('first/sheet'), loose('welcome', 'first/sheet'), loose('welcome', 'first/sheet', 'end'), loose('first')]).toEqual([true, true, false, false]);
  });

  test('tells which parts are for another reader, and refuses where nothing is left', () => {
    const { workbook, diagnostics } = selectEdition(book, { ...everything, role: 'broke-trust', ...chosen('welcome', 'first/sheet') });
    expect(workbook?.sections.map(({ id }) => id)).toEqual(['welcome']);
    expect(diagnostics).toMatchObject([{ code: 'part-left-out', severity: 'warning', message: expect.stringContaining('first/sheet is left out') as string }]);
    expect(selectEdition(book, { ...everything, role: 'broke-trust', ...chosen('first/sheet') }).diagnostics).toMatchObject([
      { code: 'part-left-out', severity: 'error' },
    ]);
  });

  test('says that a part is left out by --without, where that is why it is not there, and blames no reader', () => {
    const told = (without: string[], ...names: string[]) => selectEdition(book, { ...everything, ...chosen(...names), without }).diagnostics;
    expect(told(['first/sheet'], 'first/sheet')).toMatchObject([
      { code: 'part-left-out', severity: 'error', message: 'expected at least one part, found none: first/sheet is chosen and left out with --without' },
    ]);
    expect(told(['first'], 'first/sheet')[0]?.message).toContain('left out with --without');
    expect(told(['first/sheet'], 'welcome', 'first/sheet')).toMatchObject([
      { severity: 'warning', message: 'expected the parts that were chosen, found some that --without leaves out: first/sheet' },
    ]);
  });

  test.each([
    ['shet', 'expected the name of a page, a step or a worksheet, found "shet" | did you mean "first/sheet"?'],
    ['first/shet', 'expected the name of a page, a step or a worksheet, found "first/shet" | did you mean "first/sheet"?'],
    ['first/nothing-like-it', 'expected the name of a page, a step or a worksheet, found "first/nothing-like-it" | worksheets of "first": first/sheet'],
  ])('%s is refused', (name, message) => {
    expect(outline(chosen(name))).toEqual([message]);
  });

  test('a worksheet beside its own step is refused', () => {
    expect(outline(chosen('first', 'first/sheet'))).toEqual([
      'expected each part once, found "first/sheet" beside "first" | remove one of the two: answers are kept under its name',
    ]);
  });

  test('a note stands where its part begins', () => {
    const only = [{ name: 'first/sheet', note: [[{ text: 'Before Thursday.' }]] }];
    const { workbook } = selectEdition(book, { ...everything, only, noteTitle: 'For you' });
    const [sheet] = workbook?.sections[0]?.blocks ?? [];
    expect(sheet).toMatchObject({
      kind: 'worksheet',
      blocks: [{ kind: 'callout', title: [{ text: 'For you' }], text: [[{ text: 'Before Thursday.' }]] }, {}, {}],
    });
  });
});

describe('a step that has lost all its worksheets', () => {
  test('is left out whole where nothing else is to be filled in', () => {
    expect(outline({ without: ['first/sheet'] })).toContain('1 first');
    const bare = { ...book, sections: book.sections.map((section) => (section.id === 'first' ? withoutQuestions(section) : section)) };
    const { workbook } = selectEdition(bare, { ...everything, without: ['first/sheet'] });
    expect(workbook?.sections.map(({ id }) => id)).not.toContain('first');
  });
});

/** A step with its worksheets and words alone. */
const withoutQuestions = (section: Workbook['sections'][number]): Workbook['sections'][number] => ({
  ...section,
  blocks: section.blocks.filter(({ kind }) => kind !== 'question'),
});
