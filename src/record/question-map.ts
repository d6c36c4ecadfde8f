/** The questions of a copy in its own words, with the fields that hold their answers: what a filled copy is read by, years later too. */
import * as z from 'zod';
import { packed, unpacked } from './packed-json.ts';

const word = () => z.string().max(4000);

/** A field: what stands behind the question’s id in its name, whether it is written in or ticked, and the words that are its alone. */
const recordedField = z.tuple([word(), z.enum(['text', 'check']), word()]);

const recordedQuestion = z.object({
  /** The start of its fields’ names, which never changes. */
  id: word(),
  /** The kind of its block, such as `scale`. */
  kind: word(),
  /** Where it stands, by ids: `today`, or `apologize/my-apology` in a worksheet; empty for what no part asks. */
  place: word(),
  /** The titles of the step or page that it is in, and of the worksheet. */
  part: word(),
  sheet: word().optional(),
  question: word(),
  /** Of a rating: the words at its ends. */
  ends: z.tuple([word(), word()]).optional(),
  /** Of a sentence with gaps: the sentence, with `____` for each gap. */
  sentence: word().optional(),
  fields: z.array(recordedField).max(5000),
  /** Whether it stands on a page for counselors: what they note there is no answer of a client’s. */
  counselor: z.literal(true).optional(),
});

const questionMap = z.array(recordedQuestion).max(20_000);

export type RecordedField = z.output<typeof recordedField>;
export type RecordedQuestion = z.output<typeof recordedQuestion>;

/** The bytes of the questions, as they are written into a copy. @param discreet as in the copy’s record */
export const encodeQuestions = (questions: readonly RecordedQuestion[], discreet: boolean): Buffer => packed(questions, discreet);

/** The questions from the bytes that a copy holds; nothing where they hold something else. */
export const decodeQuestions = (bytes: Uint8Array): RecordedQuestion[] | undefined => questionMap.safeParse(unpacked(bytes)).data;
