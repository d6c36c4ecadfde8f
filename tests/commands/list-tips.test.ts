import { expect, test } from 'vitest';
import { list } from '../../src/commands/list.ts';
import { listTips } from '../../src/commands/list-tips.ts';
import { Capture } from './capture.ts';

/** What `mendbook list` tells after the list, and the list. */
const listed = async (options: { workbook: string; for?: 'was-hurt' }): Promise<{ told: string; parts: string }> => {
  const [stdout, stderr] = [new Capture(), new Capture()];
  expect(await list({ ...options, cwd: '/', format: 'human', stdout, stderr })).toBe(0);
  return { told: stderr.text, parts: stdout.text };
};

test('the tips of a list name its workbook, its reader, and parts that stand in it', async () => {
  const { told, parts } = await listed({ workbook: 'rebuilding-trust', for: 'was-hurt' });
  const [, names = ''] = /mendbook build --only (\S+) --for was-hurt\n/.exec(told) ?? [];
  expect(names.split(',')).toHaveLength(2);
  for (const name of names.split(',')) expect(parts).toMatch(new RegExp(`^ *${name} `, 'm'));
  expect(told).toContain('mendbook build --packet first-talk --for was-hurt\n');

  const starter = await listed({ workbook: 'starter' });
  expect(starter.told).toMatch(/mendbook build starter --only /);
  expect(starter.told).toMatch(/mendbook build starter --packet one-talk\n/);
});

test('a folder with a space in its name is quoted', () => {
  const part = { kind: 'page', name: 'one', number: null, title: 'One', for: 'both', with: null, minutes: null, pages: null, parts: [] } as const;
  const tips = listTips({ parts: [{ ...part, parts: [] }], packets: [] }, { workbook: 'my book' });
  expect(tips).toEqual(["Choose some with --only, in your order: mendbook build 'my book' --only one"]);
});

test('the look and the print that were asked for come along, and what is of one copy does not', () => {
  const packets = [{ packet: 'first-talk', title: 'First', subtitle: null, parts: [] }];
  const asked = { workbook: 'mine', for: 'was-hurt', template: './my look', practice: 'p.yaml', largePrint: true, discreet: true } as const;
  expect(
    listTips({ parts: [], packets }, { ...asked, name: 'Ana', note: 'Words.', session: '2026-12-03', steps: '1', without: ['today'], flat: false }),
  ).toEqual([
    "Or make a packet:                      mendbook build mine --packet first-talk --for was-hurt --discreet --template './my look' --practice p.yaml --large-print",
  ]);
});

test('where nothing has a name, there is no tip', () => {
  expect(listTips({ parts: [], packets: [] }, { workbook: 'mine' })).toEqual([]);
});
