import { expect, test } from 'vitest';
import { parseInline } from '../../../src/content/markdown.ts';
import { untranslated } from '../../../src/content/translation/untranslated.ts';

const of = (from: string, to = from) => untranslated(parseInline(from).spans, parseInline(to).spans);

test.each(['What I did', 'Begin with “I”, and name the act.', 'Something at work', 'What {{other}} did to you', 'I felt ____ when you ____ and left'])(
  'the same words are told: %s',
  (text) => {
    expect(of(text)).toBe('same');
    expect(untranslated(text, text)).toBe('same');
  },
);

test.each([
  'Plan B',
  'Rogers, Howieson and Neame, 2018.',
  'Ana María López',
  'The Blue House Center',
  'See https://example.org/one/two/three/four',
  '[A title of several words](https://example.org)',
  '{{other}} {{others}} {{practice.name}} ____ 1 2 3',
])('what may be the same is not: %s', (text) => {
  expect(of(text)).toBeUndefined();
});

test('looks, signs and capitals do not make a translation', () => {
  expect(of('Take **your** time.', 'take your time!')).toBe('same');
});

test('a few changed words do not make one either, in a text of some length', () => {
  const text = 'Take your time with every page, and rest when you are tired';
  expect(of(text, text.replace('tired', 'weary'))).toBe('almost');
  expect(of(text, 'Tómate tu tiempo con cada página y descansa si te cansas')).toBeUndefined();
  expect(of('Take your time', 'Take your tiempo')).toBeUndefined();
});
