/** The end of a paragraph: a short word does not stand alone on the last line. */
import type { Prose } from '../content/span.ts';

/** The last two words are tied where together, with the space, they have so many characters at most: no column is narrower than that. */
const TIED = 12;
/** A line of so few words is not broken. */
const FEW = 5;

const NO_BREAK_SPACE = '\u00a0';

/** Ties the last two words of a paragraph, if they are short. */
export const tieLastWords = (prose: Prose): Prose => {
  const last = prose.at(-1);
  const pair = last && /(?<=^|\s)(\S+) (\S+)$/.exec(last.text);
  if (
    !pair ||
    pair[0].length > TIED ||
    prose
      .map(({ text }) => text)
      .join('')
      .split(' ').length < FEW
  )
    return prose;
  return [...prose.slice(0, -1), { ...last, text: `${last.text.slice(0, pair.index)}${pair[1]}${NO_BREAK_SPACE}${pair[2]}` }];
};
