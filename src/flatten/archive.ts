/** Finds what keeps a filled copy from conforming to PDF/A-2a once it is flattened. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { counted } from '../diagnostics/counted.ts';
import { error } from '../diagnostics/make.ts';
import type { FilledPdf } from './read-filled.ts';

/** Characters that no standard gives a meaning (ISO 19005-2, 6.2.11.7.3): what is left of damaged emoji. */
const PRIVATE = /\p{Co}/u;

/** An error for each kind of thing that an archive must not have, and that would be in the flat copy. */
export const againstArchive = ({ contents, foreign }: FilledPdf): Diagnostic[] => {
  const fields = contents.flatMap((content) => content.fields.map(({ field }) => field));
  const names = (found: readonly { name: string }[]): string => found.map(({ name }) => name).join(', ');
  const drawn = fields.filter((field) => field.kind === 'text' && field.drawn !== undefined);
  const damaged = fields.filter((field) => field.kind === 'text' && PRIVATE.test(field.value));
  const refused = (message: string, ...hints: readonly string[]): Diagnostic => error('not-for-archive', message, undefined, ...hints);
  return [
    ...(foreign > 0
      ? [refused(`expected fields and links alone, found ${foreign} of another program’s notes or drawings`, 'take them out there, or leave out --archive')]
      : []),
    ...(drawn.length > 0
      ? [
          refused(
            `expected answers in letters, found ${counted(drawn.length, 'drawn one')}`,
            names(drawn),
            'type them again in the filled copy, or leave out --archive',
          ),
        ]
      : []),
    ...(damaged.length > 0
      ? [
          refused(
            `expected characters that mean the same everywhere, found others in ${counted(damaged.length, 'answer')}`,
            names(damaged),
            'they are what is left of damaged emoji: write words instead, or leave out --archive',
          ),
        ]
      : []),
  ];
};
