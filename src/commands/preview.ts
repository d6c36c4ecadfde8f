/** `mendbook preview`: shows the workbook's pages in a browser, and updates them when files change. */
import path from 'node:path';
import { unreadable } from '../api/flatten.ts';
import { readPdf } from '../api/read-pdf.ts';
import { counted } from '../diagnostics/counted.ts';
import { error } from '../diagnostics/make.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import type { BuildRequest } from '../builder/resolve-options.ts';
import { StatusLine } from './status-line.ts';
import { type Streams, tell } from './streams.ts';
import { templateTrust, type TrustOptions } from './template-trust.ts';
import { timeOfDay } from './time-of-day.ts';

export interface PreviewOptions extends BuildRequest, Streams, TrustOptions {
  /** 0 for any free port. */
  port: number;
  /** Whether to open the browser. */
  open: boolean;
  /** A filled copy that the page opens at first, by its path from the working folder. */
  copy?: string;
  /** Stops the preview. */
  signal: AbortSignal;
}

/**
 * Serves the preview until the signal.
 * @returns the exit code: 0 when it was stopped, 1 when the port cannot be used, 2 when there is no such workbook or filled copy
 */
export const preview = async (options: PreviewOptions): Promise<number> => {
  const { port, open, copy: copyPath, signal, stdout: _, stdin: _in, trustTemplate: _all, stderr, ...base } = options;
  const { findWorkbook } = await import('../content/find-workbook.ts');
  const { diagnostics } = await findWorkbook(base.workbook, base.cwd);
  if (diagnostics.length > 0) {
    await tell(diagnostics, [], options);
    return 2;
  }
  const copy = copyPath === undefined ? undefined : path.resolve(base.cwd, copyPath);
  if (copy !== undefined) {
    const { found } = await readPdf(copy);
    if (found !== '') {
      await tell([unreadable(shownPath(copy, base.cwd), found)], [], options);
      return 2;
    }
  }
  const [{ PreviewBuilds }, { serve }] = await Promise.all([import('../preview/builds.ts'), import('../preview/server.ts')]);
  const trust = await templateTrust(options);
  const ending = new AbortController();
  const until = AbortSignal.any([signal, ending.signal]);
  const status = new StatusLine(stderr);
  const builds = new PreviewBuilds(base, {
    signal: until,
    talk: stderr,
    trust,
    onBuilt: ({ status: how, pages, seconds, problems }) => {
      const number = (severity: string): number => problems.filter((one) => one.severity === severity).length;
      const told =
        how === 'good' ? `${counted(pages, 'page')}, ${seconds.toFixed(1)} s, ${counted(number('warning'), 'warning')}` : counted(number('error'), 'error');
      status.show(`${timeOfDay(new Date())}  ${told}  Ctrl-C ends`);
    },
  });
  try {
    const { address, ended } = await serve({ builds, base, copy, trust, port, signal: until });
    stderr.write(`${address}\n`);
    if (open) (await import('../preview/open-browser.ts')).openBrowser(address);
    await Promise.all([ended, builds.ended]);
    return 0;
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw thrown;
    const found = code === 'EADDRINUSE' ? 'one that another program has' : 'one that only administrators may use';
    await tell(
      [error('port-taken', `expected a port that is free, found ${found}: ${port}`, undefined, 'choose another with --port, or leave it out')],
      [],
      options,
    );
    return 1;
  } finally {
    ending.abort();
    status.end();
  }
};
