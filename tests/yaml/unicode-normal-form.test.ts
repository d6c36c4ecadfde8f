/** Texts are composed once, and what is told of them still points at the file as it is written. */
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { prose } from '../../src/content/prose-schema.ts';
import { sourceFile } from '../../src/diagnostics/source-file.ts';
import { parseYaml, plainValue, validate } from '../../src/yaml/index.ts';
import { writtenOffset } from '../../src/yaml/unicode-normal-form.ts';

const DECOMPOSED = 'Cafe\u0301 Mu\u0308ller a\u0323\u0302';

describe('the texts of a file', () => {
  test('have letters and marks as one character', () => {
    const { document } = parseYaml(sourceFile('/a.yaml', `a: ${DECOMPOSED}\nb: [${DECOMPOSED}]\n`));
    expect(plainValue(document!)).toEqual({ a: 'Café Müller ậ', b: ['Café Müller ậ'] });
  });

  test('stay as they are written where they name a file', () => {
    const { document } = parseYaml(sourceFile('/a.yaml', 'image: cafe\u0301.png\nlogo: e\u0301.svg\n'));
    expect(plainValue(document!)).toEqual({ image: 'cafe\u0301.png', logo: 'e\u0301.svg' });
  });
});

describe('an offset into a composed text', () => {
  test('leads to the same letter in the text as it is written', () => {
    const written = `${DECOMPOSED} end`;
    const composed = written.normalize('NFC');
    for (const letter of ['C', 'é', 'M', 'ü', 'l', 'ậ', 'e', 'd']) {
      const at = writtenOffset(written, composed.lastIndexOf(letter));
      expect(written.slice(at).normalize('NFC').startsWith(letter)).toBe(true);
    }
    expect(writtenOffset(written, composed.length)).toBe(written.length);
    expect(writtenOffset('Café', 2)).toBe(2);
  });

  test.each([
    [`text: ${DECOMPOSED} <br> more`, '<br>'],
    [`text: "  ${DECOMPOSED} <br> more"`, '<br>'],
    [`text: |\n  ${DECOMPOSED}\n  ${DECOMPOSED} <br> more`, '<br>'],
  ])('is told where it is written: %j', (text, found) => {
    const { document, source } = parseYaml(sourceFile('/a.yaml', text));
    const { diagnostics } = validate(z.strictObject({ text: prose('Some.') }), { document: document!, source }, plainValue(document!));
    expect(diagnostics.map(({ at }) => at?.start)).toEqual([text.indexOf(found)]);
  });
});
