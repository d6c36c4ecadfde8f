/** Checks that the measures of a theme fit together on its paper. */
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { Theme } from '../kit/theme.ts';
import type { Format } from '../options/option-values.ts';

/** The smallest text area for worksheets, in points. */
const LEAST = { width: 240, height: 320 };
/** The number of cells of the longest scale: 0 to 10. */
const CELLS = 11;

interface Fit {
  /** The token that is reported. */
  token: readonly string[];
  fits: boolean;
  expected: string;
  found: string;
  hint: string;
}

const points = (value: number): string => `${Number(value.toFixed(1))}pt`;

/**
 * Checks the measures of a theme for a format.
 *
 * @param fromText how much the binding reduces the width of the text, in points
 * @param place gives the place of a token
 * @returns an error for each measure that does not fit
 */
export const checkFit = (
  theme: Theme,
  { paper: paperName, binding, largePrint }: Format,
  fromText: number,
  place: (token: readonly string[]) => Location | undefined,
): Diagnostic[] => {
  const { paper, column, scale, tick, type, card, frame } = theme;
  const width = paper.width - paper.inner - paper.outer;
  const height = paper.height - paper.top - paper.bottom;
  const main = column.margin === 0 ? width : width - column.margin - column.gap;
  const longest = scale.pitch * (CELLS - 1) + scale.cell;
  const narrower = 'make the margins narrower, or the paper wider';
  const all: Fit[] = [
    {
      token: ['papers', paperName, 'inner'],
      fits: width >= LEAST.width,
      expected: `margins that leave ${points(LEAST.width)} for the text`,
      found: points(width),
      hint: narrower,
    },
    {
      token: ['papers', paperName, 'top'],
      fits: height >= LEAST.height,
      expected: `margins that leave ${points(LEAST.height)} for the height of the text`,
      found: points(height),
      hint: narrower,
    },
    {
      token: ['column', 'margin'],
      fits: main >= width / 2,
      expected: `a main column of at least half the text area (${points(width)})`,
      found: points(main),
      hint: 'make the margin column narrower, or 0 to do without',
    },
    {
      token: ['scale', 'pitch'],
      fits: scale.pitch >= scale.cell,
      expected: `a pitch of at least the side of a cell (${points(scale.cell)})`,
      found: points(scale.pitch),
      hint: 'a larger pitch keeps the cells apart',
    },
    {
      token: ['scale', 'pitch'],
      fits: main < width / 2 || longest <= main,
      expected: `a scale from 0 to 10 inside the main column (${points(main)})`,
      found: points(longest),
      hint: 'make the pitch smaller, or the margin column narrower',
    },
    {
      token: ['tick', 'size'],
      fits: tick.size <= type.body.leading,
      expected: `a tick box inside its line (${points(type.body.leading)})`,
      found: points(tick.size),
      hint: 'make it smaller, or the leading of the body larger',
    },
    {
      token: ['card', 'prompts'],
      fits: card.prompts + 2 * card.padding <= width / 2,
      expected: `prompts on at most half of a card (${points(width / 2)})`,
      found: points(card.prompts + 2 * card.padding),
      hint: 'the other half is to write on',
    },
    {
      token: ['frame', 'foot'],
      fits: frame.foot + type.furniture.leading <= paper.bottom,
      expected: `the line at the foot inside the bottom margin (${points(paper.bottom)})`,
      found: points(frame.foot + type.furniture.leading),
      hint: 'move it down, or make the bottom margin larger',
    },
  ];
  const format = [paperName, ...(largePrint ? ['in large print'] : []), ...(binding && binding !== 'none' ? [`bound as ${binding}`] : [])].join(', ');
  const bindingHints = fromText > 0 ? [`the binding (${binding}) takes ${points(fromText)} from the text: a wider outer margin could give them`] : [];
  return all
    .filter(({ fits }) => !fits)
    .map(({ token, expected, found, hint }) => error('misfit', `expected ${expected}, found ${found} on ${format}`, place(token), hint, ...bindingHints));
};
