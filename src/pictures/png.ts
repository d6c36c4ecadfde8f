/** Reads and writes the chunks of a PNG (ISO 15948). */
import { crc32 } from 'node:zlib';

export interface Chunk {
  type: string;
  data: Buffer;
}

export const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);

/** The chunks of a PNG; those after a damaged place are left out. */
export const chunksOf = (bytes: Buffer): Chunk[] => {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, end - 4) });
    at = end;
  }
  return chunks;
};

/** The bytes of a PNG with these chunks. */
export const pngOf = (chunks: readonly Chunk[]): Buffer =>
  Buffer.concat([
    SIGNATURE,
    ...chunks.flatMap(({ type, data }) => {
      const [length, sum, named] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(type, 'latin1'), data])];
      length.writeUInt32BE(data.length);
      sum.writeUInt32BE(crc32(named));
      return [length, named, sum];
    }),
  ]);
