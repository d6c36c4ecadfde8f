import { describe, expect, test } from 'vitest';
import { sourceFile } from '../../src/diagnostics/source-file.ts';
import { locate, locateKey, parseYaml, type Path } from '../../src/yaml/index.ts';

const text = `title: One
blocks:
  - question: What?
    hint:
    lines: 4
  - &second
    text: "quoted"
again: *second
merged:
  <<: *second
  kind: x
`;
const { document } = parseYaml(sourceFile('/one.yaml', text));
const at = (path: Path, find = locate) => {
  if (!document) throw new Error('the text of this test is broken');
  const { start, end } = find(document, path);
  return text.slice(start, end);
};

describe('the place of a value', () => {
  test('is that of its characters', () => {
    expect(at(['title'])).toBe('One');
    expect(at(['blocks', 0, 'lines'])).toBe('4');
    expect(at(['blocks', 1, 'text'])).toBe('"quoted"');
  });

  test('is that of its key when it is empty', () => {
    expect(at(['blocks', 0, 'hint'])).toBe('hint');
  });

  test('is the first key of the map when the key is missing', () => {
    expect(at(['blocks', 0, 'id'])).toBe('question');
    expect(at(['purpose'])).toBe('title');
    expect(at(['blocks', 7, 'id'])).toMatch(/^- question/);
  });

  test('is found behind an alias', () => {
    expect(at(['again', 'text'])).toBe('"quoted"');
  });

  test('is the first key of the map for what a merge key brought in', () => {
    expect(at(['merged', 'text'])).toBe('<<');
  });
});

test('the place of a key is that of its characters', () => {
  expect(at(['blocks', 0, 'lines'], locateKey)).toBe('lines');
  expect(at(['again'], locateKey)).toBe('again');
});
