/** Reads the size of a PNG or JPEG as it is seen, from the head of the file. */
import { isFrame, segmentsOf, sizeOfFrame } from './jpeg.ts';
import { orientationOf } from './orientation.ts';
import { isPng } from './png.ts';

/** In pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/**
 * Reads the size of a picture that is known to be whole, as it is when turned upright.
 *
 * @param bytes of a PNG or JPEG
 */
export const sizeOfPicture = (bytes: Buffer): PictureSize => {
  const { width, height } = isPng(bytes) ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : sizeOfJpeg(bytes);
  return orientationOf(bytes) > 4 ? { width: height, height: width } : { width, height };
};

const sizeOfJpeg = (bytes: Buffer): PictureSize => {
  const frame = segmentsOf(bytes).find(({ marker }) => isFrame(marker));
  return (frame && sizeOfFrame(frame)) ?? { width: 0, height: 0 };
};
