/**
 * A PDF as one would write it with @react-pdf/renderer alone: the words and fields of the workbook, in fields of its own, untagged, nothing
 * validated.
 *   node tests/bench/plain.mjs content.json out.pdf
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Checkbox, Document, Font, Page, renderToFile, Text, TextInput, View } from '@react-pdf/renderer';
import { createElement as h } from 'react';

const [content, target] = process.argv.slice(2);

const font = fileURLToPath(new URL('../../node_modules/@expo-google-fonts/atkinson-hyperlegible-next/', import.meta.url));
Font.register({
  family: 'Plain',
  fonts: [
    { src: `${font}400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`, fontWeight: 400 },
    { src: `${font}700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`, fontWeight: 700 },
  ],
});

const fieldOf = ({ name, kind, width, height }) =>
  kind === 'text'
    ? h(View, { key: name, wrap: false }, h(TextInput, { name, multiline: true, style: { width, height } }))
    : h(Checkbox, { key: name, name, style: { width, height, margin: 1 } });

const page = ({ paragraphs, fields }, index) =>
  h(
    Page,
    { key: index, size: 'LETTER', style: { padding: 54, fontFamily: 'Plain' } },
    ...paragraphs.map(({ size, text }, number) => h(Text, { key: `p${number}`, style: { fontSize: size } }, text)),
    ...fields.map(fieldOf),
  );

await renderToFile(h(Document, null, JSON.parse(readFileSync(content, 'utf8')).map(page)), target);
