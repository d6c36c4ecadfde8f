/** Keeps a short last word from standing alone on the last line of a paragraph. */
import type { Prose } from '../content/span.ts';

/** The most characters of the last two words, with the space, for them to be tied: no column is narrower. */
const TIED = 12;
/** Paragraphs with fewer words are left as they are: they fit on one line. */
const FEW = 5;

const NO_BREAK_SPACE = '\u00a0';

/** Joins the last two words of a paragraph with a no-break space, if they are short. */
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
