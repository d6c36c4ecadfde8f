/** `listParts` of the public API: the parts of a copy as a tree, and the packets of its workbook. */
import path from 'node:path';
import type { Builder as Engine } from '../builder/builder.ts';
import type { BuildRequest } from '../builder/resolve-options.ts';
import { isWorksheet } from '../content/part-names.ts';
import { type PartNode, partTree } from '../content/part-tree.ts';
import type { Section, Workbook } from '../content/workbook.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { worksheetDestination } from '../layout/flow.tsx';
import { packetFolder, packetsIn } from '../packet/find-packet.ts';
import { loadPacket } from '../packet/load.ts';
import { reportOf } from './diagnostics.ts';
import { readRequest } from './options.ts';
import { type BuildSteps, runBuild } from './run-build.ts';
import type { Control, ListedParts, Refused, BuildRequest as Asked, WorkbookPacket, WorkbookPart } from './types.ts';

/** What was listed, and what was told meanwhile. */
export interface ListRun {
  listed?: Omit<ListedParts, 'ok' | 'diagnostics' | 'sources'>;
  diagnostics: Diagnostic[];
  sources: SourceFile[];
  wrongUsage: boolean;
}

/** Where the parts of a copy begin, and the number of each page. */
interface Places {
  starts: ReadonlyMap<string, number>;
  labels: readonly string[];
}

/** The number of a page that clients count; pages of notes have others. */
const COUNTED = /^\d+$/;

/**
 * Makes a function that gives the pages of a part: from where it begins to the page before the next one.
 *
 * @param named the destinations of all parts
 */
const pagesIn = ({ starts, labels }: Places, named: readonly string[]): ((destination: string, inside: readonly string[]) => WorkbookPart['pages']) => {
  return (destination, inside) => {
    const begin = starts.get(destination) ?? starts.get(inside[0] ?? '');
    if (begin === undefined) return null;
    const others = named.filter((one) => one !== destination && !inside.includes(one)).flatMap((one) => starts.get(one) ?? []);
    const next = Math.min(labels.length, ...others.filter((index) => index > begin));
    const own = labels.slice(begin, next).filter((label) => COUNTED.test(label));
    const first = labels[begin] ?? '';
    return { first, last: own.at(-1) ?? first };
  };
};

/** The parts of an edition, each with its pages. */
const partsOf = (edition: Workbook, places: Places): WorkbookPart[] => {
  const shown = edition.sections.filter(({ part }) => part !== 'counselor');
  const inside = (section: Section): string[] => section.blocks.filter(isWorksheet).map((block) => worksheetDestination(section, block));
  const destinations = shown.flatMap((section) => [...(section.excerpt ? [] : [section.id]), ...inside(section)]);
  const pagesOf = pagesIn(places, destinations);
  let next = 0;
  // The tree has its parts in the order of their destinations.
  const withPages = (node: PartNode): WorkbookPart => {
    const destination = destinations[next] ?? '';
    next += 1;
    const own = destinations.slice(next, next + node.parts.length);
    return { ...node, pages: pagesOf(destination, own), parts: node.parts.map(withPages) };
  };
  return partTree(edition).map(withPages);
};

/** The packets that come with a workbook in one language; those with errors are left out, as `check` tells of them. */
const packetsOf = async (folder: string, language: string): Promise<WorkbookPacket[]> => {
  const names = await packetsIn(folder, language);
  const loaded = await Promise.all(names.map((name) => loadPacket(path.join(packetFolder(folder, language), `${name}.yaml`))));
  return loaded.flatMap(({ packet }, index) =>
    packet ? [{ packet: names[index] ?? '', title: packet.title, subtitle: packet.subtitle ?? null, parts: packet.parts.map(({ name }) => name) }] : [],
  );
};

/**
 * Lists the parts of a copy.
 *
 * @throws the reason of the signal, when it was aborted
 */
export const runList = async (engine: Engine, request: BuildRequest, { signal }: Pick<BuildSteps, 'signal'>): Promise<ListRun> => {
  const { made, diagnostics, sources, wrongUsage } = await runBuild(engine, request, { signal });
  if (!made) return { diagnostics, sources, wrongUsage };
  const { edition } = made.ready;
  const listed = {
    title: edition.title,
    language: edition.language,
    pages: made.pdf.pages,
    parts: partsOf(edition, made.pdf.places),
    packets: await packetsOf(path.dirname(edition.folder), path.basename(edition.folder)),
  };
  return { listed, diagnostics, sources, wrongUsage };
};

/** Lists the parts of a copy with an engine; see `listParts` of the public API. */
export const listWith = async (engine: Engine, asked: Asked, { signal }: Control): Promise<ListedParts | Refused> => {
  signal?.throwIfAborted();
  const { request, diagnostics: wrong } = readRequest(asked);
  if (!request) return { ok: false, reason: 'usage', ...reportOf(wrong, []) };
  const { listed, diagnostics, sources, wrongUsage } = await runList(engine, request, { signal });
  const report = reportOf(diagnostics, sources);
  return listed ? { ok: true, ...listed, ...report } : { ok: false, reason: wrongUsage ? 'usage' : 'input', ...report };
};
