/** Reads the day on which a document was last saved. */
import type { Objects } from '../answers/objects.ts';

/** A PDF date (ISO 32000-1, 7.9.4), as far as the day. */
const DAY = /^D:(\d{4})(\d{2})(\d{2})/;

/** The day of a PDF date as an ISO date; nothing where there is no such day. */
const dayOf = (written: string | undefined): string | undefined => {
  const [, year, month, day] = DAY.exec(written ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
};

/**
 * The day that the program that saved a document has written into its properties, where that program stood.
 *
 * @returns an ISO date; nothing where no program has written one since the document was made
 */
export const savedOn = (objects: Objects): string | undefined => {
  const info = objects.asDict(objects.context.trailerInfo.Info);
  const [made, changed] = info ? [objects.text(info, 'CreationDate'), objects.text(info, 'ModDate')] : [];
  return changed === made ? undefined : dayOf(changed);
};
