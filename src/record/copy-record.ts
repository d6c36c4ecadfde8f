/** What a copy says of itself: which workbook it is, in which edition, made by which version of the program. Never a name. */
import * as z from 'zod';
import { packed, unpacked } from './packed-json.ts';

/** The version of this form; a reader of a later one takes what it knows. */
export const LATEST_FORM = 1;

/** Some text of a file, whose length is bounded: the file may come from anywhere. */
const word = () => z.string().max(500);

const copyRecord = z.object({
  /** The version of this form. */
  form: z.number().int().min(1),
  /** The version of the program. */
  program: word(),
  /** The name of the workbook’s folder, and its date. */
  workbook: z.object({ id: word(), date: z.iso.date() }),
  language: word(),
  edition: word(),
  /** For whom it is: `both` or a role. */
  for: word(),
  /** The other options that shape it, by their names on the command line; those that have their defaults are left out. */
  options: z.record(word(), z.union([word(), z.boolean(), z.array(word()).max(1000)])),
  /** Other options that were given, by the same names: what they say, words or a file of the user's, the record keeps to itself. */
  unsaid: z.array(word()).max(100).optional(),
  /** Of a copy from a list, or one that was given a sign. */
  copy: z
    .object({
      /** The sign of the client, as `--id` or the list gives it. */
      id: word().optional(),
      /** Of a copy from a list: a digest of all that it was made from. Equal ones are the same copy. */
      digest: word().optional(),
    })
    .optional(),
});

export type CopyRecord = z.output<typeof copyRecord>;

/** The bytes of a record, as they are written into a copy. */
export const encodeRecord = (record: Omit<CopyRecord, 'form'>): Buffer => packed({ ...record, form: LATEST_FORM }, record.options.discreet === true);

/**
 * The record from the bytes that a copy holds.
 *
 * @returns nothing where they hold something else
 */
export const decodeRecord = (bytes: Uint8Array): CopyRecord | undefined => {
  return copyRecord.safeParse(unpacked(bytes)).data;
};
