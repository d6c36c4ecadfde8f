/** Measures the ink of a PDF, with and without the ink saver. */
import type { PdfOptions } from '../builder/make-pdf.ts';
import type { LoadOptions } from '../builder/load.ts';
import { DEFAULTS, formatOf } from '../options/option-values.ts';

/** Ink as a share of the pages' area, from 0 to 1. */
export interface Ink {
  /** Of the PDF that was built. */
  built: number;
  /** Of its counterpart; none where the theme has no ink saver. */
  counterpart?: number;
  /** Whether ink was saved in the one that was built. */
  saved: boolean;
}

/**
 * Measures the PDF, and another one that is made only for the comparison.
 *
 * @param make makes the same edition with another theme, and returns its bytes
 */
export const inkOf = async (
  bytes: Uint8Array,
  asked: LoadOptions,
  make: (themed: Pick<PdfOptions, 'theme' | 'fonts'>) => Promise<Uint8Array | undefined>,
): Promise<Ink> => {
  const [{ inkCoverage }, { loadTheme }] = await Promise.all([import('../output/ink-coverage.ts'), import('../theme/load.ts')]);
  const { template, cwd, practice, discreet, inkSaver: saved, ...options } = { ...DEFAULTS, ...asked };
  const { theme, fonts } = await loadTheme(template, { ...formatOf(options), inkSaver: !saved, cwd });
  const branded = theme && practice && !discreet ? (await import('../practice/apply-branding.ts')).brand(theme, practice).theme : theme;
  const other = branded && fonts ? await make({ theme: branded, fonts }) : undefined;
  const built = await inkCoverage(bytes);
  return { built, saved, ...(other ? { counterpart: await inkCoverage(other) } : {}) };
};
