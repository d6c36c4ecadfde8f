/** Reading a YAML file with positions: whatever is wrong with it becomes a diagnostic, never an exception. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { constants, open, readFile, type FileHandle } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { type Document, isScalar } from 'yaml';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { type SourceFile, sourceFile } from '../diagnostics/source-file.ts';
import { BoundedMap } from '../system/bounded-map.ts';
import { checkAliases } from './check-aliases.ts';
import { allFaults, compose, slippedKeys, slipsBehindDepth, tokensOf, within } from './syntax-errors.ts';
import { decode } from './decode.ts';
import { shapeOf } from './nesting-depth.ts';
import { checkKeys } from './check-keys.ts';
import { composed } from './unicode-normal-form.ts';

export interface YamlFile {
  /** Given when the file can be read as one document, with no error in it. */
  document?: Document;
  source: SourceFile;
  diagnostics: Diagnostic[];
}

/** The largest file that is read, in bytes: many times a long step. */
const LARGEST = 1024 * 1024;

/** Many editors empty a file and then write it: one that is empty while somebody works on it is looked at again after so many milliseconds. */
const SAVING = 40;

/** So many files are remembered. */
const REMEMBERED = 500;

/** Files as they were parsed last, where they are read again and again: a file whose text is as it was is not parsed again. */
export class ParsedFiles extends BoundedMap<string, YamlFile> {
  constructor() {
    super(REMEMBERED);
  }
}

/** What remembers files for the work that reads them: from there to here lie all rooms that read a file, which have nothing to do with it. */
const remembered = new AsyncLocalStorage<ParsedFiles>();

/** Runs something that reads files, and has them remembered: for programs that build after each change. */
export const rememberParsed = <T>(files: ParsedFiles, run: () => T): T => remembered.run(files, run);

/** Parses a text, or recalls it; nobody changes a document. */
function recall(source: SourceFile): YamlFile {
  const parsed = remembered.getStore();
  const known = parsed?.get(source.file);
  if (known?.source.text === source.text) return { ...known, diagnostics: [...known.diagnostics] };
  const fresh = parseYaml(source);
  parsed?.set(source.file, fresh);
  return fresh;
}

/**
 * Reads a YAML file.
 *
 * @param file absolute path
 * @returns the document, its text, and every problem found; a file that cannot be read has an empty text
 */
export async function readYaml(file: string): Promise<YamlFile> {
  const refuse = (code: DiagnosticCode, message: string, ...hints: string[]): YamlFile => ({
    source: sourceFile(file, ''),
    diagnostics: [error(code, message, { file, start: 0, end: 0 }, ...hints)],
  });
  let handle: FileHandle | undefined;
  try {
    // Opening a named pipe would otherwise wait for somebody to write into it, and not even a signal could end that.
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const status = await handle.stat();
    if (status.isDirectory()) return refuse('not-a-file', 'expected a file, found a folder', 'rename or move the folder');
    if (!status.isFile()) return refuse('not-a-file', 'expected a file, found something else', 'only ordinary files are read');
    if (status.size > LARGEST) {
      const size = (status.size / LARGEST).toFixed(1);
      return refuse('too-large', `expected at most 1 MB of YAML, found ${size} MB`, 'divide it into several steps or pages');
    }
    let bytes = await handle.readFile();
    if (bytes.length === 0 && remembered.getStore()) {
      await setTimeout(SAVING);
      bytes = await readFile(file);
    }
    const { source, diagnostics } = decode(file, bytes);
    return diagnostics.length > 0 ? { source, diagnostics } : recall(source);
  } catch (thrown) {
    return refuse('unreadable', `expected a file that can be read, found ${reason(thrown)}`, 'check its name and its permissions');
  } finally {
    await handle?.close();
  }
}

/**
 * Parses the text of a YAML file.
 *
 * @param source the text, decoded
 */
export function parseYaml(source: SourceFile): YamlFile {
  const { file, text } = source;
  const tokens = tokensOf(text);
  const { tooDeep, aliases } = tokens ? shapeOf(tokens) : { tooDeep: 0, aliases: false };
  if (!tokens || tooDeep !== undefined) {
    const slips = slipsBehindDepth(source);
    if (slips.length > 0) return { source, diagnostics: slips };
    const message = 'expected a few levels of maps and lists, found far too many';
    return { source, diagnostics: [error('too-deep', message, within(source, tooDeep ?? 0, (tooDeep ?? 0) + 1), 'write the part out more simply')] };
  }
  const [document, second] = compose(tokens, text);
  const diagnostics = document ? allFaults(document, source) : [];
  if (second && !diagnostics.some(({ code }) => code === 'tab')) {
    const [start] = second.range;
    diagnostics.push(
      error(
        'several-documents',
        'expected one document in a file, found "---" or "..." and another',
        within(source, start, start + 3),
        'make the second part a file of its own',
      ),
    );
  }
  if (diagnostics.length > 0) return { source, diagnostics };
  if (!document || document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    const message = 'expected a map of keys and values, found an empty file';
    return { source, diagnostics: [error('empty', message, { file, start: 0, end: 0 }, 'write its keys, or delete the file')] };
  }
  const inside = [...slippedKeys(document, source), ...checkKeys(document, file), ...(aliases ? checkAliases(document, file) : [])];
  return inside.length > 0 ? { source, diagnostics: inside } : { document, source, diagnostics: [] };
}

/**
 * The plain value of a document, its texts composed (NFC): the nodes of the document keep them as they are written.
 *
 * @param document one that `readYaml` gave: its aliases are counted, so all of them may be expanded
 */
export const plainValue = (document: Document): unknown => composed(document.toJS({ maxAliasCount: -1 }));

/** The reason of a system error in plain words. */
function reason(thrown: unknown): string {
  const code = (thrown as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'none';
  if (code === 'EACCES' || code === 'EPERM') return 'one that may not be read';
  if (code === 'ELOOP') return 'a link that leads to itself';
  if (code === 'ENOTDIR') return 'a file where a folder of its path should be';
  return `an error of the system (${code ?? String(thrown)})`;
}
