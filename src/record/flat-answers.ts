/** The answers of a flat copy by the names of the fields that it had: its pages show them, and it has no fields any more. */
import * as z from 'zod';
import { packed, unpacked } from './packed-json.ts';

const flatAnswers = z.record(z.string().max(4000), z.union([z.string(), z.literal(true)]));

/** A text, or `true` for a box that is ticked. */
export type FlatAnswers = z.output<typeof flatAnswers>;

/** The bytes of the answers, as they are written into a flat copy. @param discreet as in the copy’s record */
export const encodeAnswers = (answers: FlatAnswers, discreet: boolean): Buffer => packed(answers, discreet);

/** The answers from the bytes that a flat copy holds; nothing where they hold something else. */
export const decodeAnswers = (bytes: Uint8Array): FlatAnswers | undefined => flatAnswers.safeParse(unpacked(bytes)).data;
