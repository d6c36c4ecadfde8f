/** Loads a packet: its parts, its words and the options that it gives, with every problem at its place. */
import path from 'node:path';
import { checkCutTexts } from '../content/checks/cut-texts.ts';
import { checkParagraphs } from '../content/checks/paragraphs.ts';
import type { ChosenPart } from '../content/choose-parts.ts';
import type { Prose } from '../content/span.ts';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { type Given, packetOptions, type PacketOption } from '../options/option-values.ts';
import { locate, plainValue, readYaml, validate, type YamlFile } from '../yaml/index.ts';
import { packetFile } from './schema.ts';

/** What a packet says of a copy. */
export interface Packet {
  title: string;
  subtitle?: string | undefined;
  /** Words to the reader about the whole. */
  note?: readonly Prose[] | undefined;
  parts: readonly ChosenPart[];
}

export interface LoadedPacket {
  /** Given when its file has no error of its own. */
  packet?: Packet;
  /** The options that it gives. */
  options: Given<PacketOption>;
  diagnostics: Diagnostic[];
  file: YamlFile;
  /** The place of an option. */
  place: (name: PacketOption) => Location;
}

/**
 * Loads the file of a packet. Whether the workbook has its parts is checked with the workbook.
 *
 * @param file absolute path
 */
export const loadPacket = async (file: string): Promise<LoadedPacket> => {
  const yaml = await readYaml(file);
  const { document, source } = yaml;
  const keys = packetOptions();
  const at = (...keysTo: (string | number)[]): Location => ({ file, ...(document ? locate(document, keysTo) : { start: 0, end: 0 }) });
  const place = (name: PacketOption): Location => at('options', keys.find((one) => one.name === name)?.key ?? name);
  const loaded: LoadedPacket = { options: {}, diagnostics: [...yaml.diagnostics], file: yaml, place };
  if (!document) return loaded;
  const { value, diagnostics } = validate(packetFile, { document, source }, plainValue(document));
  loaded.diagnostics.push(...diagnostics, ...checkCutTexts(yaml), ...checkParagraphs(yaml));
  if (!value) return loaded;
  const given = keys.flatMap(({ name, key }) => (value.options?.[key] === undefined ? [] : [[name, value.options[key]]]));
  // The schema was made of the same table, which the compiler cannot follow.
  loaded.options = fromFolder(Object.fromEntries(given) as Given<PacketOption>, path.dirname(file));
  const { title, subtitle, note, parts } = value;
  loaded.packet = {
    title,
    subtitle,
    note,
    parts: parts.map((part, index) =>
      typeof part === 'string' ? { name: part, at: at('parts', index) } : { name: part.part, for: part.for, note: part.note, at: at('parts', index, 'part') },
    ),
  };
  return loaded;
};

/** The options with the folder of a template as an absolute path; a name without a slash is that of a shipped template. */
const fromFolder = (options: Given<PacketOption>, folder: string): Given<PacketOption> =>
  options.template && /[\\/]/.test(options.template) ? { ...options, template: path.resolve(folder, options.template) } : options;
