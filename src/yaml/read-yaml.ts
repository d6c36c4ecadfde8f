/** Reads a YAML file with positions. Problems become diagnostics, never exceptions. */
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
import { syntaxErrors, compose, mistypedKeys, typosBehindDepth, tokensOf, within } from './syntax-errors.ts';
import { decode } from './decode.ts';
import { nestingOf } from './nesting-depth.ts';
import { checkKeys } from './check-keys.ts';
import { composed } from './unicode-normal-form.ts';

export interface YamlFile {
  /** Given when the file can be read as one document, with no error in it. */
  document?: Document;
  source: SourceFile;
  diagnostics: Diagnostic[];
}

/** The largest file that is read, in bytes: many times the size of a long step. */
const LARGEST = 1024 * 1024;

/** In milliseconds: many editors empty a file before they write it, so that an empty file is read again after this time when builds repeat. */
const RETRY_AFTER = 40;

/** How many parsed files are cached. */
const CACHED_FILES = 500;

/** A cache of parsed files for repeated builds: a file with unchanged text is not parsed again. */
export class ParsedFiles extends BoundedMap<string, YamlFile> {
  constructor() {
    super(CACHED_FILES);
  }
}

/** The cache for the running build. It is kept in the asynchronous context, so that the code in between need not pass it on. */
const cache = new AsyncLocalStorage<ParsedFiles>();

/** Runs a function with a cache of parsed files: for programs that build after each change. */
export const rememberParsed = <T>(files: ParsedFiles, run: () => T): T => cache.run(files, run);

/** A cache: documents are never changed. */
const read = new WeakMap<Document, Map<string, unknown>>();

/**
 * Reads something from a document once, however often it is built from.
 *
 * @param reading tells it from all else that is read from the document: whatever it depends on beside that
 * @param make reads it; what it returns is never changed
 */
export const readOnce = <T>(document: Document, reading: string, make: () => T): T => {
  const known = read.get(document) ?? new Map<string, unknown>();
  read.set(document, known);
  if (!known.has(reading)) known.set(reading, make());
  return known.get(reading) as T;
};

/** Parses a text, or takes it from the cache; documents are never changed. */
function parseCached(source: SourceFile): YamlFile {
  const parsed = cache.getStore();
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
    // Without O_NONBLOCK, opening a named pipe would block until somebody writes into it, and no signal could end that.
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const status = await handle.stat();
    if (status.isDirectory()) return refuse('not-a-file', 'expected a file, found a folder', 'rename or move the folder');
    if (!status.isFile()) return refuse('not-a-file', 'expected a file, found something else', 'only ordinary files are read');
    if (status.size > LARGEST) {
      const size = (status.size / LARGEST).toFixed(1);
      return refuse('too-large', `expected at most 1 MB of YAML, found ${size} MB`, 'divide it into several steps or pages');
    }
    let bytes = await handle.readFile();
    if (bytes.length === 0 && cache.getStore()) {
      await setTimeout(RETRY_AFTER);
      bytes = await readFile(file);
    }
    const { source, diagnostics } = decode(file, bytes);
    return diagnostics.length > 0 ? { source, diagnostics } : parseCached(source);
  } catch (thrown) {
    return refuse('unreadable', `expected a file that can be read, found ${readReason(thrown)}`, 'check its name and its permissions');
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
  const { tooDeep, aliases } = tokens ? nestingOf(tokens) : { tooDeep: 0, aliases: false };
  if (!tokens || tooDeep !== undefined) {
    const typos = typosBehindDepth(source);
    if (typos.length > 0) return { source, diagnostics: typos };
    const message = 'expected a few levels of maps and lists, found far too many';
    return { source, diagnostics: [error('too-deep', message, within(source, tooDeep ?? 0, (tooDeep ?? 0) + 1), 'write the part out more simply')] };
  }
  const [document, second] = compose(tokens, text);
  const diagnostics = document ? syntaxErrors(document, source) : [];
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
  const inside = [...mistypedKeys(document, source), ...checkKeys(document, file), ...(aliases ? checkAliases(document, file) : [])];
  return inside.length > 0 ? { source, diagnostics: inside } : { document, source, diagnostics: [] };
}

/**
 * The plain value of a document, with its texts in NFC; the nodes of the document keep the original texts.
 *
 * @param document as `readYaml` returns it: its aliases were checked, so that all of them may be expanded
 */
export const plainValue = (document: Document): unknown => composed(document.toJS({ maxAliasCount: -1 }));

/** The cause of a system error in plain words. */
export function readReason(thrown: unknown): string {
  const code = (thrown as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'none';
  if (code === 'EACCES' || code === 'EPERM') return 'one that may not be read';
  if (code === 'ELOOP') return 'a link that leads to itself';
  if (code === 'ENOTDIR') return 'a file where a folder of its path should be';
  return `an error of the system (${code ?? String(thrown)})`;
}
