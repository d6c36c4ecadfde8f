/** Finds the font files that the themes of a chain name. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Link } from './extends-chain.ts';
import { findFont, type FontFiles } from './fonts.ts';
import { pathsOf, placeOf } from './token-location.ts';
import type { OverrideName } from './schema.ts';

const FONTS = [['text', 'regular'], ['text', 'bold'], ['title'], ['note'], ['field']] as const;

/**
 * Finds the font files, each relative to the folder of the template that names it.
 *
 * @param overrides the groups of overrides that apply
 * @returns the files if all were found, and diagnostics
 */
export async function findFonts(links: readonly Link[], overrides: readonly OverrideName[]): Promise<{ files?: FontFiles; diagnostics: Diagnostic[] }> {
  const found = await Promise.all(
    FONTS.map(async (token) => {
      const last = lastFont(links, token, overrides);
      return last ? findFont(last.written, last.link.folder, placeOf([last.link], ['fonts', ...token], overrides)) : { diagnostics: [] };
    }),
  );
  const [regular, bold, title, note, field] = found.map((one) => ('file' in one ? one.file : undefined));
  const diagnostics = found.flatMap((one) => one.diagnostics);
  return regular && bold && title && note && field ? { files: { text: { regular, bold }, title, note, field }, diagnostics } : { diagnostics };
}

/** The value of a font token, and the template that gives it; read from the document, so that an error in another key does not hide errors in fonts. */
function lastFont(links: readonly Link[], token: readonly string[], overrides: readonly OverrideName[]): { link: Link; written: string } | undefined {
  for (const path of pathsOf(['fonts', ...token], overrides)) {
    for (const link of links.toReversed()) {
      const written: unknown = link.document?.getIn(path);
      if (typeof written === 'string' && written.trim() !== '') return { link, written: written.trim() };
    }
  }
  return undefined;
}
