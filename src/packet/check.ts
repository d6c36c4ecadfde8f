/** Checks a packet against the workbook that its parts come from. */
import { checkLinksIn } from '../content/checks/links.ts';
import { targetsOf } from '../content/checks/link-targets.ts';
import { checkVariables } from '../content/checks/undeclared-variables.ts';
import { checkParts } from '../content/choose-parts.ts';
import type { LoadedWorkbook } from '../content/load.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LoadedPacket } from './load.ts';

/**
 * The problems of a packet: those of its file, parts that the workbook does not have, variables and links that lead nowhere.
 *
 * @param given values of variables that come from elsewhere
 */
export const checkPacket = (
  { packet, file, diagnostics }: LoadedPacket,
  { read, head }: Pick<LoadedWorkbook, 'read' | 'head'>,
  given: Readonly<Record<string, string>> = {},
): Diagnostic[] => {
  // Where the workbook itself cannot be read, its parts are not known.
  if (!head?.value || read.some(({ section }) => !section)) return diagnostics;
  const sections = read.flatMap(({ section }) => (section ? [section] : []));
  const variables = { ...head.value.variables, ...given };
  const targets = targetsOf(
    sections.map(({ id }) => id),
    read,
  );
  return [
    ...diagnostics,
    ...checkParts(packet?.parts ?? [], sections),
    ...checkVariables(file, Object.keys(variables)),
    ...checkLinksIn(file, [packet?.note, packet?.parts.map(({ note }) => note)], targets, variables),
  ];
};
