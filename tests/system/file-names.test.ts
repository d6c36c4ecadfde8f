/** Names that every system takes. */
import { expect, test } from 'vitest';
import { faultOfName, legalName } from '../../src/system/file-names.ts';

test.each([
  ['con', 'con-book', 'the name of a device'],
  ['NUL.pdf', 'NUL-book.pdf', 'the name of a device'],
  ['Com1', 'Com1-book', 'the name of a device'],
  ['lpt9 .txt', 'lpt9-book .txt', 'the name of a device'],
  ['book.', 'book', 'a dot or a space at the end'],
  ['book ', 'book', 'a dot or a space at the end'],
  ['what?', 'what-', 'the sign ?'],
  ['a:b', 'a-b', 'the sign :'],
  ['a\u001bb', 'a-b', 'a sign that cannot be seen'],
  ['...', 'book', 'a dot or a space at the end'],
])('%j becomes %j, because it has %s', (name, legal, fault) => {
  expect(legalName(name)).toBe(legal);
  expect(faultOfName(name)).toBe(fault);
  expect(faultOfName(legal)).toBeUndefined();
});

test.each(['book', 'console', 'com', 'com10', 'Ana’s book', 'año 1', '.hidden', 'a.b'])('%s stays', (name) => {
  expect(legalName(name)).toBe(name);
  expect(faultOfName(name)).toBeUndefined();
});
