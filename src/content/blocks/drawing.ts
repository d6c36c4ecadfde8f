/** The schema of a drawing to write into: which one, and what its places are called. */
import { counted } from '../../diagnostics/counted.ts';
import { customIssue } from '../../yaml/custom-issue.ts';
import * as z from 'zod';
import { label, prose } from '../prose-schema.ts';
import { fillable } from './shared-keys.ts';

/** How many places each drawing has: at least and at most. */
export const DRAWING_PLACES = {
  timeline: [2, 6],
  figure: [4, 4],
  'three-letters': [3, 3],
  fence: [2, 2],
  path: [4, 16],
  circle: [3, 8],
  stones: [2, 2],
} as const;

const NAMES = Object.keys(DRAWING_PLACES) as (keyof typeof DRAWING_PLACES)[];

export const draw = z
  .strictObject({
    draw: z.enum(NAMES).meta({
      description:
        'timeline: moments along a line; figure: a person, with head, chest, belly and hands; three-letters: kept, written anew, sent; fence: two sides of it; path: boxes to tick along a way; circle: people round one in the middle; stones: two of them.',
    }),
    ...fillable,
    title: prose('What is written into the drawing.'),
    places: z
      .array(label('What belongs at one place.'))
      .min(1)
      .max(16)
      .meta({ description: 'The words at each place, in reading order: as many as the drawing has places.' }),
    alt: label('What the drawing shows, for those who cannot see it.'),
  })
  .superRefine(({ draw: name, places }, ctx) => {
    const [least, most] = DRAWING_PLACES[name];
    if (places.length >= least && places.length <= most) return;
    const expected = least === most ? counted(least, 'place') : `${least} to ${most} places`;
    ctx.addIssue(
      customIssue(
        `expected ${expected} in the drawing "${name}", found ${places.length}`,
        { code: 'places-mismatch', hint: 'name each place of the drawing under places, or choose another drawing' },
        ['places'],
      ),
    );
  });
