import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createElement } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Setting } from '../../src/kit/context.ts';
import { MOTIF_FIELD } from '../../src/kit/motif.tsx';
import type { Theme } from '../../src/kit/theme.ts';
import calm from '../../templates/calm/template.tsx';
import { EDGES, PIECES } from '../../templates/calm/drawings/bowl-shape.ts';
import { Motif } from '../../templates/calm/motif.tsx';
import { cutAtGaps } from '../../templates/calm/parts/sentence.ts';
import { KINDS, samplesOf } from './samples.ts';
import { all, marksOf, setting, stage, stageBlock, type StagedNode, wordsIn } from './stage.tsx';

let letter: Setting & { theme: Theme };
beforeAll(async () => {
  letter = await setting();
});

/** Properties that are given a length as a number: shares in percent, 0 and 1 are none. */
const lengthsIn = (text: string): string[] =>
  (
    text.match(
      /\b(?:margin|padding|width|height|top|left|right|bottom|gap|columnGap|rowGap|font|lineHeight|border|min|max|stroke|radius|size)\w*\s*[:=]\s*[{'"`(]*-?\d*\.?\d+(?!\d*%)(?!\d)/gi,
    ) ?? []
  ).filter((found) => !/[:=]\s*[{'"`(]*[01]$/.test(found));

const fieldsIn = (nodes: StagedNode[]) => all(nodes).flatMap((node) => marksOf(node).field ?? []);
const samples = KINDS.flatMap((kind) => samplesOf(kind).map((block, index) => [`${kind} ${index + 1}`, block] as const));

describe('every block of calm', () => {
  it.each(samples)('%s has fields with unique names and with labels', (_, block) => {
    const fields = fieldsIn(stageBlock(calm, block, letter));
    const names = fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    if ('id' in block) expect(names.length).toBeGreaterThan(0);
    for (const { name, label } of fields) {
      expect(name).toMatch(/^step_[a-z0-9-]+(_[a-z0-9]+)*$/);
      expect(label.trim()).not.toBe('');
      expect(label).not.toMatch(/undefined|\{\{|\[object/);
    }
    expect(new Set(fields.map(({ label }) => label)).size).toBe(fields.length);
  });

  /** Which structure elements may stand in which (ISO 32000-1, 14.8.4; PDF/UA-1, 7.2). */
  const INSIDE: Record<string, RegExp> = {
    L: /^LI$/,
    LI: /^(Lbl|LBody)$/,
    Table: /^TR$/,
    TR: /^(TH|TD)$/,
    P: /^(Lbl|Span|Form|Reference)$/,
    Lbl: /^(Form|P|Span)$/,
    TOC: /^TOCI$/,
  };
  const childRoles = (node: StagedNode): string[] => {
    const { role, field, artifact } = marksOf(node);
    if (artifact) return [];
    if (role) return [role];
    return field ? ['Form'] : (node.children ?? []).flatMap(childRoles);
  };

  it.each(samples)('%s nests its structure as a reader expects', (_, block) => {
    const nodes = stageBlock(calm, block, letter);
    for (const node of all(nodes)) {
      const allowed = INSIDE[marksOf(node).role ?? ''];
      if (allowed && node.type !== 'TEXT') for (const role of (node.children ?? []).flatMap(childRoles)) expect(role).toMatch(allowed);
    }
    for (const table of all(nodes).filter((node) => marksOf(node).role === 'Table')) {
      const rows = (table.children ?? []).filter((row) => !marksOf(row).flow?.continued);
      const widths = rows.map((row) => (row.children ?? []).flatMap(childRoles).length);
      expect(new Set(widths).size).toBe(1);
      expect(rows.filter((row) => marksOf(row).flow?.repeat)).toHaveLength(1);
    }
  });

  it('can be linked to by the id of the block, except where there is none', () => {
    for (const [title, block] of samples) {
      const places = all(stageBlock(calm, block, letter)).flatMap((node) => marksOf(node).destination ?? []);
      expect([title, places[0]]).toEqual([title, 'id' in block ? `step/${block.id}` : undefined]);
    }
  });
});

/** The units of a sample. */
const first = (kind: (typeof KINDS)[number], index = 0) => stageBlock(calm, samplesOf(kind)[index] as never, letter);

describe('some blocks of calm', () => {
  it('a question takes its lines, and some more where there is room', () => {
    const field = all(first('question')).find((node) => marksOf(node).field);
    expect(marksOf(field as StagedNode)).toMatchObject({
      field: { label: 'What happened?', multiline: true },
      grow: { most: letter.theme.ruling.grow },
      rules: { kind: 'lines' },
    });
    expect(JSON.stringify(field?.style)).toContain(`"height":${6 * letter.theme.ruling.leading}`);
  });

  it('a scale has a cell for each number, which comes first in its name; the cells at the ends say what they mean', () => {
    const fields = fieldsIn(first('scale', 1));
    expect(fields.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5].map((number) => `step_often_${number}`));
    expect(fields[0]).toMatchObject({ kind: 'check', sign: 'ring', label: '1 of 5 – Never – How often?' });
    expect(fields.slice(1).map(({ label }) => label)).toEqual([
      '2 of 5 – How often?',
      '3 of 5 – How often?',
      '4 of 5 – How often?',
      '5 of 5 – Always – How often?',
    ]);
  });

  it('a comparison uses the numbers and ends of the first rating, or the usual ones where it is left out', () => {
    expect(fieldsIn(first('compare'))).toHaveLength(22);
    expect(wordsIn(first('compare'))).toContain('A great deal');
    expect(all(first('compare')).map((node) => marksOf(node).pageOf)).toContain('step/trust');
    expect(fieldsIn(first('compare', 1))).toHaveLength(22);
    expect(all(first('compare', 1)).flatMap((node) => marksOf(node).pageOf ?? [])).toEqual([]);
  });

  it('the clean copy of a letter says nothing of an exercise, and has its page to itself', () => {
    const units = first('letter');
    const copy = units.at(-1) as StagedNode;
    expect(marksOf(copy)).toMatchObject({ flow: { breakBefore: true, breakAfter: true, bare: true }, bookmark: { title: 'My apology, clean', level: 3 } });
    expect(wordsIn([copy])).toBe('Date Dear Yours');
    expect(all([copy]).some((node) => marksOf(node).grow?.most === Infinity)).toBe(true);
  });

  it('what is typed into the clean copy stands on the colour of the paper, and not in the tint of a form', () => {
    const grounds = fieldsIn(first('letter')).flatMap((field) => (field.kind === 'text' && field.background ? [[field.name, field.background]] : []));
    const { paper, tint } = letter.theme.colors;
    expect(grounds.at(-1)).toEqual(['step_letter_copy', paper]);
    expect(new Set(grounds.slice(0, -1).map(([, ground]) => ground))).toEqual(new Set([tint]));
  });

  it('the heads of two columns begin level, whatever stands below them', () => {
    const head = all(first('columns')).find((node) => marksOf(node).flow?.repeat);
    expect(JSON.stringify(head?.style)).not.toContain('flex-end');
  });

  it('lists that a page may end within have what they are about at the head of each further part, where it is not read aloud', () => {
    const lists = [first('checklist', 1), first('feelings')].map((units) => all(units).find((node) => marksOf(node).flow?.split));
    const heads = lists.map((list) => list?.children?.[0] as StagedNode);
    for (const head of heads) expect(marksOf(head)).toMatchObject({ artifact: 'Layout', flow: { continued: true } });
    const printed = heads.map((head) =>
      all([head])
        .flatMap(({ value }) => value ?? [])
        .join(''),
    );
    expect(printed).toEqual(['Continued: Many', expect.stringMatching(/^Continued: /)]);
  });

  it('drafts of a sentence are told apart by name and label', () => {
    const fields = fieldsIn(first('complete'));
    expect(fields).toHaveLength(9);
    expect(fields[4]).toMatchObject({ name: 'step_i_2_2', label: 'what happens – when, Draft 2' });
  });

  it('a table names each of its cells by row and column', () => {
    expect(fieldsIn(first('table'))[1]?.label).toBe('Row 1, What helps – Triggers');
    expect(fieldsIn(first('table', 1))[0]).toMatchObject({ name: 'step_steps_1_1', label: 'One, What I keep – By step' });
    expect(fieldsIn(first('log'))[2]?.label).toBe('Week 2, Promise – Promises');
  });

  it('a date is written beside words that take more than half of the line, a few words below them', () => {
    const heightOf = (expects: string) => {
      const [sentence] = stageBlock(
        calm,
        {
          kind: 'complete',
          complete: [{ text: `I will look at this page of the book again on ____` }],
          id: 'again',
          blanks: ['a date'],
          tries: 1,
          expects,
        } as never,
        letter,
      );
      return all([sentence as StagedNode])
        .filter(({ style }) => JSON.stringify(style)?.includes('row'))
        .flatMap(({ children }) => children ?? []).length;
    };
    expect(heightOf('date')).toBe(heightOf('few-words') + 1);
  });

  it('a log stands on lines, or in taller rows where these take less paper', () => {
    const log = (...titles: string[]) =>
      stageBlock(
        calm,
        {
          kind: 'log',
          log: [{ text: 'Log' }],
          id: 'log',
          rows: 2,
          columns: titles.map((title) => ({ title, width: 1, expects: title === 'Date' ? ('date' as const) : ('sentence' as const) })),
        } as never,
        letter,
      );
    const rolesIn = (units: StagedNode[]) => new Set(all(units).map((node) => marksOf(node).role));
    const [tall, lines] = [log('Date', 'What happened', 'What it tells me'), log('Date', 'Thanks', 'Talked about', 'Asked')];
    expect(rolesIn(tall)).toContain('Table');
    expect(rolesIn(lines)).not.toContain('Table');
    expect(fieldsIn(tall).map(({ name }) => name)).toEqual(['step_log_1_1', 'step_log_1_2', 'step_log_1_3', 'step_log_2_1', 'step_log_2_2', 'step_log_2_3']);
    expect(fieldsIn(lines)).toHaveLength(8);
  });

  it('help lines give way to words on how to find help where no country was chosen', () => {
    const { helpLines: _, ...without } = letter;
    const [block] = samplesOf('help-lines');
    expect(wordsIn(stageBlock(calm, block as never, without))).toContain(letter.strings.findHelp);
    expect(wordsIn(first('help-lines'))).toMatch(/Nowhere\. .*1 January 2026.* Line 1 anyone Text to 1\s+·\s+example\.org\s+·\s+always/);
  });
});

describe('a sentence with gaps', () => {
  it('is cut at them, with the punctuation behind each, and keeps what is bold', () => {
    expect(cutAtGaps([{ text: 'I feel ____ when ' }, { text: 'you', strong: true }, { text: ' ____, because ________. Always.' }])).toEqual({
      pieces: [
        { before: [{ text: 'I feel' }], behind: '' },
        { before: [{ text: 'when ' }, { text: 'you', strong: true }], behind: ',' },
        { before: [{ text: 'because' }], behind: '.' },
      ],
      after: [{ text: 'Always.' }],
    });
    expect(cutAtGaps([{ text: '____ and ____' }])).toEqual({
      pieces: [
        { before: [], behind: '' },
        { before: [{ text: 'and' }], behind: '' },
      ],
      after: [],
    });
  });
});

const paths = (joined: number, place: 'opener' | 'cover' | 'foot' = 'opener') =>
  all(stage(createElement(Motif, { width: 100, joined, place }), letter)).filter((node) => node.type === 'PATH') as unknown as {
    props: { d: string; strokeWidth: number; strokeDasharray?: string };
  }[];
/** How many lines the paths of a bowl have: where something is missing, and where it was joined. */
const ghosts = (joined: number) =>
  paths(joined)
    .filter(({ props }) => props.strokeDasharray)
    .flatMap(({ props }) => props.d.match(/M/g) ?? []).length;
const shards = (joined: number) => paths(joined).filter(({ props }) => props.d.endsWith('Z')).length / 2;
const seams = (joined: number) => {
  const widest = Math.max(...paths(joined).map(({ props }) => props.strokeWidth));
  const wide = paths(joined).filter(({ props }) => props.strokeWidth === widest && widest > (2 * letter.theme.motif.line * MOTIF_FIELD.width) / 100);
  return wide.flatMap(({ props }) => props.d.match(/M/g) ?? []).length;
};

describe('the bowl', () => {
  const eight = Array.from({ length: 8 }, (_, step) => step / 7);

  it('has one shard fewer beside its foot at each step, and less of its outline missing, until it is whole', () => {
    expect(eight.map(shards)).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
    const missing = eight.map(ghosts);
    expect(missing.toSorted((one, other) => other - one)).toEqual(missing);
    expect(missing[0]).toBeGreaterThan(4);
    expect(missing.at(-1)).toBe(0);
  });

  it('has more seams at each step, and all of them at the end', () => {
    const joined = eight.map(seams);
    expect(joined[0]).toBe(0);
    expect(joined.slice(1).map((count, step) => count > (joined[step] as number))).not.toContain(false);
    expect(joined.at(-1)).toBe(EDGES.filter(({ between }) => between[1] !== undefined).length);
  });

  it('keeps within its field, with its shards', () => {
    const numbers = paths(0).flatMap(({ props }) =>
      props.d
        .split(/[^\d.-]+/)
        .filter((part) => part !== '')
        .map(Number),
    );
    const [across, down] = [0, 1].map((axis) => numbers.filter((_, index) => index % 2 === axis)) as [number[], number[]];
    expect(Math.min(...across, ...down)).toBeGreaterThan(0);
    expect(Math.max(...across)).toBeLessThan(MOTIF_FIELD.width);
    expect(Math.max(...down)).toBeLessThan(MOTIF_FIELD.height);
  });

  it('is seven staves at the foot of a page, as many of them filled as steps are done', () => {
    const filled = (joined: number) => paths(joined, 'foot')[0]?.props.d.match(/M/g)?.length;
    expect(eight.map(filled)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('has pieces whose edges close', () => {
    for (let piece = 1; piece <= PIECES; piece++) {
      const ends = EDGES.filter(({ between }) => between.includes(piece)).flatMap(({ points }) => [points[0], points.at(-1)]);
      const places = ends.map((end) => `${end?.x.toFixed(3)} ${end?.y.toFixed(3)}`);
      expect([...new Set(places)].every((place) => places.filter((other) => other === place).length === 2)).toBe(true);
    }
  });
});

describe('the theme of calm', () => {
  const folder = path.resolve(import.meta.dirname, '../../templates/calm');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

  it('holds every colour and every length: components have none of their own', () => {
    expect(files.length).toBeGreaterThan(30);
    for (const name of files) {
      const text = readFileSync(path.join(folder, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect([name, text.match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi)]).toEqual([name, null]);
      // What is drawn on a canvas of its own units has numbers; its size and its lines are tokens.
      if (name.startsWith('drawings')) continue;
      expect([name, lengthsIn(text)]).toEqual([name, []]);
    }
    expect(lengthsIn(`style={{ marginTop: 12, width: '50%', flex: 1 }} height={24} fontSize: '9pt'`)).toEqual(['marginTop: 12', 'height={24', "fontSize: '9"]);
  });

  it('has no token that nothing asks for', () => {
    const asked = new Set<string>();
    const watch = (value: object, before: string): object =>
      new Proxy(value, {
        get(target, key, receiver) {
          const inner: unknown = Reflect.get(target, key, receiver);
          if (typeof key === 'symbol') return inner;
          const name = before + key;
          if (typeof inner === 'object' && inner !== null) return watch(inner, `${name}.`);
          asked.add(name);
          return inner;
        },
      });
    const practice = { name: 'P', contact: [], logo: { width: 4, height: 3, picture: '/logo.png' } };
    const watched: Setting = { ...letter, practice, theme: watch(letter.theme, '') as Theme };
    for (const [, block] of samples) stageBlock(calm, block, watched);
    const at = { file: '', start: 0, end: 0 };
    const title = [{ text: 'Title' }];
    const section = { id: 'a', part: 'step' as const, number: 2, title, purpose: title, minutes: 5, with: 'alone' as const, blocks: [], at };
    const entries = [
      { title: 'A', destination: 'a', level: 1 as const, number: 1 },
      { title: 'B', destination: 'a/b', level: 2 as const },
    ];
    const workbook = {
      name: 'w',
      folder: '/',
      title: 'T',
      subtitle: 'S',
      author: 'A',
      language: 'en',
      date: '2026-01-01',
      variables: {},
      stepCount: 7,
      sections: [],
    };
    stage(
      [
        createElement(calm.Cover, { key: 1, workbook }),
        createElement(calm.Contents, { key: 2, entries }),
        createElement(calm.StepOpener, { key: 3, section, steps: 7, entries }),
        createElement(calm.PageOpener, { key: 4, section }),
        createElement(calm.WorksheetHead, {
          key: 5,
          block: { kind: 'worksheet', worksheet: title, purpose: title, minutes: 5, with: 'together', blocks: [], at },
          destination: 'a/b',
        }),
        createElement(calm.PageFrame, { key: 6, section, title: 'T', steps: 7, page: 1, pages: 2, side: 'right' }),
      ],
      watched,
    );
    const tokens = (value: object, before: string): string[] =>
      Object.entries(value).flatMap(([key, inner]) => (typeof inner === 'object' ? tokens(inner as object, `${before}${key}.`) : [before + key]));
    expect(tokens(letter.theme, '').filter((token) => !/^(name|inkSaver|fonts\.metrics\..*)$/.test(token) && !asked.has(token))).toEqual([]);
  });
});
