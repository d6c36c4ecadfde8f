import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../../src/content/readability/sentences.ts';

const same = (text: string) => text;
const read = (text: string, fill = same) => sentencesOf(text, 'en', fill).map(({ words }) => words.join(' '));
const places = (text: string) => sentencesOf(text, 'en', same).map(({ start, end }) => text.slice(start, end));

describe('what is read of a text', () => {
  test('words of links are read, their addresses are not', () => {
    expect(read('See [my *own* page](https://a.org/b_(c).html). And https://b.org/x. Go to doi.org/10.7717/peerj.4831 or thehotline.org now.')).toEqual([
      'See my own page',
      'And',
      'Go to or now',
    ]);
  });

  test('marks of markdown are not read, escaped ones are', () => {
    expect(read('It is **so.** Then \\*not\\* so.')).toEqual(['It is so', 'Then not so']);
  });

  test('a gap is one word, a variable the words that stand for it', () => {
    expect(read('I felt ____ when {{practice.name}} called.', (text) => text.replace('{{practice.name}}', 'the Blue House'))).toEqual([
      'I felt it when the Blue House called',
    ]);
  });

  test('numbers and shortened words are whole', () => {
    expect(read('In 4,598 cases they don’t, at 9:30.')).toEqual(['In 4,598 cases they don’t at 9:30']);
  });

  test('nothing but signs is no sentence', () => {
    expect(read('… – * “ ”')).toEqual([]);
  });
});

describe('where a sentence stands', () => {
  test('without white space round it, up to the mark that ends it', () => {
    expect(places('  One is **here.** “Is two?” Three…  ')).toEqual(['One is **here.', '“Is two?”', 'Three…']);
  });

  test('a variable with a dot in its name and a line end part nothing', () => {
    expect(places('Ask {{practice.name}} about\nit. Then go.')).toEqual(['Ask {{practice.name}} about\nit.', 'Then go.']);
  });

  test('whatever the text, sentences follow each other inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '. ', ' ', '*', '[', '](', ')', '{{a.b}}', '____', '\n', '“', 'é', '\\') }), (text) => {
        let last = 0;
        for (const { start, end, words } of sentencesOf(text, 'en', same)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(words.length).toBeGreaterThan(0);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
