/** Loads a workbook from the files of its folder, with every problem of every file. */
import { TIME_VARIABLE } from './whole-time.ts';
import path from 'node:path';
import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { plainValue, readYaml, validate, type YamlFile } from '../yaml/index.ts';
import { checkCutTexts } from './checks/cut-texts.ts';
import { checkCompare } from './checks/compared-scales.ts';
import { checkImages } from './checks/images.ts';
import { checkLanguage } from './checks/language.ts';
import { checkLinks } from './checks/links.ts';
import { checkParagraphs } from './checks/paragraphs.ts';
import { targetsOf } from './checks/link-targets.ts';
import { checkVariables } from './checks/undeclared-variables.ts';
import { checkFolder } from './workbook-folder.ts';
import { listSections } from './listing.ts';
import { checkNeeds } from './needed-parts.ts';
import { type ReadSection, readSection } from './read-section.ts';
import { type Workbook, workbookFile } from './workbook.ts';

export interface LoadedWorkbook {
  /** Given when there is no error. */
  workbook?: Workbook;
  diagnostics: Diagnostic[];
  /** Every file that was read, for code frames. */
  sources: SourceFile[];
  /** The same files with their documents, for checks that need the fonts. */
  files: YamlFile[];
  /** Its `workbook.yaml`; without a value when that is invalid. */
  head?: { file: YamlFile; value?: z.output<typeof workbookFile> };
  /** Every step and page that was read, valid or not. */
  read: ReadSection[];
}

/**
 * Loads a workbook in one language.
 *
 * @param folder the workbook's folder, which holds `<language>/workbook.yaml`, `<language>/steps/` and `<language>/pages/`
 * @param language the name of a folder in it, such as `en`
 * @param given values of variables that replace the workbook's own
 */
export async function loadWorkbook(folder: string, language: string, given: Readonly<Record<string, string>> = {}): Promise<LoadedWorkbook> {
  const root = path.resolve(folder);
  const missing = await checkFolder(root, language);
  if (missing.length > 0) return { diagnostics: missing, sources: [], files: [], read: [] };

  const home = path.join(root, language);
  const head = await readYaml(path.join(home, 'workbook.yaml'));
  const value: unknown = head.document && plainValue(head.document);
  const checked = head.document ? validate(workbookFile, { document: head.document, source: head.source }, value) : { diagnostics: [] };
  const { ids, listed, diagnostics: order } = await listSections(home, head);
  const read = await Promise.all(listed.map(({ id, file, part, number }) => readSection(file, id, number === undefined ? { part } : { part, number })));

  const diagnostics = [
    ...head.diagnostics,
    ...checked.diagnostics,
    ...checkLanguage(head, language),
    ...order,
    ...read.flatMap((section) => section.diagnostics),
  ];
  const declared = { ...(isRecord(value) && isRecord(value.variables) ? value.variables : {}), ...given };
  const variables = { ...checked.value?.variables, ...given };
  const targets = targetsOf(ids, read);
  const files = [head, ...read.map((section) => section.file)];
  for (const file of files)
    diagnostics.push(...checkParagraphs(file), ...checkCutTexts(file), ...checkVariables(file, [...Object.keys(declared), TIME_VARIABLE]));
  for (const section of read) {
    diagnostics.push(...checkCompare(section, targets), ...checkLinks(section, targets, variables));
  }
  diagnostics.push(...(await Promise.all(read.map((section) => checkImages(section, home)))).flat());
  // Where a file cannot be read, its parts are not known.
  if (read.every(({ section }) => section)) diagnostics.push(...checkNeeds(read.flatMap(({ section }) => (section ? [section] : []))));
  const all = {
    diagnostics,
    sources: files.map(({ source }) => source),
    files,
    read,
    head: { file: head, ...(checked.value ? { value: checked.value } : {}) },
  };
  if (diagnostics.some(({ severity }) => severity === 'error') || !checked.value) return all;
  const { counselor: _, opening: __, steps: ___, closing: ____, ...about } = checked.value;
  const sections = read.flatMap(({ section }) => (section ? [section] : []));
  return { workbook: { ...about, variables, name: path.basename(root), folder: home, stepCount: checked.value.steps.length, sections }, ...all };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
