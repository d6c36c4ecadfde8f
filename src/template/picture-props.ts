/** Pictures that components show: files, and whole ones. The layout engine would fetch an address, and pass over what it cannot read. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { damageOf } from '../pictures/damage.ts';
import { stampOf } from '../system/stamp.ts';
import { quoted } from '../yaml/index.ts';
import type { PropFault } from './kit-props.ts';

const HINT = 'put a PNG or JPEG into the folder of the template, and give its path from there';

/** What is wrong with files, by their names and stamps: a picture may stand on every page. */
const known = new Map<string, string | undefined>();

const damageIn = (file: string): string | undefined => {
  const key = `${file} ${stampOf(file)}`;
  if (known.has(key)) return known.get(key);
  const look = (): string | undefined => {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return 'none';
    const bytes = readFileSync(file);
    if (!/^(?:\x89PNG|\xff\xd8)/.test(bytes.toString('latin1', 0, 4))) return 'something else';
    return damageOf(bytes);
  };
  const damage = look();
  known.set(key, damage);
  return damage;
};

/**
 * Looks at the props of a picture.
 *
 * @param folder absolute path of the template, from which paths of pictures count
 * @returns the props with the picture's absolute path; or without a picture, and what is wrong with it
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
  const damage = damageIn(file);
  return damage ? stop(`${damage} at ${quoted(src)}`) : { props: { ...rest, src: file } };
}
