/** Compares the packets of a translation with those of the language that it was translated from. */
import path from 'node:path';
import type { LoadedWorkbook } from '../content/load.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import { locate } from '../yaml/index.ts';
import { packetFolder, packetsIn } from './find-packet.ts';
import { type LoadedPacket, loadPacket } from './load.ts';

/** A language of a workbook, with its packets. */
interface PacketsInLanguage {
  /** The workbook's folder, absolute. */
  folder: string;
  language: string;
  head: LoadedWorkbook['head'];
  packets: readonly LoadedPacket[];
}

/**
 * Compares the packets of a translation with those of the original.
 *
 * @returns warnings for packets that one of the two lacks, and for packets that name other parts; empty where nothing was translated
 */
export const comparePackets = async ({ folder, language, head, packets }: PacketsInLanguage): Promise<Diagnostic[]> => {
  const from = head?.value?.['translation-of'];
  const document = head?.file.document;
  if (from === undefined || from === language || !head || !document) return [];
  const names = await packetsIn(folder, from);
  const own = new Map(packets.map((packet) => [path.basename(packet.file.source.file, '.yaml'), packet]));
  const at = { file: head.file.source.file, ...locate(document, ['translation-of']) };
  const lacking = names
    .filter((name) => !own.has(name))
    .map((name) =>
      warning(
        'translation-lacks',
        `expected the packet "${name}", as in ${from}, found none`,
        at,
        `translate it from ${path.join(from, 'packets', `${name}.yaml`)}`,
      ),
    );
  const others = await Promise.all(
    [...own].map(async ([name, packet]) => {
      if (!names.includes(name)) {
        const place = { file: packet.file.source.file, ...(packet.file.document ? locate(packet.file.document, ['title']) : { start: 0, end: 0 }) };
        return [warning('translation-extra', `expected no more packets than in ${from}, found "${name}"`, place, `remove it, or add it to ${from} too`)];
      }
      return compareParts(await loadPacket(path.join(packetFolder(folder, from), `${name}.yaml`)), packet, from);
    }),
  );
  return [...lacking, ...others.flat()];
};

/** Whether a packet names the same parts in the same order as the one it was translated from. */
const compareParts = (original: LoadedPacket, translated: LoadedPacket, language: string): Diagnostic[] => {
  const [from, to] = [original.packet?.parts, translated.packet?.parts];
  const document = translated.file.document;
  if (!from || !to || !document) return [];
  const differs = Array.from({ length: Math.max(from.length, to.length) }, (_, index) => index).find((index) => from[index]?.name !== to[index]?.name);
  if (differs === undefined) return [];
  const there = from[differs]?.name;
  return [
    warning(
      'translation-differs',
      `expected ${there === undefined ? 'no more parts' : `the part "${there}"`}, as in ${language}, found ${to[differs] ? `"${to[differs].name}"` : 'none'}`,
      to[differs]?.at ?? { file: translated.file.source.file, ...locate(document, ['parts']) },
      `the parts there: ${from.map(({ name }) => name).join(', ')}`,
    ),
  ];
};
