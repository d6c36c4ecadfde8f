/** Changes what belongs to the whole document: added pages, the outline, the metadata, the parent tree. */
import { PDFBool, type PDFDict, PDFHexString, PDFName, PDFNumber, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import type { Objects } from '../answers/objects.ts';
import type { OpenedPdf } from '../answers/open-filled.ts';
import { xmpPacket } from '../pdf/metadata.ts';
import { srgbProfile } from '../pdf/srgb-profile.ts';
import type { EndPage } from './end-pages.ts';
import type { Element, ReadTree } from './structure-tree.ts';
import { kidsOf } from './structure-tree.ts';

const key = (name: string): PDFName => PDFName.of(name);

/** Adds pages after all others, and their content to the end of the reading order. */
export const addPages = ({ objects, catalog }: OpenedPdf, { document }: ReadTree, pages: readonly EndPage[], section: Element): void => {
  const tree = objects.dict(catalog, 'Pages') as PDFDict;
  tree.set(key('Kids'), objects.context.obj([...objects.list(tree, 'Kids'), ...pages.map(({ ref }) => ref)]));
  tree.set(key('Count'), PDFNumber.of((objects.number(tree, 'Count') ?? 0) + pages.length));
  document.dict.set(key('K'), objects.context.obj([...kidsOf(objects, document.dict), section.ref]));
};

/** Adds an entry to the end of the outline, where there is one. */
export const addBookmark = ({ objects, catalog }: OpenedPdf, title: string, { ref, dict }: EndPage): void => {
  const parent = objects.ref(catalog, 'Outlines');
  const outline = objects.asDict(parent);
  const before = outline && objects.ref(outline, 'Last');
  const last = objects.asDict(before);
  if (!outline || !last || !before || !parent) return;
  const top = objects.numbers(dict, 'MediaBox')?.[3] ?? 0;
  const item = objects.context.register(
    objects.context.obj({ Title: PDFHexString.fromText(title), Parent: parent, Prev: before, Dest: [ref, 'XYZ', 0, top, null] as unknown as PDFObject[] }),
  );
  last.set(key('Next'), item);
  outline.set(key('Last'), item);
  // A positive count means that the outermost entries are shown (ISO 32000-1, table 152).
  outline.set(key('Count'), PDFNumber.of(Math.abs(objects.number(outline, 'Count') ?? 0) + 1));
};

/**
 * Rewrites the parent tree: links keep their keys, fields lose theirs.
 *
 * @param marked the pages whose marked content has changed, each with the elements of it
 */
export const writeParents = (
  objects: Objects,
  { root, parents }: ReadTree,
  gone: ReadonlySet<number>,
  marked: readonly { dict: PDFDict; owners: readonly PDFRef[] }[],
): void => {
  const numbers = new Map([...parents].filter(([number]) => !gone.has(number)));
  let next = [...parents.keys()].reduce((most, number) => Math.max(most, number), -1) + 1;
  for (const { dict, owners } of marked) {
    const known = objects.number(dict, 'StructParents');
    const number = known ?? next;
    if (known === undefined) {
      next += 1;
      dict.set(key('StructParents'), PDFNumber.of(number));
    }
    numbers.set(number, objects.context.obj([...owners]));
  }
  const entries = [...numbers].toSorted((one, other) => one[0] - other[0]).flatMap(([number, value]) => [PDFNumber.of(number), value]);
  root.set(key('ParentTree'), objects.context.register(objects.context.obj({ Nums: entries })));
  root.set(key('ParentTreeNextKey'), PDFNumber.of(next));
};

/**
 * Restores what some programs drop when they save answers: the metadata, the mark of a tagged PDF, the title in the viewer's window.
 * @param archive whether it is to conform to PDF/A-2a
 */
export const restoreMarks = ({ objects, catalog, language }: OpenedPdf, archive: boolean): void => {
  const { context } = objects;
  catalog.set(key('MarkInfo'), context.obj({ Marked: true }));
  // A copy, because other entries may refer to the same dictionary.
  const preferences = objects.dict(catalog, 'ViewerPreferences');
  if (!preferences || objects.get(preferences, 'DisplayDocTitle') !== PDFBool.True)
    catalog.set(key('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  catalog.delete(key('OutputIntents'));
  if (!archive && isUntouched(metadataOf(objects, catalog))) return;
  const info = objects.asDict(context.trailerInfo.Info);
  const read = (name: string): string => (info && objects.text(info, name)) ?? '';
  const packet = xmpPacket({
    title: read('Title') || 'Workbook',
    ...(read('Author') ? { author: read('Author') } : {}),
    ...(read('Subject') ? { subject: read('Subject') } : {}),
    language,
    date: dateOf(read('CreationDate')),
    // A discreet copy names no program, and neither does what is made of it.
    ...(read('Creator') || read('Producer') ? { producer: 'Mendbook' } : {}),
    archive,
  });
  catalog.set(key('Metadata'), context.register(context.stream(Buffer.from(packet, 'utf8'), { Type: 'Metadata', Subtype: 'XML' })));
  if (archive) addProfile({ objects, catalog });
};

/** Whether metadata has the mark of PDF/UA, and none of an archive: answers that are set anew may have taken away what that says. */
const isUntouched = (packet: string): boolean => packet.includes('<pdfuaid:part>1<') && !packet.includes('pdfaid:part');

/** Adds what an archive asks for besides: what its colours look like (ISO 19005-2, 6.2.3). */
const addProfile = ({ objects: { context }, catalog }: Pick<OpenedPdf, 'objects' | 'catalog'>): void => {
  const DestOutputProfile = context.register(context.flateStream(srgbProfile(), { N: 3 }));
  const name = PDFHexString.fromText('sRGB');
  catalog.set(key('OutputIntents'), context.obj([{ Type: 'OutputIntent', S: 'GTS_PDFA1', OutputConditionIdentifier: name, Info: name, DestOutputProfile }]));
};

const metadataOf = (objects: Objects, catalog: PDFDict): string => {
  const metadata = objects.get(catalog, 'Metadata');
  try {
    return metadata ? Buffer.from(objects.bytes(metadata)).toString('utf8') : '';
  } catch {
    return '';
  }
};

/** A date of a PDF (ISO 32000-1, 7.9.4) without its time zone; the beginning of 1970 where there is none. */
const dateOf = (written: string): Date => {
  const [, year = '1970', month = '01', day = '01', hour = '00', minute = '00', second = '00'] =
    /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?/.exec(written) ?? [];
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) ? new Date(0) : date;
};
