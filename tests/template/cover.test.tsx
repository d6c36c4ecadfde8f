/** Covers are told apart, and say no more than they should. */
import { createElement } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Workbook } from '../../src/content/workbook.ts';
import type { Setting } from '../../src/kit/context.ts';
import calm from '../../templates/calm/template.tsx';
import { workbookOf } from '../fixtures/plain/workbook.ts';
import { all, marksOf, setting, stage, wordsIn } from './stage.tsx';

let letter: Setting;
beforeAll(async () => {
  letter = await setting();
});

const book: Workbook = { ...workbookOf([], 'Mending'), subtitle: 'In seven steps', author: 'Somebody', license: 'Free to copy' };
const counselor: Workbook = { ...book, subtitle: 'Counselor’s edition', edition: { counselor: true, marks: ['English'] } };

const cover = (workbook: Workbook, more: { discreet?: boolean; preparedFor?: string } = {}, given = letter) =>
  stage(createElement(calm.Cover, { workbook, ...more }), given);
const fields = (nodes: ReturnType<typeof cover>) => all(nodes).flatMap((node) => marksOf(node).field?.name ?? []);
const drawings = (nodes: ReturnType<typeof cover>) => all(nodes).filter((node) => node.type === 'SVG').length;

describe('a cover', () => {
  it('has title, drawing and a line for a name, and leaves credit and licence to the last page', () => {
    const nodes = cover({ ...book, edition: { counselor: false, marks: ['English'] } });
    expect(wordsIn(nodes)).toBe('Mending In seven steps Name English');
    expect([fields(nodes), drawings(nodes)]).toEqual([['cover_name'], 1]);
  });

  it('says in large words that the counselor’s edition is not for clients, before all else, and has no line for a name', () => {
    const nodes = cover(counselor);
    expect(wordsIn(nodes)).toBe('Not for clients Counselor’s edition Mending English');
    expect(fields(nodes)).toEqual([]);
    expect(wordsIn(cover(counselor, { preparedFor: 'Ada' }))).toContain('Prepared for Ada');
  });

  it('stays neutral in a discreet copy, also in that of a counselor', () => {
    const { title: _, ...rest } = counselor;
    const nodes = cover({ ...rest, title: 'Notes', edition: { counselor: true, marks: [] } }, { discreet: true });
    expect(wordsIn(nodes)).toBe('Notes Counselor’s edition');
    expect([fields(nodes), drawings(nodes)]).toEqual([[], 0]);
  });

  it('names the practice and who works there in a block of its own', () => {
    const practice = { name: 'Harbor', counselor: 'Ada Quay', credentials: 'LMFT', contact: [] };
    expect(wordsIn(cover(book, {}, { ...letter, practice }))).toBe('Mending In seven steps Name Harbor Ada Quay LMFT');
  });
});
