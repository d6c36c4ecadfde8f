/** Finds a packet: one that comes with a workbook, in its folder `packets/`, or any file. */
import { lstat, readdir, readlink, stat } from 'node:fs/promises';
import path from 'node:path';
import { languagesIn } from '../content/workbook-folder.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { nearest } from '../diagnostics/nearest.ts';

/** The folder of packets in the folder of a language. */
export const PACKETS = 'packets';
const ENDING = '.yaml';

/** Where packets are looked for. */
export interface PacketPlaces {
  /** Absolute path of the working folder, from which files are named. */
  cwd: string;
  /** Absolute path of the workbook; left out, only files are found. */
  folder?: string | undefined;
  /** The folder of a language in it. */
  language: string;
}

/** The absolute path of the folder with the packets of a workbook in one language. */
export const packetFolder = (workbook: string, language: string): string => path.join(workbook, language, PACKETS);

/** The names of the packets that come with a workbook in a language, without the ending. */
export const packetsIn = async (workbook: string, language: string): Promise<string[]> =>
  (await readdir(packetFolder(workbook, language)).catch(() => []))
    .filter((name) => name.endsWith(ENDING) && !name.startsWith('.'))
    .map((name) => name.slice(0, -ENDING.length))
    .toSorted();

const isFile = async (file: string): Promise<boolean> => !file.includes('\0') && ((await stat(file).catch(() => undefined))?.isFile() ?? false);

/**
 * Finds a packet.
 *
 * @param name the name of a packet of the workbook, such as `first-talk`; or a file, relative to the working folder
 * @returns its absolute path, or what is wrong with the name; neither where the workbook is not there in this language, which is told elsewhere
 */
export const findPacket = async (name: string, { cwd, folder, language }: PacketPlaces): Promise<{ file?: string; diagnostics: Diagnostic[] }> => {
  const names = folder ? await packetsIn(folder, language) : [];
  if (folder && names.includes(name)) return { file: path.join(packetFolder(folder, language), `${name}${ENDING}`), diagnostics: [] };
  const here = path.resolve(cwd, name);
  if (await isFile(here)) return { file: here, diagnostics: [] };
  const refuse = (message: string, hint: string) => ({ diagnostics: [error('no-packet', message, undefined, hint)] });
  if (/[\\/]|\.ya?ml$/i.test(name)) return refuse(`expected the file of a packet at ${here}, found ${await whatIsAt(here)}`, await fileHint(here, names));
  // Of a language that the workbook does not have, that alone is told.
  if (folder && names.length === 0 && !(await languagesIn(folder)).includes(language)) return { diagnostics: [] };
  const near = nearest(name, names);
  const others = folder && !near ? await otherLanguages(name, folder, language) : [];
  const hint = near ? `did you mean "${near}"?` : others.length > 0 ? `it is there in ${others.join(', ')}: choose with --lang` : packetList(names);
  return refuse(`expected the name of a packet of this workbook, or a file, found "${name}"`, hint);
};

const packetList = (names: readonly string[]): string =>
  names.length > 0
    ? `packets of this workbook: ${names.join(', ')}; or give a file, such as ana.yaml`
    : 'give a file, such as ana.yaml; docs/choose-pages.md says how to write one';

/** What is at a place where no file is, in words for a message. */
const whatIsAt = async (place: string): Promise<string> => {
  if (place.includes('\0')) return 'none';
  const entry = await lstat(place).catch(() => undefined);
  if (entry?.isDirectory()) return 'a folder';
  if (!entry?.isSymbolicLink()) return entry ? 'something that is no file' : 'none';
  const target = path.resolve(path.dirname(place), await readlink(place).catch(() => ''));
  const reached = await stat(place).catch(({ code }: NodeJS.ErrnoException) => code);
  if (reached === 'ELOOP') return 'a link that leads to itself';
  if (reached === 'ENOENT') return `a link to ${target}, where nothing is`;
  return `a link to ${target}, which is no file`;
};

/** A file beside the one that is missing, with nearly its name. */
const fileHint = async (file: string, names: readonly string[]): Promise<string> => {
  const beside = (await readdir(path.dirname(file)).catch(() => [])).filter((name) => /\.ya?ml$/i.test(name) && name !== path.basename(file));
  const near = nearest(path.basename(file), beside);
  return near ? `did you mean "${near}"?` : packetList(names);
};

/** The other languages in which a workbook has a packet. */
const otherLanguages = async (name: string, folder: string, language: string): Promise<string[]> => {
  const others = (await languagesIn(folder)).filter((other) => other !== language);
  const have = await Promise.all(others.map(async (other) => (await packetsIn(folder, other)).includes(name)));
  return others.filter((_, index) => have[index]);
};
