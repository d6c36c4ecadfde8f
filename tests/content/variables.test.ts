import { expect, test } from 'vitest';
import { joinWordsIn } from '../../src/content/join-words.ts';
import { callOther, fillVariables, variablesIn } from '../../src/content/variables.ts';

const variables = { other: { default: 'the other', partner: 'your partner' }, 'practice.name': 'the practice', empty: '' };

test('a variable becomes its value for the relationship, or its default', () => {
  expect(fillVariables('{{other}} and {{other}} at {{practice.name}}{{empty}}', variables, 'partner')).toBe('your partner and your partner at the practice');
  expect(fillVariables('{{other}}', variables, 'friend')).toBe('the other');
});

test('what is not declared stays, and a value is not searched for others', () => {
  expect(fillVariables('{{gone}} {{toString}} {{ other }}', variables, 'other')).toBe('{{gone}} {{toString}} {{ other }}');
  expect(fillVariables('{{a}}', { a: '{{b}}', b: 'x' }, 'other')).toBe('{{b}}');
});

test('every use is found, whole or not', () => {
  expect(variablesIn('{{a}} {{ b }} {{c.d}} {{E}} {{f')).toEqual([
    { name: 'a', index: 0, length: 5 },
    { index: 6, length: 7 },
    { name: 'c.d', index: 14, length: 7 },
    { index: 22, length: 5 },
    { index: 28, length: 2 },
  ]);
  expect(variablesIn('no { braces } here }}')).toEqual([]);
});

test('the other person is called as the reader says, in every place and by the grammar of the language', () => {
  const called = callOther(variables, 'el jefe');
  expect(fillVariables('De {{other}}, y a {{other}}: {{other}} {{empty}}', called, 'partner', joinWordsIn('es'))).toBe('Del jefe, y al jefe: el jefe ');
  expect(callOther(variables, undefined)).toBe(variables);
});

test('what a reader writes is not searched for variables', () => {
  expect(fillVariables('{{other}}', callOther(variables, '{{empty}}'), 'partner')).toBe('{{empty}}');
});
