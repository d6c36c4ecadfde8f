/** Characters that the fonts cannot show, at their places: nothing is printed as an empty box. */
import type { Scalar } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { rawOffset, textsOf, type YamlFile } from '../yaml/index.ts';
import { characterName } from './characters.ts';
import { parseInline } from './markdown.ts';

/** Keys of names that are not printed: of pictures, of a template. */
const NAMES: ReadonlySet<string> = new Set(['image', 'logo', 'template']);

/** A character that cannot be shown: where it stands first in a file, and how often it does. */
interface Sighting {
  start: number;
  end: number;
  count: number;
  /** How it looks composed with the letter before it. */
  composed?: string;
}

/**
 * Finds the characters in the values of files that no font has, and control characters.
 *
 * @param files parsed files; keys, and the names of files, are never printed and not looked at
 * @param hasGlyph whether the fonts that set the text can show a code point
 * @returns an error for each character and file, at the first place of it
 */
export function checkGlyphs(files: readonly YamlFile[], hasGlyph: (codePoint: number) => boolean): Diagnostic[] {
  const known = new Map<string, boolean>();
  const shown = (character: string): boolean => {
    let answer = known.get(character);
    if (answer === undefined) {
      answer = character === '\n' || (!/\p{Cc}/u.test(character) && hasGlyph(character.codePointAt(0) ?? 0));
      known.set(character, answer);
    }
    return answer;
  };
  return files.flatMap((file) => checkFile(file, shown));
}

function checkFile({ document, source }: YamlFile, shown: (character: string) => boolean): Diagnostic[] {
  if (!document) return [];
  const sightings = new Map<string, Sighting>();
  const see = (character: string, node: Scalar<string>, index: number, length: number, composed?: string) => {
    const before = sightings.get(character);
    if (before) before.count += 1;
    else {
      const start = rawOffset(source.text, node, node.value, index);
      const end = Math.max(start, rawOffset(source.text, node, node.value, index + length));
      sightings.set(character, { start, end, count: 1, ...(composed ? { composed } : {}) });
    }
  };
  for (const { node, keys } of textsOf(document)) {
    if (NAMES.has(keys.at(-1) ?? '')) continue;
    let index = 0;
    let last = '';
    for (const character of node.value) {
      if (!shown(character)) see(character, node, index, character.length, composition(last, character));
      index += character.length;
      last = character;
    }
    // Markdown may name a character instead of writing it: &hearts; or &#x2665;
    if (!node.value.includes('&')) continue;
    for (const match of node.value.matchAll(/&(?:#x?[0-9a-f]+|[a-z][a-z0-9]*);/gi)) {
      for (const character of parseInline(match[0]).spans[0]?.text ?? '') {
        if (!shown(character)) see(character, node, match.index, match[0].length);
      }
    }
  }
  return [...sightings].map(([character, { start, end, count, composed }]) => {
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
    const invisible = /^[\p{Cf}\p{Cs}]$/u.test(character);
    const hint = composed
      ? `write "${composed}" as one character`
      : invisible
        ? 'remove it: it cannot be seen'
        : 'write it in other words, or choose a theme whose font has it';
    return error('missing-glyph', `expected characters that the fonts of the theme have, found ${characterName(character)}${often}`, at, hint);
  });
}

/** A letter and the mark behind it as one character, where there is one. */
function composition(letter: string, mark: string): string | undefined {
  if (!/^\p{M}$/u.test(mark)) return undefined;
  const composed = (letter + mark).normalize('NFC');
  return [...composed].length === 1 ? composed : undefined;
}
