/** Saves a packet that was made by ticking parts on the preview's page. */
import path from 'node:path';
import * as z from 'zod';
import type { BuildRequest } from '../builder/resolve-options.ts';
import { DEFAULT_WORKBOOK, findWorkbook } from '../content/find-workbook.ts';
import { ALL_OPTIONS, DEFAULTS, flagOf, type OptionName, packetOptions } from '../options/option-values.ts';
import { packetFolder } from '../packet/find-packet.ts';
import { packetText, writePacket } from '../packet/write.ts';
import { packageRoot } from '../system/package-root.ts';
import { isWithin } from '../system/paths.ts';
import { shellWord } from '../system/shell-quote.ts';
import type { PacketAnswer } from './protocol.ts';

const asked = z.object({ title: z.string().trim().min(1).max(120), note: z.string().max(5000), parts: z.array(z.string()).min(1).max(60) });

/** What is sent by the page, if it is a packet. */
const read = (text: string): z.output<typeof asked> | undefined => {
  try {
    return asked.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** Options that say which parts a copy has: here the packet does. */
const PARTS: ReadonlySet<OptionName> = new Set<OptionName>(['steps', 'only', 'packet']);

/** Options that are typed again: those that a packet cannot give. */
const typedAgain = (options: BuildRequest): string[] =>
  ALL_OPTIONS.flatMap(([name, { packet }]) => {
    const value = options[name];
    return packet || PARTS.has(name) || typeof value !== 'string' || value === '' ? [] : [`--${flagOf(name)}`, shellWord(value)];
  });

/**
 * Saves a packet: into the folder of a workbook of one's own, else into the working folder. No file is overwritten.
 *
 * @param text what the page has sent
 * @param options those that the page shows
 * @param base those of the command line
 */
export const savePacket = async (text: string, { options, base }: { options: BuildRequest; base: BuildRequest }): Promise<PacketAnswer> => {
  const packet = read(text);
  if (!packet) return { saved: false, reason: 'A packet needs a title, and one part at least.' };
  const { folder } = await findWorkbook(base.workbook, base.cwd);
  const own = folder !== undefined && !isWithin(packageRoot(), folder);
  const given = Object.fromEntries(
    packetOptions().flatMap(({ name, key }) => {
      const value = options[name];
      const usual = (DEFAULTS as Partial<Record<string, unknown>>)[name];
      return value === undefined || value === '' || value === usual ? [] : [[key, value]];
    }),
  );
  const into = own ? packetFolder(folder, options.lang ?? DEFAULTS.lang) : base.cwd;
  const written = await writePacket(into, packet.title, (file) => packetText({ ...packet, options: given }, { file, workbook: own ? folder : undefined }));
  if (written.file === undefined) return { saved: false, reason: written.reason };
  const name = own ? path.basename(written.file, '.yaml') : path.relative(base.cwd, written.file);
  const workbook = base.workbook === DEFAULT_WORKBOOK ? [] : [shellWord(base.workbook)];
  const command = ['mendbook build', ...workbook, '--packet', shellWord(name), ...typedAgain(options)].join(' ');
  return { saved: true, file: written.file, packet: name, command };
};
