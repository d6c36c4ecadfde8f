/** `mendbook template trust` and `untrust`: which code of others may run. */
import path from 'node:path';
import { error } from '../../diagnostics/make.ts';
import { shownPath } from '../../diagnostics/shown-path.ts';
import { ownCode } from '../../template/own-code.ts';
import { findTemplate, isShipped, shippedTemplates } from '../../theme/find-template.ts';
import { rememberMade } from '../../trust/made-here.ts';
import { readRecord } from '../../trust/record.ts';
import { allow, forget, recordedTrust } from '../../trust/trust.ts';
import { shellWord } from '../../system/shell-quote.ts';
import { say, type Streams, tell } from '../streams.ts';
import { explain, tellRecordFault } from './trust-words.ts';

export interface TrustOptions extends Streams {
  /** The template, from `cwd`; left out with `list`. */
  folder?: string;
  /** It is the person's own: its code may change without being asked about. */
  mine?: boolean;
  /** Lists what is allowed. */
  list?: boolean;
}

const isError = ({ severity }: { severity: string }): boolean => severity === 'error';

/**
 * Allows the code of a template, and of those that it extends, as it is now.
 *
 * @returns the exit code: 0 done, 1 its code has errors or the record cannot be written, 2 there is no such template
 */
export const trust = async ({ folder: asked, mine, list, ...streams }: TrustOptions): Promise<number> => {
  const { cwd } = streams;
  if (list) return listed(streams);
  if (asked === undefined) {
    const hint = 'give it: mendbook template trust <folder>; what is allowed is listed by: mendbook template trust --list';
    await tell([error('no-folder', 'expected the folder of a template, found none given', undefined, hint)], [], streams);
    return 2;
  }
  const { folder, diagnostics: none } = await findTemplate(asked, { from: cwd, shipped: shippedTemplates() });
  if (!folder) {
    await tell(none, [], streams);
    return 2;
  }
  if (isShipped(folder)) {
    say(streams, `${path.basename(folder)} came with the program: it needs no trust`);
    return 0;
  }
  // A path, so that it is not taken for the name of a shipped template.
  const { codes, diagnostics, sources } = await ownCode(folder, { cwd });
  await tell(diagnostics, sources, streams);
  if (diagnostics.some(isError)) return 1;
  const shown = (of: string): string => shownPath(of, cwd);
  try {
    if (mine) {
      await rememberMade(folder);
      say(streams, `${shown(folder)} is yours: its code runs, also when it changes`);
    }
    const judged = await Promise.all(codes.map(async (code) => ({ code, verdict: await recordedTrust().judge(code) })));
    const news = judged.flatMap(({ code, verdict }) => (verdict.allowed ? [] : [{ code, files: verdict.files }]));
    await allow(news.map(({ code }) => code));
    for (const { code, files } of news) say(streams, `allowed to run, as it is now, in ${shown(code.folder)}:`, ...explain(code.folder, files));
    if (news.length > 0) say(streams, `  take it back with: mendbook template untrust ${shellWord(shown(folder))}`);
    else if (!mine) say(streams, codes.length === 0 ? `${shown(folder)} has no code: it needs no trust` : `${shown(folder)} is allowed to run already`);
    return 0;
  } catch (thrown) {
    await tellRecordFault(thrown, streams);
    return 1;
  }
};

/**
 * Takes back what was allowed in a folder.
 *
 * @returns the exit code: 0 nothing of it is allowed any more, 1 the record cannot be written
 */
export const untrust = async ({ folder: asked, ...streams }: Streams & { folder: string }): Promise<number> => {
  const folder = path.resolve(streams.cwd, asked);
  try {
    const { codes } = await ownCode(folder, { cwd: streams.cwd });
    const done = await forget(folder, codes);
    say(streams, `${shownPath(folder, streams.cwd)} ${done ? 'is not allowed to run any more' : 'was not allowed to run'}`);
    return 0;
  } catch (thrown) {
    await tellRecordFault(thrown, streams);
    return 1;
  }
};

/** Data on stdout: a line for each folder. */
const listed = async (streams: Streams): Promise<number> => {
  try {
    const { made, allowed } = await readRecord();
    const lines = [
      ...made.map(({ folder }) => ({ folder, how: 'made here: also when it changes' })),
      ...allowed.map(({ folder }) => ({ folder, how: 'allowed until it changes' })),
    ];
    say({ stderr: streams.stdout }, ...lines.map(({ folder, how }) => `${folder}  ${how}`));
    if (lines.length === 0) say(streams, 'nothing is allowed to run but what came with the program');
    return 0;
  } catch (thrown) {
    await tellRecordFault(thrown, streams);
    return 1;
  }
};
