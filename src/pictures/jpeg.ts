/** The segments of a JPEG, up to the first of its scans. */

export interface Segment {
  /** The second byte of its marker (ISO 10918-1, table B.1). */
  marker: number;
  /** Offset of its marker, and of what follows it. */
  start: number;
  end: number;
  /** What is in it, behind its length. */
  body: Buffer;
}

const SCAN = 0xda;

/** Whether a segment holds the size of the picture: SOF0 to SOF15 without DHT, JPG and DAC, which lie between them. */
export const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Goes through the segments before the first scan (B.1.1 of the standard); ends early where the bytes are damaged. */
export function* segmentsOf(bytes: Buffer): Generator<Segment> {
  for (let at = 2; ;) {
    // Any number of FF may stand before a marker.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === SCAN || at + 4 > bytes.length) return;
    const end = at + 2 + Math.max(2, bytes.readUInt16BE(at + 2));
    if (end > bytes.length) return;
    yield { marker, start: at, end, body: bytes.subarray(at + 4, end) };
    at = end;
  }
}
