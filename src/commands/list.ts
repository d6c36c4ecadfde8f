/** `mendbook list`: the parts of a workbook that can be chosen, and its packets. */
import { runList } from '../api/list-parts.ts';
import type { ListedParts, WorkbookPart } from '../api/types.ts';
import { Builder } from '../builder/builder.ts';
import type { BuildRequest } from '../builder/resolve-options.ts';
import { counted } from '../diagnostics/counted.ts';
import { UNNUMBERED } from '../layout/numbering.ts';
import { visible, width } from '../diagnostics/width.ts';
import { listTips } from './list-tips.ts';
import { say, type Streams, tell } from './streams.ts';
import { templateTrust, type TrustOptions } from './template-trust.ts';

export interface ListOptions extends BuildRequest, Streams, TrustOptions {
  format: 'human' | 'json';
}

type Listed = Omit<ListedParts, 'ok' | 'diagnostics' | 'sources'>;

/**
 * Prints the parts of a copy on stdout: a line for each, or one JSON object.
 *
 * @returns the exit code: 0 done, 1 the workbook has errors, 2 there is no such workbook or copy
 */
export const list = async ({ format, ...options }: ListOptions): Promise<number> => {
  const builder = new Builder({ talk: options.stderr, trust: await templateTrust(options) });
  const { listed, diagnostics, sources, wrongUsage } = await runList(builder, options, {});
  // Which parts there are does not depend on help lines: nothing is told of them here.
  await tell(
    diagnostics.filter(({ severity, code }) => severity === 'error' || code === 'part-left-out'),
    sources,
    options,
  );
  if (!listed) return wrongUsage ? 2 : 1;
  if (format === 'json') options.stdout.write(`${JSON.stringify(listed, null, 2)}\n`);
  else {
    options.stdout.write(inWords(listed));
    const tips = listTips(listed, options);
    if (tips.length > 0) say(options, '', ...tips);
  }
  return 0;
};

/** The parts in columns: name, title, for whom, with whom, minutes, pages. */
const inWords = ({ title, pages, parts, packets }: Listed): string => {
  const rows = parts.flatMap((part) => [rowOf(part, ''), ...part.parts.map((inner) => rowOf(inner, '  '))]);
  const columns = rows[0]?.map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? '')))) ?? [];
  const lines = rows.map((row) => row.map((cell, column) => cell + ' '.repeat(Math.max(0, (columns[column] ?? 0) - width(cell)))).join('  '));
  const widest = Math.max(0, ...packets.map(({ packet }) => width(packet)));
  const packetLines = packets.map(({ packet, title: name, subtitle }) => `${packet.padEnd(widest)}  ${name}${subtitle ? `: ${subtitle}` : ''}`);
  return [`${visible(title)}, ${counted(pages, 'page')}`, '', ...lines, ...(packets.length > 0 ? ['', 'Packets', ...packetLines] : [])]
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
};

/** The pages of a part as they are numbered in print. */
const pagesOf = ({ pages }: WorkbookPart): string => {
  if (pages === null) return '';
  const { first, last } = pages;
  if (last.startsWith(UNNUMBERED)) return 'no number';
  return first === last || first.startsWith(UNNUMBERED) ? `p. ${last}` : `p. ${first}-${last}`;
};

const rowOf = (part: WorkbookPart, indent: string): string[] => [
  visible(`${indent}${part.name ?? '(no id)'}`),
  visible(part.number === null ? part.title : `${part.number}  ${part.title}`),
  part.for === 'both' ? '' : part.for,
  part.with ?? '',
  part.minutes === null ? '' : `${part.minutes} min`,
  pagesOf(part),
];
