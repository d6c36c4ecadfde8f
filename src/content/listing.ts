/** Compares the steps and pages that `workbook.yaml` lists with the files that exist, and puts them in order. */
import path from 'node:path';
import { isScalar, isSeq } from 'yaml';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { locate, nearest, nodeAt, position, type YamlFile } from '../yaml/index.ts';
import { yamlFilesIn } from './workbook-folder.ts';
import type { Section } from './workbook.ts';

/** A listed step or page whose file exists. */
export interface Listed {
  id: string;
  /** Absolute path of its file. */
  file: string;
  part: Section['part'];
  number?: number;
}

export interface Listing {
  /** All listed ids, with or without a file. */
  ids: string[];
  listed: Listed[];
  diagnostics: Diagnostic[];
}

const LISTS = [
  { key: 'counselor', part: 'counselor', folder: 'pages' },
  { key: 'opening', part: 'opening', folder: 'pages' },
  { key: 'steps', part: 'step', folder: 'steps' },
  { key: 'closing', part: 'closing', folder: 'pages' },
] as const;

/**
 * Puts the files of a workbook in order.
 *
 * @param folder absolute path of the language folder
 * @param head its `workbook.yaml`; the parsed document is used, so that an invalid key elsewhere does not hide errors here
 */
export async function listSections(folder: string, head: YamlFile): Promise<Listing> {
  const listed: Listed[] = [];
  const diagnostics: Diagnostic[] = [];
  const { document, source } = head;
  if (!document) return { ids: [], listed, diagnostics };
  const [steps, pages] = await Promise.all([yamlFilesIn(path.join(folder, 'steps')), yamlFilesIn(path.join(folder, 'pages'))]);
  diagnostics.push(...steps.diagnostics, ...pages.diagnostics);
  const files = { steps: steps.names, pages: pages.names };
  const seen = new Map<string, Location>();
  const absent: { id: string; kind: Kind; at: Location }[] = [];
  const free: Record<Kind, string[]> = { steps: [], pages: [] };

  for (const { key, part, folder: kind } of LISTS) {
    const node = nodeAt(document, [key]);
    const count = isSeq(node) ? node.items.length : 0;
    for (let index = 0; index < count; index++) {
      const item = nodeAt(document, [key, index]);
      if (!isScalar(item) || typeof item.value !== 'string') continue;
      const id = item.value;
      const at: Location = { file: source.file, ...locate(document, [key, index]) };
      const before = seen.get(id);
      if (before) {
        const { line } = position(source, before.start);
        diagnostics.push(
          error(
            'listed-twice',
            `expected each step and page once, found "${id}" again`,
            at,
            `it is listed at line ${line}; answers are kept under its name, so give a second one another`,
          ),
        );
        continue;
      }
      seen.set(id, at);
      const name = `${id}.yaml`;
      // A slash would lead out of the folder; the schema reports it.
      if (/[\\/]/.test(id)) continue;
      if (!files[kind].includes(name)) {
        absent.push({ id, kind, at });
        continue;
      }
      listed.push({ id, file: path.join(folder, kind, name), part, ...(part === 'step' ? { number: index + 1 } : {}) });
    }
  }
  for (const kind of ['steps', 'pages'] as const) {
    for (const name of files[kind]) {
      if (listed.some(({ file }) => file === path.join(folder, kind, name))) continue;
      free[kind].push(name);
      // A file in the wrong folder is reported where it is listed.
      if (!absent.some(({ id }) => `${id}.yaml` === name)) diagnostics.push(unlisted(folder, kind, name));
    }
  }
  diagnostics.push(...absent.map(({ id, kind, at }) => missing(id, kind, free, at)));
  return { ids: [...seen.keys()], listed, diagnostics };
}

type Kind = 'steps' | 'pages';

/** @param free the files that no list names */
function missing(id: string, kind: Kind, free: Record<Kind, string[]>, at: Location): Diagnostic {
  const elsewhere = kind === 'steps' ? 'pages' : 'steps';
  const near = nearest(
    id,
    free[kind].map((name) => name.replace(/\.ya?ml$/i, '')),
  );
  let hint = 'write the file, or take it off the list';
  if (free[elsewhere].includes(`${id}.yaml`))
    hint = `there is ${elsewhere}/${id}.yaml: move it to ${kind}/, or list it under ${LISTS.filter(({ folder }) => folder === elsewhere)
      .map(({ key }) => key)
      .join(' or ')}`;
  else if (near === id) hint = 'there is a file with another ending: let its name end in .yaml';
  else if (near) hint = `did you mean "${near}"?`;
  return error('file-missing', `expected the file ${kind}/${id}.yaml, found none`, at, hint);
}

function unlisted(folder: string, kind: Kind, name: string): Diagnostic {
  const at: Location = { file: path.join(folder, kind, name), start: 0, end: 0 };
  if (!name.endsWith('.yaml')) {
    return error('file-ending', `expected a name that ends in .yaml, found "${name}"`, at, `rename it to ${name.replace(/\.ya?ml$/i, '.yaml')}`);
  }
  const id = name.slice(0, -'.yaml'.length);
  const where = kind === 'steps' ? 'steps' : 'opening, closing or counselor';
  return error('file-not-listed', 'expected this file to be listed in workbook.yaml, found no entry', at, `add "${id}" under ${where}, or delete the file`);
}
