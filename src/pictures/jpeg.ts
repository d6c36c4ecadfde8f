/** Reads the segments of a JPEG that come before its pixels (ISO 10918-1, B.1.1). */

export interface Segment {
  /** The second byte of its marker (table B.1). */
  marker: number;
  /** Offset of its marker, and of what follows it. */
  start: number;
  end: number;
  /** Its data, after the length. */
  body: Buffer;
}

export interface JpegHead {
  /** Those before the first scan, in order. */
  segments: Segment[];
  /** What follows them: a scan, which holds pixels; nothing; or bytes that are no segment. */
  followedBy: 'pixels' | 'nothing' | 'something else';
  /** Offset of what follows them. */
  end: number;
}

const SCAN = 0xda;

/** Whether a file begins as a JPEG does (SOI). */
export const isJpeg = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xd8;

/**
 * Reads the head of a JPEG; it ends early where the bytes were cut off or overwritten.
 *
 * @param bytes of a file that begins as a JPEG does
 */
export const readJpegHead = (bytes: Buffer): JpegHead => {
  const segments: Segment[] = [];
  for (let at = 2; ;) {
    // Any number of FF may stand before a marker (B.1.1.2).
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    if (at + 4 > bytes.length) return { segments, followedBy: 'nothing', end: at };
    if (bytes[at] !== 0xff) return { segments, followedBy: 'something else', end: at };
    const marker = bytes.readUInt8(at + 1);
    if (marker === SCAN) return { segments, followedBy: 'pixels', end: at };
    // The length includes its own two bytes.
    const end = at + 2 + Math.max(2, bytes.readUInt16BE(at + 2));
    if (end > bytes.length) return { segments, followedBy: 'nothing', end: at };
    segments.push({ marker, start: at, end, body: bytes.subarray(at + 4, end) });
    at = end;
  }
};

/** The segments before the first scan of a JPEG; those after a damaged place are left out. */
export const segmentsOf = (bytes: Buffer): Segment[] => readJpegHead(bytes).segments;

/** Whether a segment of this marker holds the size of the picture: SOF0 to SOF15 except DHT, JPG and DAC, whose markers lie between them. */
export const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** The size in a frame, in pixels (B.2.2); nothing where the frame is too short. */
export const sizeOfFrame = ({ body }: Segment): { width: number; height: number } | undefined =>
  body.length < 6 ? undefined : { width: body.readUInt16BE(3), height: body.readUInt16BE(1) };
