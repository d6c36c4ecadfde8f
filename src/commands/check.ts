/** `mendbook check`: finds every problem of a workbook, without making a PDF. */
import { counted } from '../diagnostics/counted.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { runCheck } from '../api/check.ts';
import type { BuildRequest } from '../builder/resolve-options.ts';
import type { Streams } from './streams.ts';
import { templateTrust, type TrustOptions } from './template-trust.ts';
import { exitCodeOf } from './exit-code.ts';

export interface CheckOptions extends Streams, BuildRequest, TrustOptions {
  format: 'human' | 'short' | 'json';
  /** Where a build would write: checked too. */
  out?: string;
}

/**
 * Checks a workbook and its template, and the copy that the options ask for. Problems go to stderr for people, to stdout as lines or
 * JSON for programs.
 *
 * @returns the exit code: 0 nothing worse than warnings, 1 errors, 2 when there is no such workbook or copy
 */
export async function check(asked: CheckOptions): Promise<number> {
  const { out, cwd } = asked;
  const { diagnostics, sources, wrongUsage } = await runCheck(asked, {
    talk: asked.stderr,
    trust: await templateTrust(asked),
    planned: async ({ fileName, folders }) => {
      if (out === undefined || out === '-') return [];
      const [{ checkTarget, targetOf }, { checkEnding }] = await Promise.all([import('../output/check-target.ts'), import('../output/check-ending.ts')]);
      const target = await targetOf(out, fileName, cwd);
      const blocked = await checkTarget(target, false, folders);
      return blocked.length > 0 ? blocked : checkEnding(target);
    },
  });
  await tell(diagnostics, sources, asked);
  return exitCodeOf(diagnostics, wrongUsage);
}

async function tell(
  diagnostics: readonly Diagnostic[],
  sources: readonly SourceFile[],
  { format, cwd, stdout, stderr }: Pick<CheckOptions, 'format' | keyof Streams>,
): Promise<void> {
  if (format === 'json') {
    const { printJson } = await import('../diagnostics/print-json.ts');
    stdout.write(printJson(diagnostics, sources, cwd));
  } else if (format === 'short') {
    const { printShort } = await import('../diagnostics/print-short.ts');
    stdout.write(printShort(diagnostics, sources, cwd));
  } else if (diagnostics.length === 0) stderr.write(`no problems in ${counted(sources.length, 'file')}\n`);
  else {
    const { printHuman } = await import('../diagnostics/print-human.ts');
    stderr.write(printHuman(diagnostics, sources, { cwd, stream: stderr }));
  }
}
