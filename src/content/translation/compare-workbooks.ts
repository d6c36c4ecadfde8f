/** Compares a translation with its original, so that no half-translated workbook is printed and all fields keep their names. */
import path from 'node:path';
import { isWithin } from '../../system/paths.ts';
import { isMap, isScalar } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { error, warning } from '../../diagnostics/make.ts';
import { keyText, locate, nearest, nodeAt, type YamlFile } from '../../yaml/index.ts';
import { languagesIn } from '../workbook-folder.ts';
import { type LoadedWorkbook, loadWorkbook } from '../load.ts';
import type { ReadSection } from '../read-section.ts';
import { loadStrings } from '../load-strings.ts';
import { compareBlocks } from './compare-blocks.ts';
import { compareAbout, compareListings } from './compare-heads.ts';
import { here, type Pair, type Side, there } from './file-pair.ts';
import { compareMaps } from './compare-values.ts';

/** A workbook in a language: its content and the words that the program prints. */
export interface Translation {
  /** The workbook's folder, absolute. */
  folder: string;
  /** The language of the translation: a folder in it. */
  language: string;
  content: LoadedWorkbook;
  strings: readonly YamlFile[];
}

/**
 * Compares a translation with the language that its `translation-of` names.
 *
 * @returns errors for missing parts and for parts of another shape (answers would land in other fields), warnings for
 *   texts that were not translated; empty when the workbook is not a translation
 */
export async function checkTranslation({ folder, language, content, strings }: Translation): Promise<Diagnostic[]> {
  const { head } = content;
  const document = head?.file.document;
  const node = document && nodeAt(document, ['translation-of']);
  if (!head || !document || !isScalar(node) || typeof node.value !== 'string') return [];
  const from = node.value;
  const at = { file: head.file.source.file, ...locate(document, ['translation-of']) };
  const languages = (await languagesIn(folder)).filter((name) => name !== language);
  if (!languages.includes(from)) {
    const near = nearest(from, languages);
    const list = languages.length > 0 ? `other languages of this workbook: ${languages.join(', ')}` : 'remove the line, when nothing is translated here';
    return [error('translation-source', `expected another language of this workbook, found "${from}"`, at, near ? `did you mean "${near}"?` : list)];
  }
  const original = await loadWorkbook(folder, from);
  const faults = original.diagnostics.filter(({ severity }) => severity === 'error').length;
  if (!original.head?.value || !original.workbook) {
    return [
      error(
        'translation-source',
        `expected no errors in ${from}, which this is translated from, found ${faults}`,
        at,
        `mend them first: check with --lang ${from}`,
      ),
    ];
  }
  const primary = (tag: string) => tag.toLowerCase().split('-')[0];
  const about = { language: from, root: folder, sameLanguage: primary(from) === primary(language) };
  const pairOf = (one: YamlFile, other: YamlFile): Pair | undefined => {
    const [first, second] = [sideOf(one), sideOf(other)];
    return first && second && { ...about, from: first, to: second };
  };
  const diagnostics: Diagnostic[] = [];
  const heads = pairOf(original.head.file, head.file);
  if (heads) {
    diagnostics.push(...compareListings(heads));
    if (head.value) diagnostics.push(...compareAbout(heads, original.head.value, head.value));
  }
  for (const section of original.read) {
    const own = content.read.find(({ id }) => id === section.id);
    const pair = own && pairOf(section.file, own.file);
    if (own && pair) diagnostics.push(...compareSections(pair, section, own));
  }
  const words = await loadStrings(from, folder);
  const [own, others] = [strings.some(isIn(folder)), words.files.some(isIn(folder))];
  if (others && !own)
    diagnostics.push(
      warning(
        'translation-lacks',
        `expected strings.yaml beside workbook.yaml, as in ${from}, found none`,
        at,
        `translate it from ${path.join(from, 'strings.yaml')}`,
      ),
    );
  return [...diagnostics, ...compareStrings(words.files, strings, isIn(folder), pairOf)];
}

/** Whether a file is the workbook's own, and not a shipped one. */
const isIn =
  (folder: string) =>
  ({ source }: YamlFile): boolean =>
    isWithin(folder, source.file);

const sideOf = ({ document, source }: YamlFile): Side | undefined => document && { document, source };

function compareSections(pair: Pair, from: ReadSection, to: ReadSection): Diagnostic[] {
  const head = ({ section }: ReadSection) => {
    if (!section) return undefined;
    const { id: _, part: __, number: ___, blocks: ____, at: _____, ...rest } = section;
    return rest;
  };
  const [first, second] = [head(from), head(to)];
  return [
    ...(first && second ? compareMaps(pair, first, second, { from: [], to: [], fillable: false }) : []),
    ...compareBlocks(pair, { all: from.entries, path: ['blocks'] }, { all: to.entries, path: ['blocks'] }),
  ];
}

/** Compares the texts that the program prints: a workbook's own file must have the keys that the original language has. */
function compareStrings(
  from: readonly YamlFile[],
  to: readonly YamlFile[],
  isOwn: (file: YamlFile) => boolean,
  pairOf: (one: YamlFile, other: YamlFile) => Pair | undefined,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const file of to) {
    for (const other of from) {
      const pair = pairOf(other, file);
      if (!pair) continue;
      const [first, second] = [wordsOf(other), wordsOf(file)];
      const shared = Object.keys(first).filter((key) => key in second);
      const pick = (words: Record<string, string>) => Object.fromEntries(shared.map((key) => [key, words[key]]));
      diagnostics.push(...compareMaps(pair, pick(first), pick(second), { from: [], to: [], fillable: false }));
      if (!isOwn(other) || !isOwn(file)) continue;
      const lacking = Object.keys(first).filter((key) => !(key in second));
      diagnostics.push(
        ...lacking.map((key) =>
          warning(
            'translation-lacks',
            `expected the workbook’s own words for "${key}", as in ${pair.language}, found none`,
            here(pair, [key]),
            `translate them from ${there(pair, [key])}`,
          ),
        ),
      );
    }
  }
  return diagnostics;
}

function wordsOf({ document }: YamlFile): Record<string, string> {
  const map = document?.contents;
  if (!isMap(map)) return {};
  return Object.fromEntries(
    map.items.flatMap((pair) => (isScalar(pair.value) && typeof pair.value.value === 'string' ? [[keyText(pair), pair.value.value] as const] : [])),
  );
}
