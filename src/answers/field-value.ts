/** Reads the value of a field, whatever kind of object a program wrote for it. */
import { PDFBool, type PDFDict } from '@cantoo/pdf-lib';
import type { Objects } from './objects.ts';

/**
 * The value that a field has itself. The standard asks for a text in a text field and for a name in a box; programs that fill in forms from
 * data write numbers, truth values and lists of one, too.
 *
 * @returns nothing where there is none, or none that can be read
 */
export const valueOf = (objects: Objects, dict: PDFDict): string | undefined => {
  const parts = objects.list(dict, 'V').map((part) => objects.context.obj({ V: part }) as PDFDict);
  return parts.length > 0 ? parts.flatMap((part) => single(objects, part) ?? []).join('\n') || undefined : single(objects, dict);
};

const single = (objects: Objects, dict: PDFDict): string | undefined => {
  const value = objects.get(dict, 'V');
  if (value instanceof PDFBool) return String(value.asBoolean());
  return objects.text(dict, 'V') || objects.name(dict, 'V') || objects.number(dict, 'V')?.toString();
};
