import { assert, property, string } from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { parseInline } from '../../src/content/markdown.ts';

const words = (source: string): string =>
  parseInline(source)
    .spans.map(({ text }) => text)
    .join('');

describe('inline markdown', () => {
  test('is bold, italic, both, and links', () => {
    expect(parseInline('An **apology** *begins* with ***the act***, [named](#apologize/the-act) **[plainly](https://example.org)**.')).toEqual({
      spans: [
        { text: 'An ' },
        { text: 'apology', strong: true },
        { text: ' ' },
        { text: 'begins', emphasis: true },
        { text: ' with ' },
        { text: 'the act', emphasis: true, strong: true },
        { text: ', ' },
        { text: 'named', href: '#apologize/the-act' },
        { text: ' ' },
        { text: 'plainly', strong: true, href: 'https://example.org' },
        { text: '.' },
      ],
      problems: [],
    });
  });

  test.each([
    ['a gap', '____'],
    ['gaps in quotation marks', '"____" or "____"'],
    ['gaps side by side', 'I felt ____ ____ when ______.'],
    ['stars with space round them', '5 * 3 * 2'],
    ['a lone star', '*'],
    ['a variable', '{{other}} said'],
    ['a number with a point in it', '2.5 hours'],
    ['underscores in a word', 'your_own_name'],
    ['something in brackets', '[Name]: what I need [now]'],
    ['less than', 'a < b & c > d'],
    ['a private character', 'a \ue000____ b'],
    ['a hash in the text', 'step #3'],
  ])('leaves %s as it is', (_, source) => {
    expect(parseInline(source)).toEqual({ spans: [{ text: source }], problems: [] });
  });

  test('keeps a gap in bold', () => {
    expect(parseInline('**____** and *____*').spans).toEqual([{ text: '____', strong: true }, { text: ' and ' }, { text: '____', emphasis: true }]);
  });

  test('takes escapes and character references', () => {
    expect(words('\\# one \\*two\\* &amp; &#233; \\_\\_')).toBe('# one *two* & é __');
  });

  test('makes one line of several, with marks or without', () => {
    expect(words('one\ntwo  \n three')).toBe('one two three');
    expect(words('**one**\ntwo  \r\nthree')).toBe('one two three');
  });

  test.each([
    ['# Title', 'a heading', 0],
    ['Title\n=====', 'a heading', 0],
    ['one\n- two', 'a list', 4],
    ['1. one', 'a list', 0],
    ['1) one', 'a list', 0],
    ['> one', 'a quotation', 0],
    ['***', 'a rule across the page', 0],
    ['```\none\n```', 'a block of code', 0],
    ['~~~\none', 'a block of code', 0],
    ['one `two`', 'code', 4],
    ['one <b>', 'HTML', 4],
    ['<div>one', 'HTML', 0],
    ['one ![two](three.png)', 'an image', 4],
    ['<https://example.org/a.png>', 'an image', 0],
    ['one\n\ntwo', 'a second paragraph', 5],
    ['one\\\ntwo', 'a line break', 3],
  ])('%j is told as %s', (source, what, offset) => {
    const { problems } = parseInline(source);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ message: `expected inline markdown (bold, italic, links), found ${what}`, offset });
    expect(problems[0]?.hint).not.toBe('');
  });

  test('an address in angle brackets is a link', () => {
    expect(parseInline('<https://example.org>').spans).toEqual([{ text: 'https://example.org', href: 'https://example.org' }]);
  });

  test('a link without words or without an address is refused', () => {
    expect(parseInline('[](https://example.org)').problems[0]?.message).toBe('expected words in the link, found none');
    expect(parseInline('[one]()').problems[0]?.message).toBe('expected an address in the link, found none');
  });

  test('every problem is told, in reading order', () => {
    expect(parseInline('`a` <b> ![c](d)\n- e').problems.map(({ offset }) => offset)).toEqual([0, 4, 8, 16]);
  });

  test('a very long paragraph is refused before it costs time', () => {
    const began = performance.now();
    for (const unit of ['[', '*a **b ', '> ', '_ *', '- ', '`', '<', '1. ', '[a](']) parseInline(unit.repeat(200_000));
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test('reads what needs no markdown as markdown would', () => {
    const disable = { disable: { null: ['definition', 'codeIndented'] } };
    assert(
      property(string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const source = text.trim();
        const { spans, problems } = parseInline(source);
        const tree = fromMarkdown(source, { extensions: [disable] });
        const plain =
          tree.children.length <= 1 && tree.children.every((node) => node.type === 'paragraph' && node.children.every((inner: Nodes) => inner.type === 'text'));
        if (!plain || source.includes('____')) return;
        expect(problems).toEqual([]);
        expect(spans.map((span) => span.text).join('')).toBe(toString(tree).replace(/[ \t]*\n[ \t]*/g, ' '));
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});
