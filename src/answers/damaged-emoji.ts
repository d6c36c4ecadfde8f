/** Finds emoji that Chromium on Linux has damaged: for U+1F600 it saves U+F600, which is no character. */

/** The characters that damaged emoji become: a private use area, and rare compatibility ideographs. */
const CUT = /[\uF000-\uF8FF\uF900-\uFAFF]/u;
const PRIVATE = /[\uE000-\uF8FF]/u;
const IDEOGRAPH = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/u;
const EMOJI = /^[\p{Emoji}\u{1F000}-\u{1F0FF}]$/u;

/** The emoji that a damaged character was; nothing where it is none. */
const wholeOf = (character: string): string | undefined => {
  if (!CUT.test(character)) return undefined;
  const whole = String.fromCodePoint((character.codePointAt(0) ?? 0) + 0x1_0000);
  return EMOJI.test(whole) ? whole : undefined;
};

/**
 * Finds the damaged emoji in an answer.
 *
 * @param others whether the answer is written in ideographs, so that rare ones are meant as they stand
 */
export const cutEmoji = (answer: string): { cut: string; whole: string }[] => {
  const others = IDEOGRAPH.test(answer);
  return [...new Set(answer)].flatMap((cut) => {
    const whole = wholeOf(cut);
    return whole && (PRIVATE.test(cut) || !others) ? [{ cut, whole }] : [];
  });
};
