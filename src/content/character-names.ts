/** Names characters in messages, for authors whose editor shows only a box. */

/** Descriptions by scripts and categories of the Unicode standard, the most specific first. */
const KINDS: [RegExp, string][] = [
  [/^\p{Cc}$/u, 'a control character'],
  [/^\p{Emoji_Presentation}$/u, 'an emoji'],
  [/^[\u2190-\u21ff\u27f0-\u27ff\u2900-\u297f\u2b00-\u2bff]$/u, 'an arrow or a sign'],
  [/^[\u2500-\u259f]$/u, 'a drawing sign'],
  [/^[\u2600-\u27bf]$/u, 'a picture sign'],
  [/^\p{Co}$/u, 'a character for private use'],
  [/^\p{M}$/u, 'a mark that is set over another letter'],
  [/^\p{Cf}$/u, 'an invisible character'],
  [/^\p{Z}$/u, 'a kind of space'],
  [/^\p{Sc}$/u, 'a currency sign'],
  [/^\p{Sm}$/u, 'a mathematical sign'],
  [/^\p{Script=Latin}$/u, 'a Latin letter'],
  [/^\p{Script=Greek}$/u, 'a Greek letter'],
  [/^\p{Script=Cyrillic}$/u, 'a Cyrillic letter'],
  [/^\p{Script=Arabic}$/u, 'an Arabic letter'],
  [/^\p{Script=Hebrew}$/u, 'a Hebrew letter'],
  [/^\p{Script=Devanagari}$/u, 'a Devanagari letter'],
  [/^\p{Script=Thai}$/u, 'a Thai letter'],
  [/^\p{Script=Hiragana}$|^\p{Script=Katakana}$/u, 'a Japanese letter'],
  [/^\p{Script=Hangul}$/u, 'a Korean letter'],
  [/^\p{Script=Han}$/u, 'a Chinese character'],
  [/^\p{L}$/u, 'a letter of another script'],
  [/^\p{N}$/u, 'a number sign'],
  [/^\p{P}$/u, 'a punctuation mark'],
  [/^\p{S}$/u, 'a sign'],
];

/** Such as `"→" (U+2192, an arrow or a sign)`; without quotation marks and the character itself where it is invisible. */
export function characterName(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const kind = KINDS.find(([form]) => form.test(character))?.[1] ?? 'a character that is not assigned';
  return /^[\p{C}\p{Z}\p{M}]$/u.test(character) ? `${code} (${kind})` : `"${character}" (${code}, ${kind})`;
}
