/** Changes to a PDF: to its bytes, its objects, and what is packed inside its streams. */
import { deflateSync, inflateSync } from 'node:zlib';
import { mutateBytes } from './mutate-bytes.ts';
import type { Random } from './random.ts';

/** One character a byte. */
type Text = string;
type Change = (text: Text, random: Random) => Text;

/** Replaces one match of a pattern, anywhere in a text. */
const replaceOne = (text: Text, random: Random, pattern: RegExp, by: (found: string) => string): Text => {
  const from = random.below(text.length);
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match ? text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length) : text;
};

const NUMBERS = [
  '0',
  '-1',
  '1',
  '2',
  '65535',
  '2147483648',
  '1e9',
  '99999999999999999999',
  '0.0000001',
  '-0',
  '+',
  '1.2.3',
  'null',
  '[ ]',
  '<<>>',
  '(text)',
  '/Name',
  'true',
];
const STRINGS = [
  '()',
  '(\\',
  '(\\777)',
  '<>',
  '<FEFF>',
  '<FEFFD83D>',
  '<FFFE4100>',
  '<EFBBBFFF>',
  '<zz>',
  `(${'long '.repeat(20_000)})`,
  '(((((((',
  '(a\\rb\\nc)',
  '<FEFF05D005D1065E0020D83DDE00>',
  'null',
  '12 0 R',
  '[(a) (b)]',
];
const KEYS = [
  '/Kids',
  '/K',
  '/P',
  '/Parent',
  '/Pg',
  '/Nums',
  '/Rect',
  '/V',
  '/FT',
  '/DA',
  '/MK',
  '/AP',
  '/N',
  '/Type',
  '/Subtype',
  '/MCID',
  '/StructParent',
  '/StructParents',
  '/Contents',
  '/Annots',
  '/Resources',
  '/Font',
  '/Length',
  '/Filter',
  '/MediaBox',
  '/Count',
  '/Outlines',
  '/Last',
  '/PageLabels',
  '/Lang',
  '/Metadata',
  '/Info',
  '/Root',
  '/DR',
  '/FontFile2',
  '/W',
  '/BBox',
  '/Matrix',
  '/Dest',
  '/Obj',
  '/T',
  '/TU',
];

const OBJECT = /\d+ 0 obj\n?[^]{0,2000}?endobj/g;

const CHANGES: readonly Change[] = [
  (text, random) => replaceOne(text, random, /\d+ 0 R/g, () => `${random.pick([0, 1, 2, 3, random.below(400), 999_999])} 0 R`),
  (text, random) => replaceOne(text, random, /(?<=[\s[])-?\d+(?:\.\d+)?(?=[\s\]])/g, () => random.pick(NUMBERS)),
  (text, random) => replaceOne(text, random, /\([^()\\]*\)|<[0-9A-Fa-f]{2,}>/g, () => random.pick(STRINGS)),
  (text, random) => replaceOne(text, random, /\/[A-Z]\w+/g, () => random.pick(KEYS)),
  (text, random) => {
    const key = random.pick(KEYS);
    return replaceOne(text, random, new RegExp(`${key}\\b`, 'g'), (found) => `${found}x`);
  },
  // A dictionary or an array that is none, or empty.
  (text, random) => replaceOne(text, random, /\[[^[\]]*\]/g, () => random.pick(['[]', 'null', '[null]', '[0 0 R]', '[[[[]]]]', '<<>>'])),
  (text, random) => replaceOne(text, random, /<<[^<>]*>>/g, () => random.pick(['<<>>', 'null', '[]', '<</A <</A <</A 1>>>>>>'])),
  // Objects under each other’s numbers, gone, or there twice.
  (text, random) => {
    const one = objectAt(text, random);
    const other = objectAt(text, random);
    return one && other ? text.replace(one, () => one.replace(/^\d+/, /^\d+/.exec(other)?.[0] ?? '1')) : text;
  },
  (text, random) => {
    const one = objectAt(text, random);
    return one ? text.replace(one, '') : text;
  },
  (text, random) => {
    const one = objectAt(text, random);
    return one ? `${text}\n${one.replace(/(?<=\[)[^\]]*(?=\])/, '')}\n` : text;
  },
  repacked,
  repacked,
];

const objectAt = (text: Text, random: Random): string | undefined => {
  OBJECT.lastIndex = random.below(text.length);
  return OBJECT.exec(text)?.[0];
};

/** Changes what is inside a compressed stream, and packs it again. */
function repacked(text: Text, random: Random): Text {
  const pattern = /(\/Length )(\d+)([^]{0,400}?stream\r?\n)/g;
  pattern.lastIndex = random.below(text.length);
  const match = pattern.exec(text);
  if (!match) return text;
  const [whole, key = '', length = '0', rest = ''] = match;
  const from = match.index + whole.length;
  const to = from + Number(length);
  try {
    const plain = inflateSync(Buffer.from(text.slice(from, to), 'latin1'));
    const changed = random.chance(0.3) ? mutateBytes(plain, random) : Buffer.from(mutateOperators(plain.toString('latin1'), random), 'latin1');
    const packed = deflateSync(changed).toString('latin1');
    return `${text.slice(0, match.index)}${key}${packed.length}${rest}${packed}${text.slice(to)}`;
  } catch {
    return text;
  }
}

const OPERATORS = [
  'q',
  'Q',
  'EMC',
  'BT',
  'ET',
  '/P <</MCID 0>> BDC',
  '/Artifact BMC',
  'cm',
  '0 0 0 0 0 0 cm',
  '1e30 0 0 1e30 0 0 cm',
  '0 0 1 1 re W n',
  '(',
  ')',
  '<',
  '[',
  ']',
  '%',
  'BI /W 1 ID x EI',
  '\\',
  '/MCID',
];

/** Operators of a page changed, doubled or gone. */
const mutateOperators = (operators: Text, random: Random): Text => {
  const words = operators.split(/(?<=\s)/);
  for (let count = random.few(1, 6); count > 0 && words.length > 0; count -= 1) {
    const at = random.below(words.length);
    if (random.chance(0.4)) words.splice(at, random.few(1, 5));
    else words.splice(at, 0, `${random.pick(OPERATORS)} `);
  }
  return words.join('');
};

/** Changes a PDF a few times. */
export const mutatePdf = (source: Buffer, random: Random): Buffer => {
  if (random.chance(0.15)) return mutateBytes(source, random);
  let text = source.toString('latin1');
  for (let count = random.few(1, 8); count > 0 && text.length > 0; count -= 1) text = random.pick(CHANGES)(text, random);
  return Buffer.from(text, 'latin1');
};
