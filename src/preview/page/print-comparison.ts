/** Has the comparison of two copies made as a PDF by the server of this page, on this computer, and hands it to the browser as a download. */
import { COPIES_HEADER, type CopiesToPrint } from '../protocol.ts';
import { chosen } from './controls.ts';
import { newElement } from './page-elements.ts';
import { encoded, type GivenFile } from './read-copy.ts';

/** A copy that was opened. */
export interface CopyToPrint extends GivenFile {
  password: string | undefined;
}

/** How long the browser gets to take a download over, in milliseconds. */
const TAKEN_OVER = 60_000;

/**
 * Makes the PDF with the look that is chosen for the workbook, and downloads it.
 *
 * @param together whether the copies are of two people, who have both agreed
 * @throws Error where the server refuses it, in words
 */
export const printComparison = async (copies: readonly CopyToPrint[], together: boolean): Promise<void> => {
  const sent: CopiesToPrint = {
    copies: copies.map(({ file, bytes, saved, password }) => ({
      file: file.slice(0, 255),
      length: bytes.byteLength,
      ...(saved === undefined ? {} : { saved }),
      ...(password === undefined ? {} : { password }),
    })),
    together,
  };
  const response = await fetch(`progress?${chosen()}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream', [COPIES_HEADER]: encoded(JSON.stringify(sent)) },
    body: new Blob(copies.map(({ bytes }) => bytes)),
  });
  if (!response.ok) throw new Error(await response.text());
  const address = URL.createObjectURL(await response.blob());
  const link = newElement('a');
  // A name that tells nothing of whose it is.
  Object.assign(link, { href: address, download: 'progress.pdf' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_OVER);
};
