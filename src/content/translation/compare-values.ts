/** Holding the parts of a block against those of its translation: the same shape, other words. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { error, warning } from '../../diagnostics/make.ts';
import { locateKey, type Path } from '../../yaml/index.ts';
import { isProse } from '../plain-text.ts';
import type { Prose } from '../span.ts';
import { here, type Pair, there } from './file-pair.ts';
import { untranslated } from './untranslated.ts';

/** What is no part of the text, is looked at elsewhere, or may fit the words of the language: pictures, the widths of columns. */
const FREE = new Set(['kind', 'at', 'id', 'blocks', 'image', 'width']);
/** Words with a meaning of their own: they are never translated. */
const TERMS = new Set(['for', 'with', 'relationship', 'callout', 'space', 'first']);
/** What stands for a term that is left out. */
const USUAL: Record<string, string> = { for: 'both', relationship: 'all' };

export interface Where {
  /** The map in the language that is translated from, and in the translation. */
  from: Path;
  to: Path;
  /** In what is filled in, anything more would be another field; in what is read, it is the translator's choice. */
  fillable: boolean;
}

type Fields = Record<string, unknown>;

/**
 * Compares two maps.
 *
 * @param pair the files that they stand in
 * @param from the map in the language that is translated from, as its schema read it
 * @param to its translation
 * @param where where they stand
 * @returns errors for what is lacking or of another shape, warnings for words that were left as they are
 */
export const compareMaps = (pair: Pair, from: object, to: object, where: Where): Diagnostic[] => {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((key) => !FREE.has(key));
  return keys.flatMap((key) =>
    comparePart(pair, key, (from as Fields)[key], (to as Fields)[key], { ...where, from: [...where.from, key], to: [...where.to, key] }),
  );
};

function comparePart(pair: Pair, key: string, from: unknown, to: unknown, where: Where): Diagnostic[] {
  if (TERMS.has(key)) return termOf(key, from) === termOf(key, to) ? [] : [differs(pair, key, termOf(key, from), termOf(key, to), where)];
  // The usual words of an option may be said in other ones.
  if (key === 'other' && Boolean(from) && Boolean(to)) return compareWords(pair, from, to, where);
  if (to === undefined || (key === 'other' && !to && from)) return from === undefined ? [] : [lacks(pair, key, where)];
  if (from === undefined || (key === 'other' && !from && to)) return [more(pair, key, to, where)];
  if (isWords(from) && isWords(to)) return compareWords(pair, from, to, where);
  if (Array.isArray(from) && Array.isArray(to)) return compareLists(pair, key, from, to, where);
  if (typeof from === 'object' && typeof to === 'object' && !isProse(from) && !isProse(to)) return compareMaps(pair, from ?? {}, to ?? {}, where);
  return from === to ? [] : [differs(pair, key, shown(from), shown(to), where)];
}

function compareLists(pair: Pair, key: string, from: readonly unknown[], to: readonly unknown[], where: Where): Diagnostic[] {
  const items = from
    .slice(0, to.length)
    .flatMap((item, index) => comparePart(pair, '', item, to[index], { ...where, from: [...where.from, index], to: [...where.to, index] }));
  if (from.length === to.length) return items;
  const at = { file: pair.to.source.file, ...locateKey(pair.to.document, where.to) };
  const few = to.length < from.length;
  const say = few || where.fillable ? error : warning;
  const hint = few ? `translate what is missing, from ${there(pair, where.from)}` : `${there(pair, where.from)} has no more`;
  return [
    ...items,
    say(few ? 'translation-lacks' : 'translation-extra', `expected ${from.length} under "${key}", as in ${pair.language}, found ${to.length}`, at, hint),
  ];
}

function compareWords(pair: Pair, from: unknown, to: unknown, where: Where): Diagnostic[] {
  if (!isWords(from) || !isWords(to)) return [];
  const lost = targetsOf(from).filter((href) => !targetsOf(to).includes(href));
  const links = lost.map((href) =>
    warning(
      'translation-lacks',
      `expected a link to "${href}", as in ${pair.language}, found none`,
      here(pair, where.to),
      `it stands in ${there(pair, where.from)}`,
    ),
  );
  const left = pair.sameTongue ? undefined : untranslated(from, to);
  if (!left) return links;
  const found = left === 'same' ? `the words of ${pair.language}` : `nearly all the words of ${pair.language}`;
  return [
    ...links,
    warning('untranslated', `expected a translation, found ${found}`, here(pair, where.to), `say in this language what stands in ${there(pair, where.from)}`),
  ];
}

const isWords = (value: unknown): value is Prose | string => typeof value === 'string' || isProse(value);

/** The places in the workbook that a text leads to. */
const targetsOf = (text: Prose | string): string[] => (typeof text === 'string' ? [] : text.flatMap(({ href }) => (href?.startsWith('#') ? [href] : [])));

const termOf = (key: string, value: unknown): string =>
  Array.isArray(value) ? value.toSorted().join(', ') : value === undefined ? (USUAL[key] ?? 'none') : String(value);

const shown = (value: unknown): string => (Array.isArray(value) ? `a list of ${value.length}` : String(value));

const lacks = (pair: Pair, key: string, where: Where): Diagnostic =>
  error(
    'translation-lacks',
    `expected the key "${key}", as in ${pair.language}, found none`,
    here(pair, where.to),
    `translate it from ${there(pair, where.from)}`,
  );

/** Words more than there were make no field, but for those before a line for own words. */
const more = (pair: Pair, key: string, to: unknown, where: Where): Diagnostic =>
  (where.fillable && (key === 'other' || !isWords(to)) ? error : warning)(
    'translation-extra',
    `expected no key "${key}", as in ${pair.language}, found one`,
    { file: pair.to.source.file, ...locateKey(pair.to.document, where.to) },
    `remove it, or add it at ${there(pair, where.from)} too`,
  );

/** Minutes are an estimate; all else that is counted makes the fields. */
const differs = (pair: Pair, key: string, from: string, to: string, where: Where): Diagnostic =>
  (key === 'minutes' ? warning : error)(
    'translation-differs',
    `expected "${key}: ${from}", as in ${pair.language}, found "${to}"`,
    here(pair, where.to),
    `it stands in ${there(pair, where.from)}`,
  );
