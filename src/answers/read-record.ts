/** Reads what a copy says of itself: from the document, or from a page where a program has kept only pages. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { PIECE } from '../record/piece-name.ts';
import { type CopyRecord, decodeRecord } from '../record/copy-record.ts';
import { decodeAnswers, type FlatAnswers } from '../record/flat-answers.ts';
import { decodeQuestions, type RecordedQuestion } from '../record/question-map.ts';
import type { Objects } from './objects.ts';

/** The longest part of a record that is read, in bytes: many times what the program writes. */
const LONGEST = 5_000_000;

/** A document that may have a record. */
interface Recorded {
  objects: Objects;
  /** Left out where only the pages are asked. */
  catalog?: PDFDict | undefined;
  pages: readonly { dict: PDFDict }[];
}

/** The record of a copy; nothing where it has none that can be read. */
export const readRecord = (document: Recorded): CopyRecord | undefined => readPart(document, 'Copy', decodeRecord);

/** The questions of a copy in its own words; nothing where it has none that can be read. */
export const readQuestions = (document: Recorded): RecordedQuestion[] | undefined => readPart(document, 'Questions', decodeQuestions);

/** The answers of a flat copy; nothing where it has none that can be read. */
export const readFlatAnswers = (document: Recorded): FlatAnswers | undefined => readPart(document, 'Answers', decodeAnswers);

const readPart = <Part>(document: Recorded, key: string, decode: (bytes: Uint8Array) => Part | undefined): Part | undefined => {
  for (const part of partsOf(document, key, decode)) return part;
  return undefined;
};

/** Every part of that name, once for each object that holds one. */
export const readEach = <Part>(document: Recorded, key: 'Copy' | 'Answers', decode: (bytes: Uint8Array) => Part | undefined): Part[] => [
  ...partsOf(document, key, decode),
];

function* partsOf<Part>({ objects, catalog, pages }: Recorded, key: string, decode: (bytes: Uint8Array) => Part | undefined): Generator<Part> {
  const seen = new Set<unknown>();
  for (const dict of [...(catalog ? [catalog] : []), ...pages.map((page) => page.dict)]) {
    const piece = objects.dict(dict, 'PieceInfo');
    const own = piece && objects.dict(piece, PIECE);
    const parts = own && objects.dict(own, 'Private');
    const content = parts && objects.get(parts, key);
    // Every page has the same one.
    if (!content || seen.has(content)) continue;
    seen.add(content);
    try {
      const bytes = objects.bytes(content);
      const part = bytes.length <= LONGEST ? decode(bytes) : undefined;
      if (part) yield part;
    } catch {
      // Damage there is no reason to refuse the answers.
    }
  }
}
