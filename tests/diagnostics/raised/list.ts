/** A mistake for each code that tells of a list of copies. */
import { readFile } from 'node:fs/promises';
import { batch } from '../../../src/commands/batch.ts';
import { fillByHand } from '../../flatten/filled.ts';
import type { Mistake, Mistakes } from './place.ts';

/** A dry run of a list of the small workbook. */
const listed =
  (list: string | Uint8Array, options: { file?: string; namePattern?: string; rows?: string; folders?: boolean } = {}): Mistake =>
  async (place) => {
    const { file = 'clients.csv', ...choice } = options;
    await place.write({ [file]: list });
    return place.run((streams) => batch({ list: file, workbook: 'book', dryRun: true, ...choice, ...streams }));
  };

/** A row that has changed since somebody wrote into its copy. */
const changedSince: Mistake = async (place) => {
  const make = async (list: string) => {
    await place.write({ 'clients.csv': list });
    return place.run((streams) => batch({ list: 'clients.csv', workbook: 'book', ...streams }));
  };
  await make('name,id\nAna,1\n');
  const copy = 'out/clients/Ana book.pdf';
  await place.write({ [copy]: await fillByHand(await readFile(place.path(copy)), () => 'what Ana wrote') });
  return make('name,id\nAna,2\n');
};

export const list: Mistakes<'list'> = {
  'answers-kept': changedSince,
  'duplicate-column': listed('name,Name\nAna,Zoë\n'),
  'list-choice': listed('name\nAna\n', { rows: '7' }),
  'list-encoding': listed(Buffer.from('\uFEFFname\r\nAna\r\n', 'utf16le')),
  'list-ending': listed('name\nAna\n', { file: 'clients.xlsx' }),
  'list-quotes': listed('name\n"Ana\n'),
  'name-pattern': listed('name\nAna\n', { namePattern: '{nam}' }),
  'ragged-row': listed('name,for\nAna,both,letter\n'),
  'row-without-password': listed('name,password\nAna,seven quiet rivers\nZoë,\n'),
  'row-without-role': listed('name,for\nAna,was-hurt\nZoë,\n'),
  'two-of-one-file': listed('name\nAna\nana\n'),
  'two-of-one-folder': listed('name,id\nAna,2026-1\nAna,2026-2\n', { folders: true, namePattern: '{name} {row}' }),
  'two-of-one-id': listed('name,id\nAna,2026-017\nZoë,2026-017\n'),
  'unknown-column': listed('name,papr\nAna,a4\n'),
  'unknown-field': listed('name,fill.look_wat\nAna,words\n'),
};
