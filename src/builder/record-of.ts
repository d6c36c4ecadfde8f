/** Says what copy is made, for the record in it. */
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Workbook } from '../content/workbook.ts';
import { ALL_OPTIONS, type AskedOptions, DEFAULTS, flagOf, type OptionName } from '../options/option-values.ts';
import { packetFolder } from '../packet/find-packet.ts';
import type { LoadedPacket } from '../packet/load.ts';
import { type CopyRecord, encodeRecord } from '../record/copy-record.ts';
import { packageRoot, programVersion } from '../system/package-root.ts';
import { isShippedName } from '../theme/find-template.ts';

/** Options with words of a user's that tell of no person: of packets and templates those alone that are shipped. A name never stands in a record, and no path. */
const WORDS: ReadonlySet<OptionName> = new Set<OptionName>(['steps', 'only', 'packet', 'without', 'with', 'country', 'template']);

/** What the record says in places of its own. */
const APART: ReadonlySet<OptionName> = new Set<OptionName>(['lang', 'for', 'edition']);

/** What belongs to a copy beside its workbook and its options. */
interface Beside {
  /** The practice that it names. */
  practice?: object | undefined;
  copy?: CopyRecord['copy'];
}

/** The options that make the next copy another one where they are not given again, and are named in no record but by this: that they were given. */
const unsaidOf = ({ template, name, other }: AskedOptions, { practice }: Beside): string[] => {
  const given = { other, name, template: template !== undefined && !isShippedName(template), practice };
  return ALL_OPTIONS.flatMap(([option]) => (given[option as keyof typeof given] ? [flagOf(option)] : []));
};

/**
 * The record of a copy.
 *
 * @param edition the workbook as its reader gets it
 * @param options as they were asked for
 * @param beside what else is known of it; of a practice only that there is one
 * @param beside.copy the sign of its client, and of a copy from a list its digest
 * @returns the bytes that are written into it
 */
export const recordOf = (
  { name, date, language, folder }: Workbook,
  options: Omit<AskedOptions, 'practice'> & { loadedPacket?: LoadedPacket },
  { practice, copy }: Beside = {},
): Buffer => {
  const { loadedPacket } = options;
  const packet = loadedPacket && shippedPacket(loadedPacket, folder);
  const asked: AskedOptions = { ...DEFAULTS, ...options };
  const { packet: _, template, ...others } = asked;
  const named: AskedOptions = {
    ...others,
    ...(packet === undefined ? {} : { packet }),
    ...(template !== undefined && isShippedName(template) ? { template } : {}),
    ...(loadedPacket && packet === undefined ? { only: partsOf(loadedPacket, asked.for ?? DEFAULTS.for) } : {}),
  };
  // A packet that is named gives its options again.
  const usual: AskedOptions = { ...DEFAULTS, ...(packet === undefined ? {} : loadedPacket?.options) };
  const unsaid = unsaidOf(asked, { practice });
  const shaping = ALL_OPTIONS.filter(([option, { kind }]) => !APART.has(option) && (kind === 'choice' || kind === 'switch' || WORDS.has(option)));
  return encodeRecord({
    program: programVersion(),
    workbook: { id: name, date },
    language,
    edition: asked.edition ?? DEFAULTS.edition,
    for: asked.for ?? DEFAULTS.for,
    options: Object.fromEntries(
      shaping.flatMap(([option]) => {
        const value = named[option];
        return value === undefined || value === '' || isDeepStrictEqual(value, usual[option])
          ? []
          : [[flagOf(option), typeof value === 'object' ? [...value] : value]];
      }),
    ),
    ...(unsaid.length > 0 ? { unsaid } : {}),
    ...(copy ? { copy } : {}),
  });
};

/** The name of a packet that came with the program: the name of one of a user's own may be that of a person. */
const shippedPacket = ({ file }: LoadedPacket, folder: string): string | undefined => {
  const { dir, name } = path.parse(file.source.file);
  const workbook = path.dirname(folder);
  return path.dirname(workbook) === path.join(packageRoot(), 'content') && dir === packetFolder(workbook, path.basename(folder)) ? name : undefined;
};

/** The parts of a packet that its reader gets. */
const partsOf = ({ packet }: LoadedPacket, reader: AskedOptions['for']): string[] =>
  (packet?.parts ?? []).filter((part) => !part.for || reader === 'both' || part.for === reader).map(({ name }) => name);
