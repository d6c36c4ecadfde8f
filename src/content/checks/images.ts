/** Checks the picture files of `image` blocks. */
import { isScalar } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { error } from '../../diagnostics/make.ts';
import { checkImage } from '../../pictures/check-image.ts';
import { locate, nodeAt } from '../../yaml/index.ts';
import type { ReadSection } from '../read-section.ts';

/**
 * Checks every `image` block of a section.
 *
 * @param folder absolute path of the language folder, which the file names are relative to
 */
export async function checkImages({ file, entries }: ReadSection, folder: string): Promise<Diagnostic[]> {
  const { document, source } = file;
  if (!document) return [];
  const found = entries.map(async ({ kind, path: place }) => {
    if (kind !== 'image') return undefined;
    const node = nodeAt(document, [...place, 'image']);
    if (!isScalar(node) || typeof node.value !== 'string' || node.value === '') return undefined;
    const fault = await checkImage(node.value, folder);
    return fault && error(fault.code, fault.message, { file: source.file, ...locate(document, [...place, 'image']) }, fault.hint);
  });
  return (await Promise.all(found)).filter((diagnostic) => diagnostic !== undefined);
}
