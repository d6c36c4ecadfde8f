import { describe, expect, test } from 'vitest';
import { decode } from '../../src/yaml/decode.ts';

const file = '/workbook/en/steps/one.yaml';
const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

describe('decoding a file', () => {
  test('reads UTF-8 of every length', () => {
    expect(decode(file, bytes('a é € 😀\n'))).toEqual({ source: { file, text: 'a é € 😀\n', lineStarts: [0, 9] }, diagnostics: [] });
  });

  test('drops a byte order mark', () => {
    expect(decode(file, bytes([0xef, 0xbb, 0xbf], 'title: One')).source.text).toBe('title: One');
  });

  test.each([
    ['a Latin-1 letter between ASCII', bytes('caf', [0xe9], ' noir'), 3, '0xE9'],
    ['a byte that UTF-8 never has', bytes('ab', [0xff], 'cd'), 2, '0xFF'],
    ['a lone continuation byte', bytes('é', [0x80]), 1, '0x80'],
    ['a character cut off by the end', bytes('é', [0xe2, 0x82]), 1, '0xE2'],
    ['an overlong form', bytes('x', [0xc0, 0xaf]), 1, '0xC0'],
    ['half of a surrogate pair', bytes('x', [0xed, 0xa0, 0x80], 'y'), 1, '0xED'],
  ])('points at %s', (_, input, offset, byte) => {
    const { diagnostics } = decode(file, input);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'not-utf-8', at: { start: offset, end: offset } });
    expect(diagnostics[0]?.message).toContain(byte);
  });

  test('finds the bad byte at the end of a large file', () => {
    const input = bytes('x'.repeat(1_000_000), [0xff]);
    expect(decode(file, input).diagnostics[0]?.at?.start).toBe(1_000_000);
  });

  test('refuses a NUL character at its place', () => {
    expect(decode(file, bytes('a\0b')).diagnostics[0]).toMatchObject({ code: 'not-text', at: { start: 1, end: 2 } });
  });

  test('tells what a word processor saved, and how it saves plain text', () => {
    expect(decode(file, bytes('{\\rtf1\\ansi name: A }')).diagnostics).toMatchObject([
      { code: 'not-text', message: 'expected text, found a document of a word processor (RTF)', hints: [expect.stringContaining('Make Plain Text')] },
    ]);
  });

  test('recognizes UTF-16', () => {
    for (const text of ['\ufefftitle: One', 'title: One'])
      expect(decode(file, Buffer.from(text, 'utf16le')).diagnostics).toMatchObject([
        { code: 'not-utf-8', message: 'expected UTF-8 text, found UTF-16', hints: ['save the file again with the encoding UTF-8'] },
      ]);
  });
});
