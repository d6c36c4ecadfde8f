/** The command that makes fewer pages, told of where the whole workbook was made. */
import path from 'node:path';
import type { PdfOptions } from '../builder/make-pdf.ts';
import { isWorksheet } from '../content/part-names.ts';
import type { Workbook } from '../content/workbook.ts';
import { DEFAULT_WORKBOOK } from '../content/find-workbook.ts';
import { DEFAULTS, type AskedOptions } from '../options/option-values.ts';
import { packetsIn } from '../packet/find-packet.ts';
import { shellWord } from '../system/shell-quote.ts';
import { keptWords, protectWords } from './typed-options.ts';

/** Whether some worksheets are for one reader only. */
const hasRoles = ({ sections }: Workbook): boolean =>
  sections.some(({ blocks }) => blocks.some((block) => isWorksheet(block) && (block.for === 'was-hurt' || block.for === 'broke-trust')));

/**
 * The command that makes the workbook's first packet, as it is typed where this build was.
 *
 * @param asked the options as they were given
 * @returns nothing where some parts were chosen already, and where the workbook has no packet
 */
export const shorterCommand = async (
  { workbook, ...asked }: AskedOptions & { workbook: string; protect?: boolean; passwordFd?: number },
  { edition, options }: Pick<PdfOptions, 'edition' | 'options'>,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string | undefined> => {
  if (options.packet || options.steps || options.only?.length || (options.edition ?? 'client') !== 'client') return undefined;
  const [packet] = await packetsIn(path.dirname(edition.folder), path.basename(edition.folder));
  if (packet === undefined) return undefined;
  const command = environment.npm_lifecycle_event === 'start' ? 'npm start --' : 'mendbook build';
  const given: AskedOptions = options.for === DEFAULTS.for && hasRoles(edition) ? { ...asked, for: 'was-hurt' } : asked;
  return [command, ...(workbook === DEFAULT_WORKBOOK ? [] : [shellWord(workbook)]), '--packet', packet, ...keptWords(given), ...protectWords(asked)].join(' ');
};
