/** What is said of text that is no YAML: in our words, whatever the parser calls it. */
import { describe, expect, test } from 'vitest';
import { type ErrorCode, parseAllDocuments } from 'yaml';
import { parseYaml, sourceFile } from '../../src/yaml/index.ts';
import { wordsFor } from '../../src/yaml/parser-messages.ts';

/** Texts for every kind of complaint that the parser can make of a text. */
const BROKEN: [ErrorCode, string][] = [
  ['ALIAS_PROPS', 'a: &x 1\nb: &y *x\n'],
  ['BAD_ALIAS', 'a: & b\n'],
  ['BAD_ALIAS', 'a: * b\n'],
  ['BAD_ALIAS', 'a: &b: c\n'],
  ['BAD_DIRECTIVE', '%FOO\n---\na: 1\n'],
  ['BAD_DIRECTIVE', '%YAML\n---\na: 1\n'],
  ['BAD_DIRECTIVE', '%YAML 3.0\n---\na: 1\n'],
  ['BAD_DIRECTIVE', '%TAG\n---\na: 1\n'],
  ['BAD_DQ_ESCAPE', 'a: "\\q"\n'],
  ['BAD_INDENT', 'a:\n    b: 1\n  c: 2\n'],
  ['MISSING_CHAR', 'a: |\n    \n  x\n'],
  ['BAD_INDENT', 'a: [\nb\n]\n'],
  ['BAD_SCALAR_START', 'a: @b\n'],
  ['BLOCK_AS_IMPLICIT_KEY', 'a: b: c\n'],
  ['BLOCK_IN_FLOW', 'a: {b c: d e: f}\n'],
  ['DUPLICATE_KEY', 'a: 1\na: 2\n'],
  ['KEY_OVER_1024_CHARS', `${'x'.repeat(1100)}: y\n`],
  ['MISSING_CHAR', 'a: "b\n'],
  ['MISSING_CHAR', "a: 'b\n"],
  ['MISSING_CHAR', 'a: "x"#c\n'],
  ['MISSING_CHAR', 'a: |#c\n  x\n'],
  ['MISSING_CHAR', '%YAML 1.2\na: 1\n'],
  ['MISSING_CHAR', '--- a: b\n'],
  ['MISSING_CHAR', '&a - b\n'],
  ['MULTILINE_IMPLICIT_KEY', 'a: [b\n  c: d]\n'],
  ['MISSING_CHAR', 'a: !e%zz b\n'],
  ['MULTILINE_IMPLICIT_KEY', 'a\nb: c\n'],
  ['MULTIPLE_ANCHORS', 'a: &x &y b\n'],
  ['MULTIPLE_TAGS', 'a: !x !y b\n'],
  ['TAB_AS_INDENT', 'a:\n\tb: 1\n'],
  ['TAG_RESOLVE_FAILED', 'a: !x!y b\n'],
  ['TAG_RESOLVE_FAILED', 'a: !<x b\n'],
  ['UNEXPECTED_TOKEN', 'a: - b\n- c\n'],
  ['UNEXPECTED_TOKEN', 'a: [,b]\n'],
  ['UNEXPECTED_TOKEN', 'a: [b,,c]\n'],
  ['UNEXPECTED_TOKEN', 'a: "b" c\n'],
  ['UNEXPECTED_TOKEN', 'a: 1\n}\n'],
  ['UNEXPECTED_TOKEN', '- a\nb: 1\n'],
  ['UNEXPECTED_TOKEN', 'a: |x\n  b\n'],
];

describe('a fault of YAML', () => {
  test.each(BROKEN)('%s is told in words of ours: %j', (code, text) => {
    const raised = parseAllDocuments(text, { merge: true, resolveKnownTags: false }).flatMap(({ errors, warnings }) => [...errors, ...warnings]);
    expect(raised.map((one) => one.code)).toContain(code);
    const { diagnostics } = parseYaml(sourceFile('/one.yaml', text));
    expect(diagnostics).not.toEqual([]);
    const raw = raised.map(({ message }) => message.split(' at line')[0]?.toLowerCase() ?? '');
    for (const { message, hints = [] } of diagnostics) {
      expect(message).toMatch(/^expected .+, found /);
      expect(hints.length).toBeGreaterThan(0);
      for (const words of raw) expect([message, ...hints].join('\n').toLowerCase()).not.toContain(words);
    }
  });

  test('has words even where the parser has a kind that nobody has heard of', () => {
    const { message } = wordsFor('SOMETHING_NEW' as ErrorCode, 'Raw words of the parser');
    expect(message).toBe('expected YAML, found something that cannot be read as such');
  });
});
