/** The size of a whole PNG or JPEG as it is seen, from its own head. */

export interface PictureSize {
  width: number;
  height: number;
}

const PNG = 0x89;

/**
 * Reads the size of a picture that is known to be whole.
 *
 * @param bytes of a PNG or JPEG
 */
export const sizeOfPicture = (bytes: Buffer): PictureSize =>
  // The first chunk of a PNG is its head (ISO 15948, 11.2.2).
  bytes[0] === PNG ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : sizeOfJpeg(bytes);

/** Markers of frames: all from SOF0 to SOF15 but DHT, JPG and DAC (ISO 10918-1, table B.1). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const EXIF = 0xe1;

/** Segments up to the frame (ISO 10918-1, B.1.1); a turned camera says so in the EXIF data before it. */
const sizeOfJpeg = (bytes: Buffer): PictureSize => {
  let turned = false;
  for (let at = 2; ;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1] ?? 0;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker === EXIF) turned ||= isTurned(bytes.subarray(at + 4, end));
    if (isFrame(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return turned ? { width: height, height: width } : { width, height };
    }
    at = end;
  }
};

const ORIENTATION = 0x0112;

/** Whether EXIF data says that the picture lies on its side (orientations 5 to 8; Exif 2.32, 4.6.4). */
const isTurned = (segment: Buffer): boolean => {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return false;
  const tiff = segment.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const entries = tiff.length < 8 ? 0 : little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(entries); entry += 1) {
    const at = entries + 2 + entry * 12;
    if (short(at) === ORIENTATION) return short(at + 8) > 4;
  }
  return false;
};
