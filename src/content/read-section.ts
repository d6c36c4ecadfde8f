/** Reads the file of a step or page: its head and its blocks. */
import { isMap } from 'yaml';
import * as z from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { locate, type Part, plainValue, position, readOnce, readYaml, type YamlFile, validate } from '../yaml/index.ts';
import { keepBlocks } from './audience.ts';
import { type BlockEntry, readBlocks } from './read-blocks.ts';
import { type Section, sectionHead } from './workbook.ts';

/** A section that was read, valid or not. */
export interface ReadSection {
  id: string;
  file: YamlFile;
  /** Given when its head is valid. */
  section?: Section;
  entries: BlockEntry[];
  diagnostics: Diagnostic[];
}

const shell = sectionHead.extend({ blocks: z.array(z.unknown()).min(1) });

/**
 * Reads a step or a page.
 *
 * @param path absolute path of its file
 * @param id the name it is listed under
 * @param part the part of the workbook that it belongs to, and the number of a step
 */
export async function readSection(path: string, id: string, part: Pick<Section, 'part' | 'number'>): Promise<ReadSection> {
  const file = await readYaml(path);
  const { document, source, diagnostics } = file;
  if (!document) return { id, file, entries: [], diagnostics };
  return readOnce(document, `section ${JSON.stringify([id, part])}`, () => readDocument(file, { document, source }, id, part));
}

function readDocument(file: YamlFile, { document, source }: Part, id: string, part: Pick<Section, 'part' | 'number'>): ReadSection {
  const read: ReadSection = { id, file, entries: [], diagnostics: [...file.diagnostics] };
  const value: unknown = plainValue(document);
  const head = validate(shell, { document, source }, value);
  read.diagnostics.push(...head.diagnostics);
  const values = isMap(document.contents) ? (value as { blocks?: unknown }).blocks : undefined;
  if (!Array.isArray(values)) return read;

  const list = readBlocks({ document, source, path: ['blocks'] }, values);
  read.entries = list.entries;
  read.diagnostics.push(...list.diagnostics, ...duplicates(list.entries, { document, source }));
  if (list.diagnostics.length === 0 && list.blocks.length > 0 && keepBlocks(list.blocks, () => true).length === 0) {
    const at = { file: source.file, ...locate(document, ['blocks']) };
    read.diagnostics.push(
      error('no-content', 'expected something to read or to write in, found page breaks alone', at, 'add a block, or leave the file out of workbook.yaml'),
    );
  }
  if (head.value) {
    const at = { file: source.file, ...locate(document, ['title']) };
    read.section = { ...head.value, ...part, id, blocks: list.blocks, at };
  }
  return read;
}

/** Errors for ids that occur twice in a section, also in different worksheets, since fields are named `section_block`. */
function duplicates(entries: readonly BlockEntry[], { document, source }: Part): Diagnostic[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ id, path }) => {
    if (id === undefined) return [];
    const at = { file: source.file, ...locate(document, [...path, 'id']) };
    const { line } = position(source, at.start);
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, line);
      return [];
    }
    const way =
      before === line
        ? 'an alias repeats its whole block: write "<<: *name" in a new block, with an id of its own'
        : `it names the block at line ${before}; give this one another`;
    return [error('duplicate-id', `expected an id of its own in this file, found "${id}" again`, at, way)];
  });
}
