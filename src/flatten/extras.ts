/** Removes what a file may carry unseen besides its pages, such as scripts and attachments. */
import { type PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import type { OpenedPdf } from '../answers/open-filled.ts';
import { readQuestions, readRecord } from '../answers/read-record.ts';
import type { FlatAnswers } from '../record/flat-answers.ts';
import { writePiece } from './piece.ts';

/** What the catalog keeps: all that this program writes, and what says how pages look (ISO 32000-1, table 28). */
const KEPT = new Set(
  'Type Version Extensions Pages PageLabels Names Dests ViewerPreferences PageLayout PageMode Outlines Metadata StructTreeRoot MarkInfo Lang OCProperties OutputIntents AcroForm'.split(
    ' ',
  ),
);
/** Actions that lead to a place. */
const LEADING = new Set(['GoTo', 'URI', 'Named']);

/**
 * Takes out scripts, actions that do more than lead to a place, attachments, and what programs keep for themselves.
 *
 * @param answers those that the pages show from now on
 * @returns what they were, in words; what nobody could miss is not told
 */
export const removeExtras = ({ objects, catalog, pages }: OpenedPdf, answers: FlatAnswers): string[] => {
  const found = new Set<string>();
  const names = objects.dict(catalog, 'Names');
  if (names && objects.get(names, 'EmbeddedFiles')) found.add('attachments');
  if (names && objects.get(names, 'JavaScript')) found.add('scripts');
  if (objects.get(catalog, 'AF')) found.add('attachments');
  if (objects.get(catalog, 'AA')) found.add('scripts');
  const opening = objects.dict(catalog, 'OpenAction');
  if (opening && !LEADING.has(objects.name(opening, 'S') ?? '')) found.add('scripts');
  const [record, questions] = [readRecord({ objects, catalog, pages }), readQuestions({ objects, catalog, pages })];
  for (const key of catalog.keys()) if (!KEPT.has(key.decodeText())) catalog.delete(key);
  const places = names?.get(PDFName.of('Dests'));
  if (places) catalog.set(PDFName.of('Names'), objects.context.obj({ Dests: places }));
  else catalog.delete(PDFName.of('Names'));

  for (const { dict } of pages) {
    for (const key of ['AA', 'PieceInfo', 'Thumb', 'AF']) dict.delete(PDFName.of(key));
    const annotations = objects.list(dict, 'Annots');
    const kept = annotations.filter((entry) => {
      const annotation = objects.asDict(entry);
      if (!annotation) return true;
      if (objects.name(annotation, 'Subtype') === 'FileAttachment') {
        found.add('attachments');
        return false;
      }
      if (isActive(annotation)) found.add('scripts');
      return true;
    });
    if (kept.length < annotations.length) dict.set(PDFName.of('Annots'), objects.context.obj(kept as PDFObject[]));
  }
  if (record) writePiece(objects, [catalog, ...pages.map((page) => page.dict)], { record, questions, answers });
  const seen = new Set<PDFDict>();
  const outline = objects.dict(catalog, 'Outlines');
  const open = outline ? [outline] : [];
  for (let item = open.pop(); item; item = open.pop()) {
    if (seen.has(item)) continue;
    seen.add(item);
    if (isActive(item)) found.add('scripts');
    for (const key of ['First', 'Next']) {
      const next = objects.dict(item, key);
      if (next) open.push(next);
    }
  }
  return [...found].toSorted();

  /** Takes an action away that does more than lead somewhere, and whatever follows one. */
  function isActive(dict: PDFDict): boolean {
    const action = objects.dict(dict, 'A');
    action?.delete(PDFName.of('Next'));
    const does = action !== undefined && !LEADING.has(objects.name(action, 'S') ?? '');
    if (does) dict.delete(PDFName.of('A'));
    const more = dict.has(PDFName.of('AA'));
    dict.delete(PDFName.of('AA'));
    return does || more;
  }
};
