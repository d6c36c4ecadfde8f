/** Changes to a file that know nothing of what it holds. */
import type { Random } from './random.ts';

type Change = (bytes: Buffer, random: Random) => Buffer;

const span = (bytes: Buffer, random: Random, most = 400): [from: number, to: number] => {
  const from = random.below(bytes.length);
  return [from, Math.min(bytes.length, from + random.few(1, most))];
};

const CHANGES: readonly Change[] = [
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let count = random.few(1, 30); count > 0; count -= 1) changed[random.below(changed.length)] = random.below(256);
    return changed;
  },
  (bytes, random) => {
    const [from, to] = span(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, random) => {
    const [from, to] = span(bytes, random);
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at)]);
  },
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  (bytes, random) => {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(Array.from({ length: random.few(1, 50) }, () => random.below(256))), bytes.subarray(at)]);
  },
  (bytes, random) => Buffer.concat([bytes, bytes.subarray(random.below(bytes.length))]),
];

/** Flips, cuts, doubles or adds bytes. */
export const mutateBytes: Change = (bytes, random) => (bytes.length === 0 ? bytes : random.pick(CHANGES)(bytes, random));
