/** EXIF data as cameras write it: an orientation in either byte order, and entries beside it. */
import { type ExifEntry, tiffOf } from '../fixtures/exif.ts';
import type { Random } from './random.ts';

/** TIFF data; the orientation is one of the eight there are, or beyond them. */
export const makeExif = (random: Random): Buffer => {
  const orientation: ExifEntry = {
    value: random.chance(0.9) ? 1 + random.below(8) : random.pick([0, 9, 255, 0xffff]),
    type: random.chance(0.9) ? 3 : random.below(14),
  };
  const others = Array.from({ length: random.below(4) }, (): ExifEntry => ({
    tag: random.pick([0x0100, 0x010f, 0x011a, 0x0128, 0x8769]),
    value: random.below(300),
  }));
  const tiff = tiffOf(
    random.pick(['II', 'MM']),
    [...others, ...(random.chance(0.9) ? [orientation] : [])].toSorted((one, other) => (one.tag ?? 0x0112) - (other.tag ?? 0x0112)),
  );
  return random.chance(0.1) ? tiff.subarray(0, random.below(tiff.length)) : tiff;
};
