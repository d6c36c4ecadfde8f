/** How the parts of a list are chosen: commands with names from that very list, as they are typed where it was made. */
import type { ListedParts } from '../api/types.ts';
import { DEFAULT_WORKBOOK } from '../content/find-workbook.ts';
import type { AskedOptions } from '../options/option-values.ts';
import { shellWord } from '../system/shell-quote.ts';
import { keptWords } from './typed-options.ts';

/** How many parts an order can be shown with. */
const EXAMPLES = 2;

/** Examples of parts: the first page that has worksheets, and the first worksheet of a step; else the first parts there are. */
const examplesOf = (parts: ListedParts['parts']): string[] => {
  const page = parts.find(({ number, parts: inner }) => number === null && inner.length > 0);
  const sheet = parts
    .filter(({ number }) => number !== null)
    .flatMap((step) => step.parts)
    .find(({ name }) => name !== null);
  const names = [page?.name, sheet?.name].filter((name) => name != null);
  return names.length > 0 ? names : parts.flatMap(({ name }) => name ?? []).slice(0, EXAMPLES);
};

/**
 * The lines after a list: how some of its parts are chosen, and how a packet is made.
 *
 * @param asked the workbook and the options as they were given
 * @returns no line where there is nothing to choose
 */
export const listTips = ({ parts, packets }: Pick<ListedParts, 'parts' | 'packets'>, asked: AskedOptions & { workbook: string }): string[] => {
  const { workbook } = asked;
  const command = (...choice: string[]): string =>
    ['mendbook build', ...(workbook === DEFAULT_WORKBOOK ? [] : [shellWord(workbook)]), ...choice, ...keptWords(asked)].join(' ');
  const examples = examplesOf(parts);
  const [packet] = packets;
  return [
    ...(examples.length > 0 ? [`Choose some with --only, in your order: ${command('--only', examples.join(','))}`] : []),
    ...(packet ? [`Or make a packet:                      ${command('--packet', packet.packet)}`] : []),
  ];
};
