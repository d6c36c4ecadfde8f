/** `mendbook build --watch`: builds again whenever a file changes. */
import { Writable } from 'node:stream';
import { counted } from '../diagnostics/counted.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import { rerunOnChange } from '../watch/rerun-on-change.ts';
import { Builder } from '../builder/builder.ts';
import { type Attempt, attempt } from './build-once.ts';
import type { BuildOptions } from './build-options.ts';
import { StatusLine } from './status-line.ts';
import { tell } from './streams.ts';
import { templateTrust } from './template-trust.ts';
import { timeOfDay } from './time-of-day.ts';

/**
 * Builds now and after each change, until the signal. A build with errors prints them and keeps the last PDF. A PDF with somebody's answers is
 * not overwritten: `force` applies only to the first PDF.
 *
 * @returns the exit code: 0 when it was stopped; 2 when the first build finds wrong usage
 */
export const buildWatch = async ({ signal: asked, ...options }: BuildOptions): Promise<number> => {
  const builder = new Builder({ again: true, talk: options.stderr, trust: await templateTrust(options) });
  const ending = new AbortController();
  const signal = AbortSignal.any([ending.signal, ...(asked ? [asked] : [])]);
  const status = new StatusLine(options.quiet ? new Writable({ write: (_, __, done) => done() }) : options.stderr);
  const except: string[] = [];
  let last: Attempt['made'];
  let printed = '';
  let code = 0;
  const job = async (): Promise<string[]> => {
    status.showMeanwhile('building …');
    const tried = await attempt(builder, { ...options, force: (options.force ?? false) && !last }, last?.pdf.bytes);
    if (tried.code === 2 && printed === '') {
      code = 2;
      ending.abort();
    }
    last = tried.made ?? last;
    // The PDF must not trigger a build, wherever it is written.
    if (last && !except.includes(last.target)) except.push(last.target);
    const problems = JSON.stringify(tried.diagnostics);
    if (problems !== printed) {
      if (tried.diagnostics.length > 0) status.clear();
      await tell(tried.diagnostics, tried.sources, options);
      printed = problems;
    }
    if (code === 0) status.show(statusOf(tried, last, options.cwd));
    return tried.watch;
  };
  await rerunOnChange(job, { signal, except }).ended.finally(() => status.end());
  return code;
};

/** Such as "out/book.pdf  11:32:05  100 pages, 0.6 s, no warnings". */
const statusOf = ({ made, diagnostics }: Attempt, last: Attempt['made'], cwd: string): string => {
  const parts = [
    timeOfDay(new Date()),
    made
      ? `${counted(made.pdf.pages, 'page')}, ${made.seconds.toFixed(1)} s, ${problemsOf(diagnostics)}`
      : `${problemsOf(diagnostics)}; ${last ? 'the PDF is the last good one' : 'no PDF yet'}`,
  ];
  return [...(last ? [shownPath(last.target, cwd)] : []), ...parts, 'Ctrl-C ends'].join('  ');
};

const problemsOf = (diagnostics: readonly Diagnostic[]): string => {
  const number = (severity: Diagnostic['severity']): number => diagnostics.filter((one) => one.severity === severity).length;
  const errors = number('error');
  return [...(errors > 0 ? [counted(errors, 'error')] : []), counted(number('warning'), 'warning')].join(', ');
};
