/** A mistake for each code that tells of a list of copies. */
import { batch } from '../../../src/commands/batch.ts';
import type { Mistake, Mistakes } from './place.ts';

/** A dry run of a list of the small workbook. */
const listed =
  (list: string | Uint8Array, options: { file?: string; namePattern?: string; rows?: string } = {}): Mistake =>
  async (place) => {
    const { file = 'clients.csv', ...choice } = options;
    await place.write({ [file]: list });
    return place.run((streams) => batch({ list: file, workbook: 'book', dryRun: true, ...choice, ...streams }));
  };

export const list: Mistakes<'list'> = {
  'duplicate-column': listed('name,Name\nAna,Zoë\n'),
  'list-choice': listed('name\nAna\n', { rows: '7' }),
  'list-encoding': listed(Buffer.from('\uFEFFname\r\nAna\r\n', 'utf16le')),
  'list-ending': listed('name\nAna\n', { file: 'clients.xlsx' }),
  'list-quotes': listed('name\n"Ana\n'),
  'name-pattern': listed('name\nAna\n', { namePattern: '{nam}' }),
  'ragged-row': listed('name,for\nAna,both,letter\n'),
  'two-of-one-file': listed('name\nAna\nana\n'),
  'unknown-column': listed('name,papr\nAna,a4\n'),
  'unknown-field': listed('name,fill.look_wat\nAna,words\n'),
};
