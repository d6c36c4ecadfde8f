/** The schema of notes for the counselor, which only the counselor's edition prints. */
import * as z from 'zod';
import { prose } from './prose-schema.ts';
import type { Prose } from './span.ts';

export const counselorNotes = z
  .strictObject({
    goal: prose('What this page is to bring about.'),
    'look-for': z.array(prose('A sign to look for in the answers.')).max(6).default([]),
    cautions: z.array(prose('When to wait, to leave it out, or to see each of the two alone.')).max(6).default([]),
    debrief: z.array(prose('A question to talk it over with.')).min(1).max(6),
  })
  .optional()
  .meta({ description: 'For the counselor’s edition alone; never in a client’s copy.' });

export interface CounselorNotes {
  goal: Prose;
  'look-for': Prose[];
  cautions: Prose[];
  debrief: Prose[];
}
