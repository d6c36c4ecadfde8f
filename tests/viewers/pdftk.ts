/** pdftk, with which offices fill in forms from files of values. */
import { writeFile } from 'node:fs/promises';
import { runWell } from '../end-to-end/run.ts';
import type { Values } from './answers.ts';
import type { Engine } from './engine.ts';
import { inFolder, throughFiles } from './files.ts';

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '&#10;');
/** pdftk writes its report with entities for the letters of XML and for line ends. */
const unescape = (text: string): string =>
  text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

export const pdftk: Engine = {
  name: 'pdftk',

  fill: (bytes, { texts, ticks }) =>
    throughFiles(bytes, async (from, to, at) => {
      const fields = [...texts, ...[...ticks].map((name) => [name, 'Yes'] as const)].map(
        ([name, value]) => `<field name="${name}"><value>${xml(value)}</value></field>`,
      );
      await writeFile(
        at('values.xfdf'),
        `<?xml version="1.0" encoding="UTF-8"?><xfdf xmlns="http://ns.adobe.com/xfdf/"><fields>${fields.join('')}</fields></xfdf>`,
      );
      await runWell('pdftk', [from, 'fill_form', at('values.xfdf'), 'output', to]);
    }),

  read: (bytes) =>
    inFolder(async (at) => {
      await writeFile(at('in.pdf'), bytes);
      const { stdout } = await runWell('pdftk', [at('in.pdf'), 'dump_data_fields_utf8']);
      const values: Values = new Map();
      for (const report of stdout.toString('utf8').split('---\n')) {
        const told = (key: string): string => unescape(new RegExp(`^${key}: ([^]*?)(?=\\nField|\\n?$(?![^]))`, 'm').exec(report)?.[1] ?? '');
        const name = told('FieldName');
        if (name) values.set(name, told('FieldType') === 'Button' ? !['', 'Off'].includes(told('FieldValue')) : told('FieldValue'));
      }
      return values;
    }),
};
