/** Compares the blocks of a step or page with those of its translation. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { error, warning } from '../../diagnostics/make.ts';
import { type Path } from '../../yaml/index.ts';
import type { BlockEntry } from '../read-blocks.ts';
import { align } from './align.ts';
import { here, type Pair, there } from './file-pair.ts';
import { compareMaps } from './compare-values.ts';

/** All blocks of a file, and the path of the list that is compared: that of the file or of a worksheet. */
interface List {
  all: readonly BlockEntry[];
  path: Path;
}

/**
 * Compares two lists of blocks, and those inside their worksheets.
 *
 * @param pair the files that they stand in
 * @param from the blocks in the original language
 * @param to those of the translation, valid or not
 */
export function compareBlocks(pair: Pair, from: List, to: List): Diagnostic[] {
  const ids = { from: idsOf(from.all), to: idsOf(to.all) };
  const likeness = (one: BlockEntry, other: BlockEntry): number => {
    if (one.id !== undefined && one.id === other.id) return 8;
    // An id that the other file lacks may be mistyped.
    if (one.id !== undefined || other.id !== undefined) return one.kind === other.kind && !ids.to.has(one.id) && !ids.from.has(other.id) ? 1 : 0;
    if (one.kind !== other.kind) return 0;
    return (
      2 +
      Number(term(one, 'for') === term(other, 'for')) +
      Number(term(one, 'callout') === term(other, 'callout')) +
      Number(term(one, 'relationship') === term(other, 'relationship'))
    );
  };
  const couples = align(childrenOf(from), childrenOf(to), likeness);
  return couples.flatMap(([one, other], index) => {
    if (one && other) return compareBlock(pair, one, other, from.all, to.all);
    if (one) {
      const moved = to.all.find(({ id }) => id !== undefined && id === one.id);
      if (moved)
        return [
          error(
            'translation-order',
            `expected the blocks in the order of ${pair.language}, found ${named(moved)} elsewhere`,
            here(pair, [...moved.path, 'id']),
            `in ${pair.language} it stands at ${there(pair, one.path)}`,
          ),
        ];
      const next = couples.slice(index).find(([, after]) => after)?.[1];
      const last = couples.slice(0, index).findLast(([, before]) => before)?.[1];
      const place = next ? ' before this block' : last ? ' after this block' : '';
      const at = next ?? last;
      return [
        error(
          'translation-lacks',
          `expected ${named(one)}${place}, as in ${pair.language}, found none`,
          here(pair, at ? [...at.path, at.kind] : to.path),
          `translate it from ${there(pair, one.path)}`,
        ),
      ];
    }
    if (!other || ids.from.has(other.id)) return [];
    const hint = `remove it, or add it to ${pair.language} too`;
    return [
      (other.id === undefined ? warning : error)(
        'translation-extra',
        `expected no more blocks than in ${pair.language}, found ${named(other)}`,
        here(pair, [...other.path, other.kind]),
        hint,
      ),
    ];
  });
}

function compareBlock(pair: Pair, from: BlockEntry, to: BlockEntry, fromAll: readonly BlockEntry[], toAll: readonly BlockEntry[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const differs = (what: string, found: string, at: Path) =>
    error('translation-differs', `expected ${what}, as in ${pair.language}, found "${found}"`, here(pair, at), `it stands in ${there(pair, from.path)}`);
  if (from.kind !== to.kind) return [differs(`a block of the kind "${from.kind}"`, to.kind, [...to.path, to.kind])];
  if (from.id !== to.id) diagnostics.push(differs(from.id === undefined ? 'no id' : `the id "${from.id}"`, to.id ?? 'none', [...to.path, 'id']));
  if (from.block && to.block)
    diagnostics.push(
      ...compareMaps(pair, from.block, to.block, { from: from.path, to: to.path, fillable: from.kind !== 'worksheet' && from.id !== undefined }),
    );
  if (from.kind === 'worksheet')
    diagnostics.push(...compareBlocks(pair, { all: fromAll, path: [...from.path, 'blocks'] }, { all: toAll, path: [...to.path, 'blocks'] }));
  return diagnostics;
}

const childrenOf = ({ all, path }: List): BlockEntry[] =>
  all.filter((entry) => entry.path.length === path.length + 1 && path.every((step, index) => step === entry.path[index]));

const idsOf = (all: readonly BlockEntry[]): Set<string | undefined> => new Set(all.flatMap(({ id }) => (id === undefined ? [] : [id])));

/** The value of a key as text. */
const term = ({ block }: BlockEntry, key: string): string => String((block as Record<string, unknown> | undefined)?.[key] ?? '');

/** A block as messages name it. */
const named = ({ kind, id }: BlockEntry): string => (id === undefined ? `a block of the kind "${kind}"` : `the ${kind} "${id}"`);
