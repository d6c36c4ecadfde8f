/** Reads blocks one by one, so that errors in one do not hide those in others. */
import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import * as z from 'zod';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { found, keyText, locate, nearest, nodeAt, type Part, type Path, quoted, validate } from '../yaml/index.ts';
import { type Block, BLOCK_KINDS, type BlockKind, leafSchemas, worksheetHead } from './blocks/index.ts';

/** A block of a file, valid or not. */
export interface BlockEntry {
  kind: BlockKind;
  /** Its place in the file. */
  path: Path;
  id?: string;
  /** Given when it is valid. */
  block?: Block;
}

export interface BlockList {
  /** The valid blocks. */
  blocks: Block[];
  /** All blocks whose kind is known, including those inside worksheets, in the order of the file. */
  entries: BlockEntry[];
  diagnostics: Diagnostic[];
}

/** The schema of a worksheet without its blocks, which are checked one by one. */
const worksheetShell = worksheetHead.extend({ blocks: z.array(z.unknown()).min(1) });

const LEAF_KINDS = Object.keys(leafSchemas) as BlockKind[];
const keysOf = (kind: BlockKind): string[] => Object.keys(kind === 'worksheet' ? worksheetShell.shape : leafSchemas[kind].shape);
const isKind = (key: string): key is BlockKind => (BLOCK_KINDS as string[]).includes(key);
/** Keys of blocks that are not kinds of blocks themselves. */
const PLAIN_KEYS = new Set(BLOCK_KINDS.flatMap(keysOf).filter((key) => !isKind(key)));

/**
 * Reads the list under the key `blocks`.
 *
 * @param part the file, and the path of the list
 * @param values the plain values of the list
 * @param inside true for the blocks of a worksheet, which holds no other worksheet
 */
export function readBlocks(part: Part, values: readonly unknown[], inside = false): BlockList {
  const list: BlockList = { blocks: [], entries: [], diagnostics: [] };
  values.forEach((value, index) => {
    const one = readBlock({ ...part, path: [...(part.path ?? []), index] }, value, inside);
    list.blocks.push(...one.blocks);
    list.entries.push(...one.entries);
    list.diagnostics.push(...one.diagnostics);
  });
  return list;
}

function readBlock(part: Part, value: unknown, inside: boolean): BlockList {
  const path = part.path ?? [];
  const node = nodeAt(part.document, path);
  const at = placeOf(part);
  const list: BlockList = { blocks: [], entries: [], diagnostics: [] };
  if (!isMap(node)) {
    const message = `expected a block, which is a map whose first key names its kind, found ${found(value)}`;
    list.diagnostics.push(error('not-a-block', message, at, 'write for instance "- text: …" or "- question: …"'));
    return list;
  }
  const kind = kindOf(node, value, part, inside, list.diagnostics);
  if (!kind) return list;
  const id = nodeAt(part.document, [...path, 'id']);
  const entry: BlockEntry = { kind, path };
  if (isScalar(id) && typeof id.value === 'string') entry.id = id.value;
  list.entries.push(entry);
  const { value: block, diagnostics } = validate(kind === 'worksheet' ? worksheetShell : leafSchemas[kind], part, value);
  list.diagnostics.push(...diagnostics);
  if (kind !== 'worksheet') {
    // The schema for this kind returned the block, which the compiler cannot know.
    if (block) list.blocks.push((entry.block = { kind, at, ...block } as Block));
    return list;
  }
  const inner = nodeAt(part.document, [...path, 'blocks']);
  const values = (value as { blocks?: unknown }).blocks;
  if (!isSeq(inner) || !Array.isArray(values)) return list;
  const under = readBlocks({ ...part, path: [...path, 'blocks'] }, values, true);
  list.entries.push(...under.entries);
  list.diagnostics.push(...under.diagnostics);
  if (block) list.blocks.push((entry.block = { ...block, kind, at, blocks: under.blocks } as Block));
  return list;
}

/** The kind of a block: named by its first key, or, with an error, by another key. */
function kindOf(node: YAMLMap, value: unknown, part: Part, inside: boolean, diagnostics: Diagnostic[]): BlockKind | undefined {
  const own = node.items.map(keyText).filter((key) => key !== '<<');
  // When the first key is a merge key, the merged block names the kind.
  const keys = firstIsMerged(node) ? [...new Set([...Object.keys(isRecord(value) ? value : {}), ...own])] : own;
  const [first] = keys;
  const at = { file: part.source.file, ...locate(part.document, part.path ?? []) };
  const head = node.items.find((item) => keyText(item) === first);
  const range = isScalar(head?.key) ? head.key.range : undefined;
  const place = range ? { ...at, start: range[0], end: range[1] } : at;
  const allowed = inside ? LEAF_KINDS : BLOCK_KINDS;
  if (first === undefined) {
    diagnostics.push(error('not-a-block', 'expected a key that names the kind of block, found an empty map', place, `kinds: ${allowed.join(', ')}`));
    return undefined;
  }
  if (isKind(first)) {
    if (allowed.includes(first)) return first;
    diagnostics.push(
      error(
        'nested-worksheet',
        'expected a block that holds no others, found a worksheet inside a worksheet',
        place,
        'end the first worksheet, and begin the second one beside it',
      ),
    );
    return undefined;
  }
  const near = nearest(first, allowed);
  const others = keys.filter((key): key is BlockKind => isKind(key) && allowed.includes(key));
  if (others.length > 0 && (PLAIN_KEYS.has(first) || !near)) {
    const kind = bestKind(others, keys);
    diagnostics.push(
      error(
        'kind-not-first',
        `expected the key that names the kind first, found ${quoted(first)} before "${kind}"`,
        place,
        `move "${kind}" to the front of the block`,
      ),
    );
    return kind;
  }
  const hint = near ? `did you mean "${near}"?` : `kinds: ${allowed.join(', ')}`;
  diagnostics.push(error('unknown-kind', `expected a key that names the kind of block, found ${quoted(first)}`, place, hint));
  return undefined;
}

const firstIsMerged = ({ items: [first] }: YAMLMap): boolean => first !== undefined && keyText(first) === '<<';
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The kind that has most of a map's keys: `columns` is a kind, but also a key of `table`. */
function bestKind(kinds: readonly BlockKind[], keys: readonly string[]): BlockKind {
  const known = (kind: BlockKind) => keys.filter((key) => keysOf(kind).includes(key)).length;
  return kinds.toSorted((a, b) => known(b) - known(a))[0] as BlockKind;
}

/** The place of all lines of a part, without white space at the end. */
function placeOf(part: Part): Location {
  const { text, file } = part.source;
  const [start = 0, end = 0] = nodeAt(part.document, part.path ?? [])?.range ?? [];
  return { file, start, end: start + text.slice(start, end).trimEnd().length };
}
