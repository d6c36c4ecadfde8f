/** Writes the file of a packet that was put together elsewhere. */
import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { slugOf } from '../options/file-name.ts';

/** A packet to be written. */
export interface NewPacket {
  title: string;
  /** Words to the reader, a line a paragraph; empty for none. */
  note: string;
  parts: readonly string[];
  /** By their keys in the file. */
  options: Readonly<Record<string, unknown>>;
}

/** Where the schemas lie in a workbook of one's own (src/starter/shipped-language.ts). */
const SCHEMA = '.schema/packet.json';

/**
 * The text of a packet's file.
 *
 * @param file absolute path of the file
 * @param workbook absolute path of the workbook of one's own that it lies in
 */
export const packetText = async (
  { title, note, parts, options }: NewPacket,
  { file, workbook }: { file: string; workbook: string | undefined },
): Promise<string> => {
  const paragraphs = note
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const schema = workbook ? path.join(workbook, SCHEMA) : undefined;
  const found =
    schema &&
    (await access(schema).then(
      () => true,
      () => false,
    ));
  const head = schema && found ? `# yaml-language-server: $schema=${path.relative(path.dirname(file), schema).split(path.sep).join('/')}\n` : '';
  const content = {
    title,
    ...(paragraphs.length > 0 ? { note: paragraphs } : {}),
    ...(Object.keys(options).length > 0 ? { options } : {}),
    parts,
  };
  return head + stringify(content, { lineWidth: 0 });
};

/**
 * Writes a new packet, named by its title; an existing file is left alone.
 *
 * @param folder absolute path; made where it does not exist
 * @param text gives what is written, for the path of the file
 * @returns the file, or why there is none
 */
export const writePacket = async (
  folder: string,
  title: string,
  text: (file: string) => Promise<string>,
): Promise<{ file: string } | { file?: undefined; reason: string }> => {
  const file = path.join(folder, `${slugOf(title) || 'packet'}.yaml`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(file, await text(file), { flag: 'wx' });
    return { file };
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'EEXIST') return { reason: `There is a file ${path.basename(file)} already. Choose another title.` };
    return { reason: `The file cannot be written (${code ?? String(thrown)}): ${file}` };
  }
};
