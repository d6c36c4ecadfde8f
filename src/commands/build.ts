/** `mendbook build`: makes the PDF of a workbook. */
import { Builder } from '../builder/builder.ts';
import { noteOfPaper } from '../builder/unasked-paper.ts';
import { Passwords } from './passwords.ts';
import { ProgressLine } from './progress-line.ts';
import { type Attempt, attempt } from './build-once.ts';
import { inkOf } from './compare-ink.ts';
import { say, tell } from './streams.ts';
import { summarize } from './build-summary.ts';
import { shorterCommand } from './shorter-command.ts';
import { templateTrust } from './template-trust.ts';
import { checkOutput } from './output-options.ts';
import type { BuildOptions } from './build-options.ts';

/** What was taken over from an earlier copy, and what could not be. */
const takenOver = ({ file, options, again }: NonNullable<Attempt['asBuilt']>): string[] => [
  ...(options === '' ? [] : [`as ${file} was built: ${options}`]),
  ...(again.length === 0 ? [] : [`${file} was built with ${again.join(', ')} too, whose words no copy keeps: give them again if this copy is to have them`]),
];

/**
 * Builds the PDF. Nothing is written when the input has errors.
 * @returns The exit code: 0 done, 1 errors in the input or the target, 2 wrong usage
 */
export const build = async (options: BuildOptions): Promise<number> => {
  const refused = checkOutput(options);
  if (refused.length > 0) {
    await tell(refused, [], options);
    return 2;
  }
  if (options.watch) return (await import('./build-watch.ts')).buildWatch(options);
  const asked = options.protect || options.passwordFd !== undefined ? await new Passwords(options).forNew() : undefined;
  if (asked && asked.password === undefined) {
    await tell(asked.diagnostics, [], options);
    return 2;
  }
  const builder = new Builder({ talk: options.stderr, reactPdf: options.engine === 'react-pdf', trust: await templateTrust(options) });
  const line = options.quiet || options.format === 'json' ? undefined : new ProgressLine(options.stderr);
  const { code, diagnostics, sources, made, asBuilt } = await attempt(
    builder,
    { ...options, ...(asked?.password === undefined ? {} : { password: asked.password }) },
    undefined,
    (progress) => line?.show(progress),
  ).finally(() => line?.end());
  if (options.format === 'json') {
    const { reportJson } = await import('./build-json.ts');
    options.stdout.write(reportJson({ ...(made ? { made } : {}), ...(asBuilt ? { asBuilt } : {}), diagnostics, sources, cwd: options.cwd }));
    return code;
  }
  if (made && asBuilt && !options.quiet) say(options, ...takenOver(asBuilt));
  await tell(diagnostics, sources, options);
  if (!made && asBuilt?.options && !options.quiet) say(options, `nothing was built; the options of ${asBuilt.file} were tried: ${asBuilt.options}`);
  if (!made || options.quiet) return code;
  const { ready, pdf, target, seconds, resolved } = made;
  const ink = options.verbose ? await inkOf(pdf.bytes, resolved, async (themed) => (await builder.make({ ...ready, ...themed })).pdf?.bytes) : undefined;
  summarize(options, {
    target,
    pages: pdf.pages,
    fields: pdf.fields,
    labels: pdf.places.labels,
    seconds,
    warnings: diagnostics,
    ...(ready.practice ? { practice: ready.practice.name } : {}),
    // Answers of an earlier copy go onto the paper of that copy.
    paper: options.answers === undefined && !options.keepAnswers ? noteOfPaper(options, resolved) : undefined,
    ...(ink ? { ink } : {}),
    unknown: pdf.unknown,
    shorter: options.answers === undefined && !options.keepAnswers ? await shorterCommand(options, ready) : undefined,
  });
  return code;
};
