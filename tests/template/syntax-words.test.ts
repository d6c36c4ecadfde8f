import { transform } from 'esbuild';
import { expect, test } from 'vitest';
import { syntaxWords } from '../../src/template/syntax-words.ts';

const told = (code: string): Promise<string> =>
  transform(code, { loader: 'tsx', logLevel: 'silent' }).then(
    () => 'nothing',
    ({ errors: [first] }: { errors: { text: string }[] }) => syntaxWords(first?.text ?? '').found,
  );

test.each([
  ['const a = <Box><Words>x</Box>;', '"</Box>" where "<Words>" is still open'],
  ['const a = <Box>', 'no end of <Box>'],
  ['const a = () => {', '"}" where'],
  ['const a = "words', 'words without their closing quotation mark'],
  ['const a = `words', 'words without their closing quotation mark'],
  ['const a = 1;\nconst a = 2;', 'the name "a" given twice'],
  ['const a = <Box>a > b</Box>;', '">" among words'],
  ['const a: = 1;', '"=" where it cannot stand'],
  ['const a;', 'the constant "a" without a value'],
  ['const a = [1, 2;', '";" where "]" should stand'],
])('%s is told in an author’s words', async (code, found) => {
  expect(await told(code)).toContain(found.replace('"}" where', 'the end of the file'));
});

test('what is not known is told as it was said', () => {
  expect(syntaxWords('Something new.')).toEqual({ found: 'a fault: something new' });
});
