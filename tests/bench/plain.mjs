/**
 * A PDF as one would write it with @react-pdf/renderer alone, with its own fields: untagged, nothing validated. It has as many pages,
 * text fields, tick boxes and characters as the workbook that it stands beside.
 *   node tests/bench/plain.mjs '{"pages":100,"text":500,"ticks":400,"characters":90000}' out.pdf [times]
 */
import { fileURLToPath } from 'node:url';
import { Checkbox, Document, Font, Page, renderToFile, Text, TextInput, View } from '@react-pdf/renderer';
import { createElement as h } from 'react';

const [size, target, times = '1'] = process.argv.slice(2);
const { pages, text, ticks, characters } = JSON.parse(size);

const font = fileURLToPath(new URL('../../node_modules/@expo-google-fonts/atkinson-hyperlegible-next/', import.meta.url));
Font.register({
  family: 'Plain',
  fonts: [
    { src: `${font}400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`, fontWeight: 400 },
    { src: `${font}700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`, fontWeight: 700 },
  ],
});

const SENTENCE = 'I want to put this right, one kept promise at a time, and to be told when I do not. ';
/** The share of page `index` of so many things spread evenly over all pages. */
const share = (all, index) => Math.floor((all * (index + 1)) / pages) - Math.floor((all * index) / pages);

const page = (index) => {
  const words = share(characters, index);
  const prose = SENTENCE.repeat(Math.ceil(words / SENTENCE.length)).slice(0, words);
  return h(
    Page,
    { key: index, size: 'LETTER', style: { padding: 54, fontFamily: 'Plain', fontSize: 10 } },
    h(Text, { key: 'title', style: { fontWeight: 700, fontSize: 18 } }, `Page ${index + 1}`),
    ...(prose.match(/.{1,300}/g) ?? []).map((paragraph, number) => h(Text, { key: `p${number}` }, paragraph)),
    ...Array.from({ length: share(text, index) }, (_, number) =>
      h(View, { key: `t${number}`, wrap: false }, h(TextInput, { name: `t_${index}_${number}`, multiline: true, style: { height: 20 } })),
    ),
    h(
      View,
      { key: 'ticks', style: { flexDirection: 'row', flexWrap: 'wrap' } },
      ...Array.from({ length: share(ticks, index) }, (_, number) =>
        h(Checkbox, { key: `c${number}`, name: `c_${index}_${number}`, style: { width: 12, height: 12, margin: 1 } }),
      ),
    ),
  );
};

for (let round = 0; round < Number(times); round += 1) {
  const began = performance.now();
  await renderToFile(
    h(
      Document,
      null,
      Array.from({ length: pages }, (_, index) => page(index)),
    ),
    target,
  );
  process.stderr.write(`${(performance.now() - began) / 1000}\n`);
}
