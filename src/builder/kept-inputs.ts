/** Loads all inputs as loadInputs does, and takes what came with the program as an earlier run has read and checked it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isCompiled, type Shipped, unchangedShipped } from '../cache/shipped.ts';
import { keep, recall } from '../cache/store.ts';
import { sourceFile } from '../diagnostics/source-file.ts';
import { ALL_OPTIONS, DEFAULTS, type OptionName } from '../options/option-values.ts';
import { packageRoot } from '../system/package-root.ts';
import { isShipped } from '../theme/find-template.ts';
import type { FontFiles } from '../theme/fonts.ts';
import { type LoadedInputs, loadInputs, type LoadOptions } from './load.ts';

const KIND = 'inputs';

/** What an option means for what is read: it chooses what is read, or is applied later. With any other, nothing is kept: it may bring somebody's words or files. */
const MEANS: Readonly<Partial<Record<OptionName, 'chooses' | 'later'>>> = {
  lang: 'chooses',
  template: 'chooses',
  paper: 'chooses',
  largePrint: 'chooses',
  binding: 'chooses',
  inkSaver: 'chooses',
  twoSided: 'later',
  flat: 'later',
  for: 'later',
  edition: 'later',
  relationship: 'later',
  steps: 'later',
  only: 'later',
  with: 'later',
  without: 'later',
  alone: 'later',
  other: 'later',
  name: 'later',
};

/** What is known beside the options. `ours`: it came with the program. `theirs`: it is somebody's own, or a problem to tell. */
const BESIDE: Readonly<Record<Exclude<keyof LoadOptions, Exclude<OptionName, 'practice'>>, 'ours' | 'theirs'>> = {
  // The folder that these lead to is part of the key.
  cwd: 'ours',
  workbook: 'ours',
  alsoCheck: 'ours',
  suggest: 'ours',
  practice: 'theirs',
  from: 'theirs',
  told: 'theirs',
  loadedPacket: 'theirs',
  noPacket: 'theirs',
  variables: 'theirs',
};

/** Whether a value asks for nothing. */
const isEmpty = (value: unknown): boolean => !value || (typeof value === 'object' && Object.keys(value).length === 0);

/** What is kept of inputs without a problem. */
interface Kept {
  found: Omit<NonNullable<LoadedInputs['found']>, 'canShow' | 'chain' | 'shipped' | 'readBefore'>;
  /** Absolute paths, in the order of the sources. */
  sources: string[];
  chain: string[];
  watch: string[];
  /** Of the bytes of the fonts. */
  fonts: string;
}

const fontsDigest = (fonts: FontFiles): string => {
  const digest = createHash('sha256');
  for (const file of Object.values(fonts).flatMap((font: FontFiles[keyof FontFiles]) => (typeof font === 'string' ? [font] : Object.values(font)))) {
    const bytes = readFileSync(file);
    digest.update(`${file} ${bytes.length}\n`).update(bytes);
  }
  return digest.digest('hex');
};

/** The key of inputs that may be kept; nothing where they are not all the program's own. */
const keyOf = async (options: LoadOptions, { root, version }: Shipped): Promise<string | undefined> => {
  const all: LoadOptions & typeof DEFAULTS = { ...DEFAULTS, ...options };
  const asked = ALL_OPTIONS.map(([name]) => name).filter((name) => !isEmpty(all[name]));
  if (!asked.every((name) => MEANS[name])) return undefined;
  if (Object.entries(BESIDE).some(([name, whose]) => whose === 'theirs' && !isEmpty(all[name as keyof typeof BESIDE]))) return undefined;
  // The shipped templates extend none but each other.
  const templates = path.join(root, 'templates');
  if (!isShipped(path.join(templates, all.template), templates)) return undefined;
  const { findWorkbook } = await import('../content/find-workbook.ts');
  const { folder } = await findWorkbook(all.workbook, all.cwd);
  if (!folder || path.dirname(folder) !== path.join(root, 'content')) return undefined;
  const chosen = asked.filter((name) => MEANS[name] === 'chooses').map((name) => [name, all[name]]);
  return JSON.stringify([version, root, path.basename(folder), chosen, all.alsoCheck ?? [], all.suggest ?? false]);
};

/** What was read, in a line. */
const standFor = (key: string, fonts: string): string => `${key} ${fonts}`;

const revive = async (bytes: Buffer, key: string, { files }: Shipped): Promise<LoadedInputs | undefined> => {
  const { found, sources: names, chain: links, watch, fonts } = JSON.parse(bytes.toString('utf8')) as Kept;
  if (fontsDigest(found.fonts) !== fonts) return undefined;
  const { coverage } = await import('../theme/glyph-coverage.ts');
  const sources = names.map((file) => sourceFile(file, new TextDecoder().decode(files.get(file))));
  const chain = sources.filter(({ file }) => links.includes(file));
  return {
    found: { ...found, chain, shipped: standFor(key, fonts), readBefore: true, canShow: coverage(found.fonts) },
    sources,
    watch,
    diagnostics: [],
    wrongUsage: false,
  };
};

/** What may be kept of inputs: nothing where there is a problem to tell, or a file of somebody else's. */
const keptOf = ({ found, diagnostics, sources, watch }: LoadedInputs, { files }: Shipped): Buffer | undefined => {
  if (!found || diagnostics.length > 0 || found.practice || found.helpLines || !sources.every(({ file }) => files.has(file))) return undefined;
  const { canShow: _, chain, ...plain } = found;
  const kept: Kept = {
    found: plain,
    sources: sources.map(({ file }) => file),
    chain: chain.map(({ file }) => file),
    watch,
    fonts: fontsDigest(found.fonts),
  };
  const text = JSON.stringify(kept);
  return isDeepStrictEqual(JSON.parse(text), kept) ? Buffer.from(text) : undefined;
};

/**
 * Reads and checks all inputs; see loadInputs.
 *
 * @param shipped what came with the program; left out, that of the compiled program, while it is unchanged
 */
export const inputsOf = async (options: LoadOptions, shipped = isCompiled() ? unchangedShipped(packageRoot()) : undefined): Promise<LoadedInputs> => {
  const key = shipped && (await keyOf(options, shipped));
  if (key === undefined || !shipped) return loadInputs(options);
  const kept = recall(KIND, key);
  const known = kept && (await revive(kept, key, shipped));
  if (known) return known;
  const inputs = await loadInputs(options);
  const content = keptOf(inputs, shipped);
  if (!content || !inputs.found) return inputs;
  keep(KIND, key, content);
  return { ...inputs, found: { ...inputs.found, shipped: standFor(key, fontsDigest(inputs.found.fonts)) } };
};
