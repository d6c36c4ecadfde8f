/** A PDF of chosen parts: loose sheets without cover and contents, packets with a note under their contents, and headings without gaps. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, type BuildRequest } from '../../src/api/index.ts';
import { findingsOf } from '../readers/findings.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { bookmarkTitles, packed, printedWords } from '../readers/words.ts';

const SAFETY = packed('Only if you can say no without paying for it.');

let home = '';
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mendbook-chosen-'));
  await writeFile(path.join(home, 'practice.yaml'), 'name: Harbor Counseling\nfooter: false\n');
  await writeFile(
    path.join(home, 'ana.yaml'),
    'title: For Ana\nnote: One page in an evening.\nparts:\n  - talk/my-limit\n  - part: prepare/about-what\n    note: Before Thursday.\n  - looking-back\n',
  );
});
afterAll(() => rm(home, { recursive: true, force: true }));

const made = async (request: BuildRequest) => {
  const built = await build({ workbook: 'starter', cwd: home, ...request });
  if (!built.ok) throw new Error(JSON.stringify(built.diagnostics));
  const document = await openInPdfjs(built.bytes);
  return {
    built,
    pages: await printedWords(document),
    bookmarks: await bookmarkTitles(document),
    title: (await document.getMetadata()).info as { Title?: string },
  };
};

describe('one or two sheets', () => {
  test('begin with the worksheet: no cover, no contents, its own title', async () => {
    const { pages, bookmarks, title } = await made({ only: ['talk/my-limit'] });
    expect(pages[0]).toContain(packed('My limit'));
    expect(pages.join(' ')).not.toContain(packed('A Talk That Matters'));
    expect(bookmarks).toEqual(['My limit']);
    expect(title.Title).toBe('My limit');
  });

  test('have a line of safety on each page, the practice’s name and numbers of their own', async () => {
    const { pages } = await made({ only: ['talk/my-limit', 'prepare/about-what'], practice: 'practice.yaml' });
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((words, index) => {
      expect(words).toContain(SAFETY);
      expect(words).toContain(packed('Harbor Counseling'));
      expect(words).toContain(packed(`Page ${index + 1} of ${pages.length}`));
    });
  });

  test('say for whom they are, since they have no cover', async () => {
    const { pages } = await made({ only: ['talk/my-limit'], name: 'Ana' });
    expect(pages[0]).toContain(packed('Prepared for Ana.'));
  });

  test.each<BuildRequest>([
    { only: ['talk/my-limit'] },
    { only: ['talk/what-we-agree', 'looking-back'], paper: 'a5', flat: true },
    { only: ['talk/my-limit', 'prepare/about-what'], largePrint: true, template: 'warm' },
    { only: ['talk/my-limit', 'before-you-begin', 'prepare/about-what', 'talk/what-we-heard'], template: 'plain' },
  ])('break no rule: %j', async (request) => {
    expect(await findingsOf(Buffer.from((await made(request)).built.bytes))).toEqual([]);
  });
});

describe('a packet', () => {
  test('has a cover with its title, contents with the note under them, and each part’s note where it begins', async () => {
    const { built, pages, title } = await made({ packet: 'ana.yaml' });
    expect(title.Title).toBe('For Ana');
    expect(pages[0]).toContain(packed('For Ana'));
    expect(pages[1]).toContain(packed('Contents'));
    expect(pages[1]).toContain(packed('One page in an evening.'));
    expect(pages.find((words) => words.includes(packed('Before Thursday.')))).toContain(packed('What it is about'));
    expect(built.fileName).toBe('starter-ana.pdf');
    expect(await findingsOf(Buffer.from(built.bytes))).toEqual([]);
  });

  test('tells nothing on a discreet cover: the note stands where the reading begins', async () => {
    const { built, pages, title } = await made({ packet: 'ana.yaml', discreet: true });
    expect(title.Title).toBe('Notes');
    expect(pages[0]).not.toContain(packed('Ana'));
    expect(pages[1]).toContain(packed('One page in an evening.'));
    expect(pages.join(' ')).not.toContain(packed('Contents'));
    expect(built.fileName).toMatch(/^notes-[0-9a-f]{5}\.pdf$/);
  });
});

describe('the foot of chosen pages', () => {
  const counted = /Step\d+of\d+/;

  test('has the packet’s title on each page, and counts no steps', async () => {
    const { pages } = await made({ packet: 'ana.yaml' });
    for (const words of pages.slice(1)) expect(words).toContain(packed('For Ana'));
    expect(pages.join(' ')).not.toMatch(counted);
  });

  test('has the name of a step that was chosen whole, without a count', async () => {
    const { pages } = await made({ only: ['talk'] });
    expect(pages.at(-1)).toContain(packed('Talk'));
    expect(pages.join(' ')).not.toMatch(counted);
    const { pages: some } = await made({ steps: '1' });
    expect(some.join(' ')).toMatch(counted);
  });
});

test('notes on pages and on worksheets that stand without their step share a page', async () => {
  const { built, bookmarks } = await made({ workbook: 'rebuilding-trust', packet: 'first-talk', edition: 'notes', country: 'us' });
  expect(bookmarks).toContain('For the counselor: Where we stand today');
  expect(bookmarks).toContain('For the counselor: My apology');
  expect(await findingsOf(Buffer.from(built.bytes))).toEqual([]);
});
