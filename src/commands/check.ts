/** `mendbook check`: every problem of a workbook at once, without making a PDF. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Streams } from './streams.ts';

export interface CheckOptions extends Streams {
  /** A folder, or the name of a shipped workbook; the usual one when left out. */
  workbook?: string;
  /** The language: a folder of the workbook. */
  lang?: string;
  format?: 'human' | 'short' | 'json';
}

/**
 * Checks a workbook. Problems go to stderr for people, to stdout as lines or JSON for programs.
 *
 * @returns the exit code: 0 nothing worse than warnings, 1 errors, 2 when there is no such workbook
 */
export async function check(options: CheckOptions): Promise<number> {
  const { cwd, lang = 'en' } = options;
  const { findWorkbook } = await import('../content/find.ts');
  const found = await findWorkbook(options.workbook, cwd);
  if (!found.folder) {
    await tell(found.diagnostics, [], options);
    return 2;
  }
  const [{ loadWorkbook }, { loadStrings }] = await Promise.all([import('../content/load.ts'), import('../content/strings.ts')]);
  const loaded = await loadWorkbook(found.folder, lang);
  // Without the folder of the language there is nothing that the program's words could be for.
  const strings = loaded.files.length > 0 ? await loadStrings(lang, found.folder) : { diagnostics: [], files: [] };
  const diagnostics = [...loaded.diagnostics, ...strings.diagnostics];
  await tell(diagnostics, [...loaded.sources, ...strings.files.map(({ source }) => source)], options);
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function tell(diagnostics: readonly Diagnostic[], sources: readonly SourceFile[], { format = 'human', cwd, stdout, stderr }: CheckOptions): Promise<void> {
  if (format === 'json') {
    const { printJson } = await import('../diagnostics/json.ts');
    stdout.write(printJson(diagnostics, sources, cwd));
  } else if (format === 'short') {
    const { printShort } = await import('../diagnostics/short.ts');
    stdout.write(printShort(diagnostics, sources, cwd));
  } else if (diagnostics.length === 0) stderr.write(`no problems in ${sources.length} files\n`);
  else {
    const { printHuman } = await import('../diagnostics/human.ts');
    stderr.write(printHuman(diagnostics, sources, { cwd, stream: stderr }));
  }
}
