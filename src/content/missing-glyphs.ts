/** Reports characters that the fonts of the theme lack, since they would be printed as empty boxes. */
import type { Document, Scalar } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { FILE_KEYS, lettersOf, rawOffset, readOnce, textsOf, type YamlFile } from '../yaml/index.ts';
import { characterName } from './character-names.ts';
import { parseInline } from './markdown.ts';
import { drawnAs, type Has, isRightToLeft, suggestedFor } from './glyph-substitutes.ts';

/** The first place of a missing character in a file, and how often it occurs. */
interface MissingGlyph {
  start: number;
  end: number;
  count: number;
}

/**
 * Finds control characters, and characters that neither the fonts nor substitutes can show.
 *
 * @param files parsed files; keys and the names of files are skipped, since they are never printed
 * @param hasGlyph whether the fonts of the text have a code point
 * @returns one error for each character and file, at its first place
 */
export function checkGlyphs(files: readonly YamlFile[], hasGlyph: Has): Diagnostic[] {
  const known = new Map<string, boolean>();
  const shown = (character: string): boolean => {
    let answer = known.get(character);
    if (answer === undefined) {
      answer = character === '\n' || (!/\p{Cc}/u.test(character) && drawnAs(character, hasGlyph) !== undefined);
      known.set(character, answer);
    }
    return answer;
  };
  return files.flatMap((file) => checkFile(file, shown, hasGlyph));
}

/** A character that is printed: of a text, or what stands for one in it. */
interface Printed {
  character: string;
  node: Scalar<string>;
  /** Where it stands in the value of the node. */
  index: number;
  length: number;
}

function* printedIn(document: Document): Generator<Printed> {
  for (const { node, keys } of textsOf(document)) if (!FILE_KEYS.has(keys.at(-1) ?? '')) yield* printedInText(node);
}

function* printedInText(node: Scalar<string>): Generator<Printed> {
  for (const { composed, index, length } of lettersOf(node.value)) for (const character of composed) yield { character, node, index, length };
  // Markdown also allows entities for characters: &hearts; or &#x2665;
  if (!node.value.includes('&')) return;
  for (const match of node.value.matchAll(/&(?:#x?[0-9a-f]+|[a-z][a-z0-9]*);/gi)) {
    for (const character of parseInline(match[0]).spans[0]?.text ?? '') yield { character, node, index: match.index, length: match[0].length };
  }
}

/** A text of letters that are whole without those beside them, and without entities; each stands for itself (Unicode Standard Annex 15). */
const PLAIN = /^[\n\u0020-\u0025\u0027-\u007e\u00a0-\u024f\u2010-\u201f]*$/;

/** Each character that is printed, once. */
const charactersIn = (document: Document): string[] => {
  const characters = new Set<string>();
  for (const { node, keys } of textsOf(document)) {
    if (FILE_KEYS.has(keys.at(-1) ?? '')) continue;
    if (PLAIN.test(node.value)) for (const character of node.value) characters.add(character);
    else for (const { character } of printedInText(node)) characters.add(character);
  }
  return [...characters];
};

function checkFile({ document, source }: YamlFile, shown: (character: string) => boolean, hasGlyph: Has): Diagnostic[] {
  if (!document || readOnce(document, 'characters', () => charactersIn(document)).every(shown)) return [];
  const missing = new Map<string, MissingGlyph>();
  const note = (character: string, node: Scalar<string>, index: number, length: number) => {
    const before = missing.get(character);
    if (before) before.count += 1;
    else {
      const start = rawOffset(source.text, node, node.value, index);
      const end = Math.max(start, rawOffset(source.text, node, node.value, index + length));
      missing.set(character, { start, end, count: 1 });
    }
  };
  for (const { character, node, index, length } of printedIn(document)) if (!shown(character)) note(character, node, index, length);
  return [...missing].map(([character, { start, end, count }]) => {
    const at = { file: source.file, start, end };
    const often = count > 1 ? `, ${count} times in this file` : '';
    if (/\p{Cc}/u.test(character)) {
      return error(
        'control-character',
        `expected text that can be printed, found ${characterName(character)}${often}`,
        at,
        character === '\t' ? 'it is a tab: write a space' : 'remove it',
      );
    }
    return error(
      'missing-glyph',
      `expected characters that the fonts of the theme have, found ${characterName(character)}${often}`,
      at,
      wayOut(character, hasGlyph),
    );
  });
}

/** What an author can do about a character that cannot be drawn. */
function wayOut(character: string, hasGlyph: Has): string {
  if (isRightToLeft(character)) return 'remove it: it turns the words behind it round, and cannot be seen';
  const near = suggestedFor(character, hasGlyph);
  if (near === ' ') return 'write a plain space, or a paragraph of its own for what follows';
  return `write ${near === undefined ? 'it in' : `"${near}" or`} other words, or choose a theme whose font has it`;
}
