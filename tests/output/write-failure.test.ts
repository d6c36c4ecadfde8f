/** What is said when the system refuses to write: in words, with a way out. */
import { constants } from 'node:os';
import { describe, expect, test } from 'vitest';
import { writeFailure } from '../../src/output/check-target.ts';

const failure = (code: string, syscall = 'rename', platform: NodeJS.Platform = 'linux') =>
  writeFailure('/a/book.pdf', Object.assign(new Error(`${code}: raw words of the system, ${syscall}`), { code, syscall }), platform);

describe('a failure to write', () => {
  test.each([
    ['EXDEV', 'another disk'],
    ['EROFS', 'the disk is read-only'],
    ['ENOSPC', 'the disk is full'],
    ['EDQUOT', 'the share of the disk is used up'],
    ['ENAMETOOLONG', 'the name is too long'],
    ['EPERM', 'writing is not allowed there'],
    ['EACCES', 'writing is not allowed there'],
    ['ELOOP', 'its link leads to itself'],
  ])('%s is told as: %s', (code, words) => {
    expect(failure(code).message).toContain(words);
  });

  test.each(Object.keys(constants.errno))('%s never shows the words of the system', (code) => {
    const { message, hints } = failure(code);
    expect(message).toMatch(/^cannot write \/a\/book\.pdf: /);
    expect(message).not.toContain('raw words');
    expect(hints).toHaveLength(1);
  });

  test('a PDF that another program holds open is told as that, with the way out', () => {
    const held = [
      failure('EBUSY', 'rename', 'linux'),
      ...['EBUSY', 'EPERM', 'EACCES'].flatMap((code) => ['rename', 'open'].map((syscall) => failure(code, syscall, 'win32'))),
    ];
    for (const { message, hints } of held) {
      expect(message).toContain('another program has it open');
      expect(hints?.[0]).toContain('close it in the program that shows it');
    }
  });
});
