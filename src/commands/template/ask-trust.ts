/** Asking on a terminal whether the code of a template may run. */
import type { Readable } from 'node:stream';
import { type BuildRequest, resolveOptions } from '../../builder/resolve-options.ts';
import { shownPath } from '../../diagnostics/shown-path.ts';
import { openPrompt, Interrupted } from '../../starter/terminal-prompt.ts';
import { shippedTemplates, templatesIn } from '../../theme/find-template.ts';
import { allow, type Trust } from '../../trust/trust.ts';
import { say, type Streams } from '../streams.ts';
import { dropTypedAhead } from '../typed-ahead.ts';
import { explain, tellRecordFault } from './trust-words.ts';

/** What may be answered. */
const ANSWERS: ReadonlyMap<string, boolean> = new Map([
  ['y', true],
  ['yes', true],
  ['n', false],
  ['no', false],
]);

/**
 * Asks about code that nobody has allowed yet; a yes is remembered.
 *
 * @param options what was asked for: practice.yaml may name the template
 */
export const askAbout = async (trust: Trust, stdin: Readable, options: BuildRequest & Streams): Promise<void> => {
  const { cwd, stderr } = options;
  const { template } = await resolveOptions(options);
  if ((await templatesIn(shippedTemplates())).includes(template)) return;
  const { ownCode } = await import('../../template/own-code.ts');
  const { codes } = await ownCode(template, { cwd });
  const judged = await Promise.all(codes.map(async (code) => ({ code, verdict: await trust.judge(code) })));
  const asked = judged.flatMap(({ code, verdict }) => (verdict.allowed ? [] : [{ code, verdict }]));
  if (asked.length === 0) return;
  for (const { code, verdict } of asked) {
    const what = verdict.changed ? 'has code that has changed since you allowed it' : 'has code that nobody has allowed';
    say(options, `The template ${shownPath(code.folder, cwd)} ${what}:`, ...explain(code.folder, verdict.files));
  }
  say(options, 'It can do all that you can: read, change and send your files. Look at it first, or ask whoever gave it to you.');
  // A yes that was typed before was meant for something else, or came with what was pasted.
  await dropTypedAhead(stdin);
  const prompt = openPrompt(stdin, stderr);
  try {
    const yes = await prompt.ask({
      ask: 'Run this code, now and until it changes (yes or no)',
      fallback: 'no',
      read: (answer) => ANSWERS.get(answer.toLowerCase()) ?? new Error('expected yes or no'),
    });
    if (yes) await allow(asked.map(({ code }) => code));
  } catch (thrown) {
    // Who gives up has not allowed anything.
    if (thrown instanceof Interrupted) stderr.write('\n');
    else await tellRecordFault(thrown, options);
  } finally {
    prompt.close();
  }
};
