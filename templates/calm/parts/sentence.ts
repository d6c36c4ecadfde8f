/** A sentence with gaps, cut into what stands before and behind each. */
import type { ProseSpans } from 'mendbook/kit';

/** A gap: four or more underscores. */
const GAP = /_{4,}/;
/** Punctuation that belongs to what is written into the gap before it. */
const CLOSING = /^[.,;:!?…)”’"']+/;

export interface Piece {
  /** The words before the gap; may be empty. */
  before: ProseSpans;
  /** Punctuation right behind the gap. */
  behind: string;
}

/** Leaves out spans without words. */
const worded = (spans: ProseSpans): ProseSpans => spans.filter((span) => span.text !== '');

const trimmed = (spans: ProseSpans): ProseSpans => {
  const kept = worded(spans.map((span) => ({ ...span })));
  const [first] = kept;
  const last = kept.at(-1);
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  return worded(kept);
};

/**
 * Cuts a sentence at its gaps.
 *
 * @returns a piece for each gap, in order, and the words after the last one
 */
export const cutAtGaps = (sentence: ProseSpans): { pieces: Piece[]; after: ProseSpans } => {
  const pieces: Piece[] = [];
  let current: ProseSpans = [];
  for (const span of sentence) {
    const [head = '', ...rest] = span.text.split(new RegExp(GAP, 'g'));
    current.push({ ...span, text: head });
    for (const words of rest) {
      pieces.push({ before: trimmed(current), behind: '' });
      current = [{ ...span, text: words }];
    }
  }
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1];
    const following = next ? next.before : current;
    const [first] = following;
    const closing = first?.text.match(CLOSING)?.[0];
    if (!first || !closing) return;
    piece.behind = closing;
    const shortened = trimmed([{ ...first, text: first.text.slice(closing.length) }, ...following.slice(1)]);
    if (next) next.before = shortened;
    else current = shortened;
  });
  return { pieces, after: trimmed(current) };
};
