/** The accessible names of fields in the shipped workbook. */
import { expect, it } from 'vitest';
import { calmBook, fieldsOf, shipped } from '../layout/calm-book.ts';

it.each(['en', 'es'] as const)('every field of the shipped workbook has a name of its own in its section (%s)', async (language) => {
  const { book } = await calmBook(await shipped(language), { paper: 'letter' });
  const names = new Map<string, string[]>();
  for (const { field } of fieldsOf(book!)) {
    const [section = ''] = field.name.split('_');
    const place = `${section}: ${field.label}`;
    names.set(place, [...(names.get(place) ?? []), field.name]);
  }
  expect(names.size).toBeGreaterThan(500);
  expect([...names].filter(([, fields]) => fields.length > 1)).toEqual([]);
});
