import { describe, expect, test } from 'vitest';
import { gradeOf, lecturabilidad, spanish, spanishSyllables } from '../../../src/content/readability/spanish.ts';

const SYLLABLES: [number, string][] = [
  [1, 'y que muy hoy rey guion quien Dios buey pues'],
  [2, 'casa día país guerra reír búho ahí aún leer quiere guía prohibir oye haya cuidé'],
  [3, 'ahora confianza corazón pingüino vergüenza construido alcohol relación deshielo'],
  [4, 'vehículo averiguáis compañero compromiso comunica'],
  [5, 'aeropuerto reconciliación comunicación'],
  [6, 'responsabilidad vulnerabilidad'],
];

describe('a Spanish word has the syllables that its spelling tells', () => {
  test.each(SYLLABLES.flatMap(([count, words]) => words.split(' ').map((word) => [word, count] as const)))('%s: %i', (word, count) => {
    expect(spanishSyllables(word)).toBe(count);
    expect(spanishSyllables(word.toUpperCase().normalize('NFD'))).toBe(count);
  });

  test('a number or a sign counts as one', () => {
    expect(['988', 'TV', 'km'].map(spanishSyllables)).toEqual([1, 1, 1]);
  });
});

describe('lecturabilidad', () => {
  test('is higher for short words and for short sentences', () => {
    // 100 words, 200 syllables, 10 sentences: 206.84 − 0.60 · 200 − 1.02 · 10.
    const middle = lecturabilidad({ sentences: 10, words: 100, syllables: 200 });
    expect(middle).toBeCloseTo(76.64);
    expect(lecturabilidad({ sentences: 20, words: 100, syllables: 200 })).toBeGreaterThan(middle);
    expect(lecturabilidad({ sentences: 10, words: 100, syllables: 180 })).toBeGreaterThan(middle);
  });

  test.each([
    [110, 3],
    [100, 3],
    [90, 4],
    [80, 5],
    [75, 5.5],
    [70, 6],
    [65, 7],
    [60, 8],
    [55, 10],
    [50, 12],
    [49, 13],
    [-20, 13],
  ])('a score of %d is the grade of its row in the table: %d', (score, grade) => {
    expect(gradeOf(score)).toBeCloseTo(grade);
  });

  test('tells a page for children from one for officials', () => {
    const count = (text: string) => {
      const words = text.match(/\p{L}+/gu) ?? [];
      return { sentences: text.match(/[.?!]/g)?.length ?? 1, words: words.length, syllables: words.reduce((sum, word) => sum + spanish.syllables(word), 0) };
    };
    expect(spanish.grade(count('Ana va a casa. Lee un libro. Su gato la mira y se va al sol.'))).toBeLessThan(6);
    expect(
      spanish.grade(count('La administración determinará reglamentariamente las responsabilidades correspondientes a cada organización.')),
    ).toBeGreaterThan(10);
  });
});
