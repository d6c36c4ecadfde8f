/** Writes a copy whose fields were filled in, in the form of the copies that the program writes: it is known, and encrypted, in the same way. */
import { deflateSync } from 'node:zlib';
import { type PDFObject, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { OpenedPdf } from '../answers/open-filled.ts';
import { removeUnreachable } from '../flatten/remove-unreachable.ts';
import { fileId } from '../output/unchanged-pdf.ts';
import { crossReferences, MOST_OBJECTS, objectStream, type Place, type SmallObject } from '../pdf/object-streams.ts';

/** The second line of binary bytes tells programs that this is no text (ISO 32000-1, 7.5.2). */
const HEAD = Buffer.from('%PDF-1.7\n%\u00FF\u00FF\u00FF\u00FF\n', 'latin1');
/** Written at the end of a stream’s dictionary, where readers of a record look for them. */
const LAST = new Set(['Length', 'Filter']);
/** What stands under a number that nothing has. */
const NOTHING = 'null';

/**
 * Writes the file; the same content gives the same bytes.
 *
 * @param isReplaceable whether it may be replaced as long as nothing else was saved into it: its answers are kept elsewhere, too
 */
export const writeFilled = ({ objects: { context } }: OpenedPdf, isReplaceable: boolean): Buffer => {
  removeUnreachable(context);
  const parts: Uint8Array[] = [HEAD];
  const places = new Map<number, Place>();
  let offset = HEAD.length;
  const add = (id: number, dictionary: readonly string[], content: Uint8Array): void => {
    places.set(id, { offset });
    const head = Buffer.from(`${id} 0 obj\n<<\n${dictionary.join('\n')}\n>>\nstream\n`, 'latin1');
    for (const part of [head, content, Buffer.from('\nendstream\nendobj\n')]) {
      parts.push(part);
      offset += part.length;
    }
  };
  const compressed = (id: number, entries: readonly string[], bytes: Buffer): void =>
    add(id, [...entries, `/Length ${bytes.length}`, '/Filter /FlateDecode'], bytes);

  const objects = new Map(context.enumerateIndirectObjects().map(([{ objectNumber }, object]) => [objectNumber, object]));
  const highest = Math.max(...objects.keys());
  const small: SmallObject[] = [];
  for (let id = 1; id <= highest; id += 1) {
    const object = objects.get(id);
    if (!(object instanceof PDFRawStream)) {
      small.push({ id, body: object ? textOf(object) : NOTHING });
      continue;
    }
    const entries = object.dict.entries().flatMap(([key, value]) => (LAST.has(key.decodeText()) ? [] : [`${key.toString()} ${textOf(value)}`]));
    const filter = object.dict.get(PDFName.of('Filter'));
    add(id, [...entries, `/Length ${object.contents.length}`, ...(filter ? [`/Filter ${textOf(filter)}`] : [])], object.contents);
  }
  let next = highest + 1;
  for (let from = 0; from < small.length; from += MOST_OBJECTS) {
    const group = small.slice(from, from + MOST_OBJECTS);
    const { entries, content } = objectStream(group);
    group.forEach(({ id }, index) => places.set(id, { stream: next, index }));
    compressed(next, ['/Type /ObjStm', `/N ${String(entries['N'])}`, `/First ${String(entries['First'])}`], content);
    next += 1;
  }

  const start = offset;
  places.set(next, { offset: start });
  // A file may be replaced where its id is a digest of its body (output/unchanged-pdf.ts).
  const id = fileId(isReplaceable ? parts : [...parts, Buffer.from('answers')]).toString('hex');
  const { content } = crossReferences(Array.from({ length: next }, (_, index) => places.get(index + 1) as Place));
  const { Root, Info } = context.trailerInfo;
  const trailer = [
    '/Type /XRef',
    `/Size ${next + 1}`,
    '/W [1 4 2]',
    '/DecodeParms <<\n/Predictor 12\n/Columns 7\n>>',
    `/Root ${String(Root)}`,
    ...(Info ? [`/Info ${String(Info)}`] : []),
    `/ID [<${id}> <${id}>]`,
  ];
  compressed(next, trailer, deflateSync(content));
  return Buffer.concat([...parts, Buffer.from(`startxref\n${start}\n%%EOF\n`)]);
};

/** An object as it stands in a file, one character a byte. */
const textOf = (object: PDFObject): string => {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return Buffer.from(bytes).toString('latin1');
};
