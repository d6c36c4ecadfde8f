/** Lays out pages of elements: with the program's engine, or with react-pdf where a sheet has something that the engine does not know. */
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import layoutDocument from '@react-pdf/layout';
import { Document, Font } from '@react-pdf/renderer';
import type { Font as FontkitFont } from 'fontkit';
import { createElement, type ReactElement } from 'react';
import { SettingContext, type Setting } from '../kit/context.ts';
import { type FontStore, layOutSheets, type TreeNode } from '../engine/engine.ts';
import { breakableParts } from '../engine/text/break-words.ts';
import type { SheetCache } from './sheet-cache.ts';
import type { SheetStore } from './sheet-store.ts';
import type { LaidOutNode } from './laid-out-node.ts';
import { captureConsole } from '../system/capture-console.ts';
import { drawInOtherFont, drawTexts, hasAll, hasOf } from './drawn-text.ts';
import { OTHER_LETTERS } from './other-letters.ts';
import { addressPictures, namePictures } from './picture-files.ts';
import { render } from './render.ts';
import { keepWords, recallWords, wordsIn } from './kept-words.ts';
import { rememberWords } from './shaping.ts';
import { dropEngineData } from './drop-engine-data.ts';

/** A face to register with the layout engine: a TrueType file for a family at a weight. */
export interface Face {
  family: string;
  weight: number;
  /** Absolute path. */
  file: string;
}

/** Options of the layout of one book, and what it collects beside the pages. */
export interface LayoutRun {
  /** The cache of sheets from earlier builds. */
  memory?: SheetCache | undefined;
  /** Sheets that earlier runs have kept on disk. */
  kept?: SheetStore | undefined;
  /** Whether nobody changes the sheets: then those of the cache are given themselves, not copies. */
  shared?: boolean | undefined;
  /** Aborts it between two batches of pages. */
  signal?: AbortSignal | undefined;
  /** Called with the number of laid-out pages. */
  laidOut?: ((done: number, of: number) => void) | undefined;
  /** Lays out every sheet with @react-pdf/layout. */
  reactPdf?: boolean | undefined;
  /** Collects what the engine does not know about sheets, which @react-pdf/layout then laid out. */
  unknown?: string[] | undefined;
  /** Collects those sheets. */
  others?: Set<LaidOutNode> | undefined;
  /** Collects texts that were dropped because they stood where only elements are drawn. */
  lost?: string[] | undefined;
}

/**
 * The faces that the engine has or is about to have, which keeps them for the life of the process: no two have one key, since a family has
 * another name for other files (theme/load.ts).
 */
const registered = new Map<string, Promise<void>>();

/**
 * Registers fonts with the layout engine, which keeps them for the life of the process.
 * Words are never hyphenated: broken words are harder to read for many (domain.md, section 2). Long addresses may break, without a mark.
 */
export const registerFaces = async (faces: readonly Face[]): Promise<void> => {
  Font.registerHyphenationCallback(breakableParts);
  const known = faces.map((face) => {
    const key = `${face.family} ${face.weight} ${face.file}`;
    // Of two builds that start together, the second waits for the loading that the first has started.
    const loading = registered.get(key) ?? register(face);
    registered.set(key, loading);
    return loading.catch((thrown: unknown) => {
      registered.delete(key);
      throw thrown;
    });
  });
  await Promise.all(known);
};

const register = async ({ family, weight, file }: Face): Promise<void> => {
  Font.register({ family, fontWeight: weight, src: file });
  const face = { fontFamily: family, fontWeight: weight };
  await Font.load(face);
  rememberWords(openedFace({ family, weight }), recallWords(readFileSync(file)));
};

/** A registered face, opened. */
export const openedFace = ({ family, weight }: Pick<Face, 'family' | 'weight'>): FontkitFont =>
  (Font as unknown as { getFont(descriptor: object): { data: FontkitFont } }).getFont({ fontFamily: family, fontWeight: weight }).data;

/**
 * Keeps the words of registered faces for later runs, those that stand in shipped texts.
 *
 * @param texts the texts that were read, unchanged since they came with the program
 */
export const keepWordsOf = (faces: readonly Face[], texts: unknown): void => {
  let words: ReadonlySet<string> | undefined;
  for (const face of faces)
    keepWords(
      openedFace(face),
      () => readFileSync(face.file),
      () => (words ??= wordsIn(texts)),
    );
};

/** Registers the font for letters that a theme lacks. @returns whether it has a code point */
const otherFont = async (): Promise<(codePoint: number) => boolean> => {
  const { otherLetterFiles } = await import('../theme/other-letters.ts');
  const faces = otherLetterFiles().map((face) => ({ family: OTHER_LETTERS, ...face }));
  await registerFaces(faces);
  return hasAll(faces.map(({ family, weight }) => ({ fontFamily: family, fontWeight: weight })));
};

/** Pages laid out at a time: the engine copies the whole tree for each of its twenty passes, so that fewer pages need less memory. */
const BATCH = 12;

/**
 * Lays out pages, each a `<Page wrap={false}>`: one laid-out PAGE node comes back for each, never split.
 * @param pages Page elements, each with a key
 * @param setting The theme and the strings that components ask for
 * @throws the reason of the signal, when it was aborted
 */
export const layOut = async (pages: readonly ReactElement[], setting: Setting, run: LayoutRun = {}): Promise<LaidOutNode[]> => {
  const { memory, kept: onDisk } = run;
  if (!memory) return onDisk ? layOutOthers(pages, setting, run, onDisk) : layOutAll(pages, setting, run);
  const named = pages.map((page) => ({ page, name: memory.nameOf(page, setting) }));
  const found = named.map(({ name }) => memory.recall(name, run.shared));
  const missing = named.filter((_, index) => !found[index]);
  const others = missing.map(({ page }) => page);
  const fresh = await (onDisk ? layOutOthers(others, setting, run, onDisk) : layOutAll(others, setting, run));
  const kept = missing.map(({ name }, index) => memory.keep(name, fresh[index] as LaidOutNode, run.shared)).values();
  return found.map((node) => node ?? (kept.next().value as LaidOutNode));
};

/** Lays out the pages that are not kept on disk. */
const layOutOthers = async (pages: readonly ReactElement[], setting: Setting, run: LayoutRun, kept: SheetStore): Promise<LaidOutNode[]> => {
  const named = pages.map((page) => ({ page, name: kept.nameOf(page, setting) }));
  const found = named.map(({ name }) => name && kept.recall(name));
  const missing = named.filter((_, index) => !found[index]);
  const others = new Set<LaidOutNode>();
  const fresh = await layOutAll(
    missing.map(({ page }) => page),
    setting,
    { ...run, others },
  );
  for (const [index, { name }] of missing.entries()) {
    const sheet = fresh[index] as LaidOutNode;
    if (name && !others.has(sheet)) kept.note(name, sheet);
  }
  const laidOut = fresh.values();
  return found.map((sheet) => sheet ?? (laidOut.next().value as LaidOutNode));
};

const layOutAll = async (pages: readonly ReactElement[], setting: Setting, run: LayoutRun): Promise<LaidOutNode[]> => {
  const laidOut: LaidOutNode[] = [];
  for (let start = 0; start < pages.length; start += BATCH) {
    // Lets other work run, so that the build can be aborted meanwhile.
    await setImmediate();
    run.signal?.throwIfAborted();
    laidOut.push(...(await layOutTree(treeOf(pages.slice(start, start + BATCH), setting, run), setting, run)));
    run.laidOut?.(laidOut.length, pages.length);
  }
  return laidOut;
};

/**
 * Runs the components of pages.
 * @param run what it collects beside the pages
 * @returns a document whose children are the pages as they made them, not laid out
 */
export const treeOf = (pages: readonly ReactElement[], setting: Setting, run: Pick<LayoutRun, 'lost'> = {}): TreeNode => {
  const tree = createElement(SettingContext.Provider, { value: setting }, createElement(Document, null, pages));
  const instance = render(tree, run.lost ?? []);
  const document = instance.container.document as TreeNode | undefined;
  if (!document) throw new Error('the layout engine made no document');
  // Otherwise the reconciler would keep the tree of elements for the life of the process.
  instance.updateContainer(null);
  return document;
};

/** Lays out the pages of a document, which change: one laid-out PAGE node comes back for each. */
export const layOutTree = async (
  document: TreeNode,
  { theme }: Setting,
  run: Pick<LayoutRun, 'reactPdf' | 'unknown' | 'others'> = {},
): Promise<LaidOutNode[]> => {
  const has = hasOf(theme);
  const undrawn = drawTexts(document as Parameters<typeof drawTexts>[0], has);
  if (undrawn.length > 0) drawInOtherFont(undrawn, has, await otherFont());
  const given = document.children ?? [];
  // Libraries complain of styles that they cannot read on the console; those were told before (template/style-values.ts).
  const { result } = run.reactPdf ? { result: [] } : await captureConsole(() => layOutSheets(given, Font as unknown as FontStore));
  run.unknown?.push(...result.flatMap((each) => ('unknown' in each ? [each.unknown] : [])));
  const sheets = given.map((_, index) => {
    const each = result[index];
    return each && 'sheet' in each ? (each.sheet as LaidOutNode) : undefined;
  });
  const left = given.filter((_, index) => !sheets[index]);
  if (left.length === 0) return sheets as LaidOutNode[];
  const byReactPdf = await layOutWithReactPdf({ ...document, children: left });
  for (const sheet of byReactPdf) run.others?.add(sheet);
  const others = byReactPdf.values();
  return sheets.map((sheet) => sheet ?? (others.next().value as LaidOutNode));
};

/** Lays out the pages of a document in the steps of react-pdf, which knows every style and script. */
const layOutWithReactPdf = async (document: TreeNode): Promise<LaidOutNode[]> => {
  addressPictures(document as Parameters<typeof addressPictures>[0]);
  const engine = layoutDocument as unknown as (document: unknown, fonts: unknown) => Promise<LaidOutNode>;
  // It complains of broken pictures on the console; pictures.ts finds those by what is missing.
  const { result } = await captureConsole(() => engine(document, Font));
  namePictures(result);
  return (result.children ?? []).map(dropEngineData);
};
