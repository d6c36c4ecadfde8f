/** What a copy has only when it is asked for: clean copies of letters, and parts of the whole book beside chosen steps. */
import { describe, expect, test } from 'vitest';
import { leaveOutUnasked } from '../../src/content/on-request.ts';
import type { Section } from '../../src/content/workbook.ts';
import { block, question, section, worksheet } from '../fixtures/plain/workbook.ts';

const letter = (id: string, more: object) => block('letter', { id, letter: [{ text: id }], parts: [], ...more });
const copy = { title: 'Clean', salutation: 'Dear', 'on-request': true };
const draft = [{ prompt: [{ text: 'What' }], lines: 3 }];

const sections: Section[] = [
  { ...section('today', 'Today', [question('trust', 1)], 'opening'), 'whole-book': true },
  section('welcome', 'Welcome', [question('hello', 1), { ...worksheet('My way', [question('way', 1)]), id: 'my-way', 'whole-book': true }], 'opening'),
  section('forgive', 'Forgive', [worksheet('Letters', [letter('unsent', { parts: draft, copy }), letter('bare', { copy })]), question('end', 1)]),
];

const idsOf = (names: readonly string[], someSteps: boolean): string[] =>
  leaveOutUnasked(sections, names, someSteps).sections.flatMap(({ id, blocks }) => [
    id,
    ...blocks
      .flatMap((each) => (each.kind === 'worksheet' ? each.blocks : [each]))
      .flatMap((each) => ('id' in each ? [`${id}/${each.id}${each.kind === 'letter' && each.copy ? ' with its copy' : ''}`] : [])),
  ]);

describe('the whole book', () => {
  test('has all its parts, and letters without their clean copies; one that is nothing else is left out', () => {
    expect(idsOf([], false)).toEqual(['today', 'today/trust', 'welcome', 'welcome/hello', 'welcome/way', 'forgive', 'forgive/unsent', 'forgive/end']);
  });

  test('has the copies that are asked for', () => {
    expect(idsOf(['forgive/bare', 'forgive/unsent'], false).slice(6)).toEqual(['forgive/unsent with its copy', 'forgive/bare with its copy', 'forgive/end']);
  });
});

describe('a copy of some steps', () => {
  test('does without the parts of the whole book', () => {
    expect(idsOf([], true)).toEqual(['welcome', 'welcome/hello', 'forgive', 'forgive/unsent', 'forgive/end']);
  });

  test('has those that are asked for', () => {
    expect(idsOf(['today', 'welcome/my-way'], true).slice(0, 5)).toEqual(['today', 'today/trust', 'welcome', 'welcome/hello', 'welcome/way']);
  });
});

test('a name of nothing that is left out is an error, with the nearest or all that there are', () => {
  const hints = ['forgive/unsend', 'xyz'].map((name) => leaveOutUnasked(sections, [name], false).diagnostics);
  expect(hints).toMatchObject([
    [{ code: 'with', hints: ['did you mean "forgive/unsent"?'] }],
    [{ code: 'with', hints: ['on request: today, welcome/my-way, forgive/unsent, forgive/bare'] }],
  ]);
  const [none] = leaveOutUnasked([section('one', 'One', [question('q', 1)])], ['xyz'], false).diagnostics;
  expect(none?.hints).toEqual(['this workbook has nothing that is left out unless asked for']);
});
