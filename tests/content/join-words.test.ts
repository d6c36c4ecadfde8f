import { describe, expect, test } from 'vitest';
import { joinWordsIn } from '../../src/content/join-words.ts';

describe('words that are put into a Spanish text', () => {
  const join = joinWordsIn('es-MX');

  test.each([
    ['¿Cómo ha afectado a ', 'el padre de Leo', '¿Cómo ha afectado al padre de Leo'],
    ['Lejos de ', 'el jefe', 'Lejos del jefe'],
    ['De ', 'el jefe', 'Del jefe'],
    ['Entre tú y ', 'Inés', 'Entre tú e Inés'],
    ['Entre tú y ', 'Hilda', 'Entre tú e Hilda'],
    ['Puede ser en terapia o ', 'Óscar', 'Puede ser en terapia u Óscar'],
  ])('contract with “%s”, or make it sound right: %s', (before, words, joined) => {
    expect(join(before, words)).toBe(joined);
  });

  test.each([
    ['¿Cómo ha afectado a ', 'tu hermana'],
    ['¿Cómo ha afectado a ', 'Elena'],
    ['¿Cómo ha afectado a ', 'él'],
    ['Entre tú y ', 'Hielena'],
    ['Entre tú y ', 'tu hijo'],
    ['Puede con ', 'el jefe'],
    ['Una vida ', 'Inés'],
  ])('stay behind “%s” as they are: %s', (before, words) => {
    expect(join(before, words)).toBe(before + words);
  });
});

test('words in a language without a rule of its own stand behind each other', () => {
  expect(joinWordsIn('en')('between you y ', 'Inés')).toBe('between you y Inés');
});
