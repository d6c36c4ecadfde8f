/** Asks for a copy as an earlier one was built, but for what is asked for anew. */
import path from 'node:path';
import { refusalOf } from '../options/combinations.ts';
import { ALL_OPTIONS, type AskedOptions, type OptionName, PRACTICE_OPTIONS } from '../options/option-values.ts';
import type { CopyRecord } from '../record/copy-record.ts';
import { optionsOfRecord, PARTS } from './options-of-record.ts';
import { type BuildRequest, resolveOptions } from './resolve-options.ts';

/** Options that choose parts: whoever gives one of them wants none of the parts of the earlier copy. */
const CHOICES: readonly OptionName[] = ['steps', 'only', 'packet'];

/** The options that a practice or a packet gives which was named itself. */
const givenByFiles = async (asked: BuildRequest): Promise<string[]> => {
  if (asked.practice === undefined && !asked.packet) return [];
  const { practice, loadedPacket } = await resolveOptions(asked);
  const ofPractice = asked.practice === undefined ? [] : PRACTICE_OPTIONS.filter(({ key }) => practice?.defaults[key] !== undefined);
  return [...ofPractice.map(({ name }) => name), ...Object.keys(loadedPacket?.options ?? {})];
};

/** Leaves out what cannot go together with what is asked for. */
const withoutRefused = (taken: AskedOptions, asked: AskedOptions): AskedOptions => {
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const refusal = refusalOf({ ...taken, ...given });
  const kept = Object.fromEntries(Object.entries(taken).filter(([name]) => !Object.hasOwn(refusal?.when ?? {}, name)));
  return Object.keys(kept).length === Object.keys(taken).length ? taken : withoutRefused(kept, asked);
};

/**
 * The options of an earlier copy for a build that does not give them. What is asked for wins, and so does what a practice or a packet gives
 * that is asked for by name; a practice.yaml that lies in the workbook does not.
 *
 * @param asked as on the command line
 * @param record what the earlier copy says of itself; nothing is taken without one
 */
export const optionsOfEarlierCopy = async (asked: BuildRequest, record: CopyRecord | undefined): Promise<AskedOptions> => {
  if (!record) return {};
  const earlier = optionsOfRecord(record, path.resolve(asked.cwd, asked.workbook));
  const given = new Set([
    ...ALL_OPTIONS.filter(([name]) => asked[name] !== undefined).map(([name]) => name),
    ...(await givenByFiles({ ...(earlier.lang === undefined ? {} : { lang: earlier.lang }), ...asked })),
    ...(CHOICES.some((name) => asked[name] !== undefined) ? PARTS : []),
  ]);
  return withoutRefused(Object.fromEntries(Object.entries(earlier).filter(([name]) => !given.has(name as OptionName))), asked);
};
