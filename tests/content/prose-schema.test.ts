/** Texts that are no texts. */
import { expect, test } from 'vitest';
import * as z from 'zod';
import { label, prose } from '../../src/content/prose-schema.ts';
import { sourceFile } from '../../src/diagnostics/source-file.ts';
import { parseYaml, plainValue, validate } from '../../src/yaml/index.ts';

test.each(['\u00ad', '\u200b\u200e', '\u2060 \ufeff\u200d'])('text of characters that are not seen is none: %j', (text) => {
  const { document, source } = parseYaml(sourceFile('/a.yaml', `title: "${text}"\nlabel: "${text}"\n`));
  const { diagnostics } = validate(z.strictObject({ title: prose('Some.'), label: label('Some.') }), { document: document!, source }, plainValue(document!));
  expect(diagnostics.map(({ code, message, at }) => [code, message, at?.start])).toEqual([
    ['wrong-form', 'expected some text, found only characters that are not seen', 7],
    ['wrong-form', 'expected some text, found only characters that are not seen', source.text.indexOf('label') + 7],
  ]);
});
