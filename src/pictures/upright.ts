/** Turns pictures upright, and removes what cameras and programs store beside the pixels. */
import { isFrame, segmentsOf } from './jpeg.ts';
import { type Orientation, orientationOf } from './orientation.ts';
import { isPng } from './png.ts';
import { isPlainPng, turnPng } from './turn-png.ts';

/** Markers of segments with metadata: APP0 to APP15, and comments (ISO 10918-1, B.2.4). */
const isNote = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
const [JFIF, PROFILE, ADOBE] = [0xe0, 0xe2, 0xee];

/**
 * The bytes of a picture as they are drawn. A JPEG states its orientation in the one form that every library reads; the rest of its
 * EXIF data, such as where it was taken and by whom, stays out of the PDF. A PNG is turned and rewritten (turn-png.ts).
 *
 * @param bytes of a whole PNG or JPEG; they are not changed
 * @returns the same bytes where nothing was to be done
 */
export const uprightPicture = (bytes: Buffer): Buffer => {
  const orientation = orientationOf(bytes);
  if (isPng(bytes)) return orientation === 1 && isPlainPng(bytes) ? bytes : turnPng(bytes, orientation);
  const kept: Buffer[] = [];
  let [dropped, end, framed] = [false, 2, false];
  for (const { marker, start, end: next, body } of segmentsOf(bytes)) {
    const named = (name: string): boolean => body.toString('latin1', 0, name.length) === name;
    const drawn = !isNote(marker) || marker === JFIF || (marker === PROFILE && named('ICC_PROFILE')) || (marker === ADOBE && named('Adobe'));
    if (drawn) kept.push(bytes.subarray(start, next));
    // Bytes that fill up before a marker (B.1.1.2) are no fault, yet what draws a JPEG takes them for one.
    dropped ||= !drawn || start > end;
    framed ||= isFrame(marker);
    end = next;
  }
  return dropped && framed ? Buffer.concat([bytes.subarray(0, 2), ...(orientation === 1 ? [] : [exifOf(orientation)]), ...kept, bytes.subarray(end)]) : bytes;
};

/** A segment of EXIF data with the orientation only (TIFF 6.0, section 2: a directory with one entry). */
const exifOf = (orientation: Orientation): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xe1, 0, 34]),
    Buffer.from('Exif\0\0MM', 'latin1'),
    Buffer.from([0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]),
  ]);
