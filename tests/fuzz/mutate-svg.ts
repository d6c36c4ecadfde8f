/** Changes to drawings as hands and programs make them: other numbers, other values, parts that are gone or there twice. */
import { mutateBytes } from './mutate-bytes.ts';
import type { Random } from './random.ts';

/** What is put where a value stood. */
const ODD = [
  '',
  ' ',
  '0',
  '-1',
  '1e-9',
  '1e9',
  '1e400',
  'NaN',
  '50%',
  '2em',
  '3px',
  'inherit',
  'none',
  'auto',
  'url(#nowhere)',
  'calc(1px + 2px)',
  'var(--x)',
  '&#0;',
  '#a',
  ',',
  '0 0 0 0',
  'M0 0',
];

/** Replaces one match in a text, at random. */
const replaceOne = (text: string, pattern: RegExp, random: Random, by: (found: string) => string): string => {
  const all = [...text.matchAll(pattern)];
  if (all.length === 0) return text;
  const { 0: found, index } = random.pick(all);
  return text.slice(0, index) + by(found) + text.slice(index + found.length);
};

/** Numbers in values, not in ids and colours. */
const NUMBER = /(?<=[\s"',(:A-Za-z])(?<!#[\da-f]*|id=")-?(?:\d+\.?\d*|\.\d+)(?=[\s"',)%a-zA-Z-])/g;
const VALUE = /(?<= [a-zA-Z][\w:-]*=")[^"<]*(?=")/g;
const ATTRIBUTE = / [a-zA-Z][\w:-]*="[^"<]*"/g;
const ELEMENT = /<(?:path|rect|circle|ellipse|line|poly\w+|use|stop)\b[^<>]*\/>/g;

const changedNumber = (found: string, random: Random): string => {
  const value = Number(found);
  return random.chance(0.7)
    ? String(Number((value * (0.5 + random.next())).toFixed(3)))
    : random.pick(['0', String(-value), String(value * 1000), String(value / 1000), `${value}e3`]);
};

type Change = (text: string, random: Random) => string;

const CHANGES: readonly Change[] = [
  (text, random) => replaceOne(text, NUMBER, random, (found) => changedNumber(found, random)),
  (text, random) => replaceOne(text, NUMBER, random, (found) => changedNumber(found, random)),
  (text, random) => replaceOne(text, VALUE, random, () => random.pick(ODD)),
  // A value of another attribute.
  (text, random) => replaceOne(text, VALUE, random, (found) => random.pick([found, ...(text.match(VALUE) ?? [])])),
  (text, random) => replaceOne(text, ATTRIBUTE, random, () => ''),
  (text, random) => replaceOne(text, ELEMENT, random, (found) => (random.chance(0.5) ? '' : found + found)),
  (text, random) => replaceOne(text, ELEMENT, random, (found) => `<g transform="scale(${changedNumber('1', random)})">${found}</g>`),
];

/** Changes a drawing. */
export const mutateSvg = (drawing: string, random: Random): Buffer => {
  if (random.chance(0.1)) return mutateBytes(Buffer.from(drawing), random);
  let text = drawing;
  for (let count = random.few(1, 5); count > 0; count -= 1) text = random.pick(CHANGES)(text, random);
  return Buffer.from(text);
};
