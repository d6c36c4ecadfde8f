/** Checks pictures in components: files only, and undamaged. The layout engine would fetch addresses, and skip files that it cannot read. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { faultOfFileSize, faultOfPicture } from '../pictures/picture-fault.ts';
import { BoundedMap } from '../system/bounded-map.ts';
import { stampOf } from '../system/file-stamp.ts';
import { quoted } from '../yaml/index.ts';
import type { PropFault } from './kit-props.ts';

const HINT = 'put a PNG or JPEG into the folder of the template, and give its path from there';

/** What is wrong with a file of a picture. */
type FileFault = Pick<PropFault, 'code'> & { expected: string; found: string; hint: string };

/** Faults of files by name and time stamp, kept because a picture may stand on every page. */
const known = new BoundedMap<string, FileFault | undefined>(500);

const faultOfFile = (file: string): FileFault | undefined => {
  const key = `${file} ${stampOf(file)}`;
  if (known.has(key)) return known.get(key);
  const look = (): FileFault | undefined => {
    const wrong = (found: string): FileFault => ({ code: 'wrong-prop', expected: 'a picture for src', found, hint: HINT });
    const status = statSync(file, { throwIfNoEntry: false });
    if (!status?.isFile()) return wrong('none');
    const large = faultOfFileSize(status.size);
    if (large) return large;
    const bytes = readFileSync(file);
    return /^(?:\x89PNG|\xff\xd8)/.test(bytes.toString('latin1', 0, 4)) ? faultOfPicture(bytes) : wrong('something else');
  };
  const fault = look();
  known.set(key, fault);
  return fault;
};

/**
 * Checks the props of a picture.
 *
 * @param folder absolute path of the template, to which paths of pictures are relative
 * @returns the props with the picture's absolute path; or the props without a picture, and its fault
 */
export function pictureProps(props: Record<string, unknown>, folder: string): { props: Record<string, unknown>; fault?: PropFault } {
  const { src, source: _, ...rest } = props;
  const stop = (found: string, hint = HINT) => ({
    props: rest,
    fault: { code: 'wrong-prop' as const, message: `expected a picture for src, found ${found}`, hint },
  });
  if (typeof src !== 'string' || src === '') return stop(src === undefined ? 'none' : `a ${typeof src}`);
  if (/^[a-z][a-z\d+.-]+:/i.test(src) || src.startsWith('//')) return stop(`the address ${quoted(src.slice(0, 60))}`, `nothing is fetched: ${HINT}`);
  const file = path.resolve(folder, src);
  const fault = faultOfFile(file);
  if (!fault) return { props: { ...rest, src: file } };
  const { code, expected, found, hint } = fault;
  return { props: rest, fault: { code, message: `expected ${expected}, found ${found} at ${quoted(src)}`, hint } };
}
