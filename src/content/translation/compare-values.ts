/** Compares the values of a block with those of its translation: they must have the same shape, and other words. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { error, warning } from '../../diagnostics/make.ts';
import { locateKey, type Path } from '../../yaml/index.ts';
import { isProse } from '../plain-text.ts';
import type { Prose } from '../span.ts';
import { here, type Pair, there } from './file-pair.ts';
import { untranslated } from './untranslated.ts';

/** Keys that are compared elsewhere, or that a translation may change: pictures, the widths of columns. */
const FREE = new Set(['kind', 'at', 'id', 'blocks', 'image', 'width']);
/** Keys whose values are fixed terms, which are never translated. */
const TERMS = new Set(['for', 'with', 'relationship', 'callout', 'space', 'first', 'href']);
/** The defaults of those keys. */
const DEFAULTS: Record<string, string> = { for: 'both', relationship: 'all' };

export interface Where {
  /** The map in the language that is translated from, and in the translation. */
  from: Path;
  to: Path;
  /** Whether the block is filled in: additional parts would be additional fields. In other blocks they are the translator's choice. */
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
 * @returns errors for missing parts and parts of another shape, warnings for texts that were not translated
 */
export const compareMaps = (pair: Pair, from: object, to: object, where: Where): Diagnostic[] => {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((key) => !FREE.has(key));
  return keys.flatMap((key) =>
    comparePart(pair, key, (from as Fields)[key], (to as Fields)[key], { ...where, from: [...where.from, key], to: [...where.to, key] }),
  );
};

function comparePart(pair: Pair, key: string, from: unknown, to: unknown, where: Where): Diagnostic[] {
  if (TERMS.has(key)) return termOf(key, from) === termOf(key, to) ? [] : [differs(pair, key, termOf(key, from), termOf(key, to), where)];
  // `true` stands for the usual text of this option, which a translation may replace by its own.
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
  const diagnostic = few || where.fillable ? error : warning;
  const hint = few ? `translate what is missing, from ${there(pair, where.from)}` : `${there(pair, where.from)} has no more`;
  return [
    ...items,
    diagnostic(few ? 'translation-lacks' : 'translation-extra', `expected ${from.length} under "${key}", as in ${pair.language}, found ${to.length}`, at, hint),
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
  const left = pair.sameLanguage ? undefined : untranslated(from, to);
  if (!left) return links;
  const found = left === 'same' ? `the words of ${pair.language}` : `nearly all the words of ${pair.language}`;
  return [
    ...links,
    warning('untranslated', `expected a translation, found ${found}`, here(pair, where.to), `say in this language what stands in ${there(pair, where.from)}`),
  ];
}

const isWords = (value: unknown): value is Prose | string => typeof value === 'string' || isProse(value);

/** The places in the workbook that a text links to. */
const targetsOf = (text: Prose | string): string[] => (typeof text === 'string' ? [] : text.flatMap(({ href }) => (href?.startsWith('#') ? [href] : [])));

const termOf = (key: string, value: unknown): string =>
  Array.isArray(value) ? value.toSorted().join(', ') : value === undefined ? (DEFAULTS[key] ?? 'none') : String(value);

const shown = (value: unknown): string => (Array.isArray(value) ? `a list of ${value.length}` : String(value));

const lacks = (pair: Pair, key: string, where: Where): Diagnostic =>
  error(
    'translation-lacks',
    `expected the key "${key}", as in ${pair.language}, found none`,
    here(pair, where.to),
    `translate it from ${there(pair, where.from)}`,
  );

/** Additional text makes no additional field, except for `other`, which has a line to write on. */
const more = (pair: Pair, key: string, to: unknown, where: Where): Diagnostic =>
  (where.fillable && (key === 'other' || !isWords(to)) ? error : warning)(
    'translation-extra',
    `expected no key "${key}", as in ${pair.language}, found one`,
    { file: pair.to.source.file, ...locateKey(pair.to.document, where.to) },
    `remove it, or add it at ${there(pair, where.from)} too`,
  );

/** Minutes are an estimate and may differ; other numbers determine the fields. */
const differs = (pair: Pair, key: string, from: string, to: string, where: Where): Diagnostic =>
  (key === 'minutes' ? warning : error)(
    'translation-differs',
    `expected "${key}: ${from}", as in ${pair.language}, found "${to}"`,
    here(pair, where.to),
    `it stands in ${there(pair, where.from)}`,
  );
