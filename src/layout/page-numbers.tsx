/** Sets the page numbers inside texts (contents, openers, "see page") once all pages are packed. */
import { Text } from '@react-pdf/renderer';
import type { Setting } from '../kit/context.ts';
import { layOut, type LayoutRun } from './lay-out.ts';
import { Sheet } from './flow.tsx';
import { heldIn } from './held.ts';
import type { Placed } from './packed.ts';

type Pages = readonly { placed: readonly Placed[] }[];

/** For each destination of the book, the index of the first page that has it. */
export const destinationsOf = (pages: Pages): Map<string, number> => {
  const found = new Map<string, number>();
  for (const [index, { placed }] of pages.entries())
    for (const { node } of placed) for (const destination of heldIn(node).destinations) if (!found.has(destination)) found.set(destination, index);
  return found;
};

/**
 * Replaces the words of every node marked `pageOf` by the number of that page; the box stays as wide as it was.
 * @param numberOf The number of the page with a destination; none where this edition leaves it out
 */
export const setPageNumbers = async (
  pages: Pages,
  numberOf: (destination: string) => number | string | undefined,
  setting: Setting,
  run?: LayoutRun,
): Promise<void> => {
  const waiting = pages.flatMap(({ placed }) =>
    placed.flatMap(({ node }) => heldIn(node).numbers.map(({ node: text, pageOf }) => ({ node: text, words: String(numberOf(pageOf) ?? '') }))),
  );
  if (waiting.length === 0) return;
  const numbers = (
    <Sheet key="numbers" theme={setting.theme} width={setting.theme.paper.width}>
      {waiting.map(({ node, words }, index) => (
        <Text key={index} style={{ ...textStyle(node.style), width: node.box.width }}>
          {words}
        </Text>
      ))}
    </Sheet>
  );
  const [sheet] = await layOut([numbers], setting, run);
  sheet?.children?.forEach((numbered, index) => {
    const target = waiting[index]?.node;
    if (!target) return;
    if (numbered.lines) target.lines = numbered.lines;
    if (numbered.children) target.children = numbered.children;
  });
};

/** The part of a resolved style that shapes text: margins and places belong to the box, which is kept. */
const textStyle = (style: Record<string, unknown>): Record<string, string | number> => {
  const kept = ['fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'color', 'textAlign', 'letterSpacing'];
  const shaping = Object.fromEntries(kept.filter((key) => style[key] !== undefined).map((key) => [key, style[key] as string | number]));
  // A resolved line height is in points; as a style it is a multiple of the size.
  const { fontSize, lineHeight } = style;
  return typeof fontSize === 'number' && typeof lineHeight === 'number' ? { ...shaping, lineHeight: lineHeight / fontSize } : shaping;
};
