/** Holding copies against each other and against whole builds. */
import { expect } from 'vitest';
import { differingPixels, readingOf } from '../readers/seen.ts';

/** Expects two files to be the same to a reader, and their covers to be the same picture. */
export const expectAlike = async (copy: Uint8Array, whole: Uint8Array): Promise<void> => {
  expect(await readingOf(copy)).toEqual(await readingOf(whole));
  expect(await differingPixels(copy, whole, 0)).toBe(0);
};

/** How many bytes at their start two files have in common. */
export const sharedStart = (one: Uint8Array, other: Uint8Array, most = Math.min(one.length, other.length)): number => {
  let at = 0;
  while (at < most && one[at] === other[at]) at += 1;
  return at;
};

/** Whether files begin with the same pages, as copies do that were not built whole: the glyphs of a whole build are numbered as its cover needs them. */
export const areOfOneBook = ([one, ...others]: readonly Uint8Array[]): boolean =>
  one !== undefined && others.every((bytes) => sharedStart(bytes, one) > one.length / 2);
