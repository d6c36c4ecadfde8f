/** Plans the copy of a component, with the files that it imports, from a template into one that extends it. */
import { isWithin, pathFrom } from '../system/paths.ts';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { bundle } from './bundle.ts';
import { readChain } from '../theme/extends-chain.ts';
import { templateModules } from './components.ts';
import { type ComponentSource, componentSourceIn, type SourceOptions } from './component-source.ts';
import type { ComponentPlace } from './component-places.ts';

/** A file to write. */
export interface Copy {
  /** Path from the folder of the template, with forward slashes. */
  file: string;
  text: string;
}

export interface Ejection {
  /** Given when there is no error: the files to write, the component's own first. */
  copies?: Copy[];
  /** Files that exist already with the same content. */
  same: string[];
  /** The template that the component comes from. */
  from?: string;
  diagnostics: Diagnostic[];
  sources: SourceFile[];
}

/**
 * Finds which files ejecting a component would write. Writes nothing; an existing file with other content is an error.
 *
 * @param into absolute path of a template's folder
 */
export async function planEjection(place: ComponentPlace, into: string, options: SourceOptions): Promise<Ejection> {
  const { links, diagnostics } = await readChain(into, { ...options, cwd: into });
  const sources = links.map(({ source }) => source);
  const stop = (...more: readonly Diagnostic[]): Ejection => ({ same: [], diagnostics: [...diagnostics, ...more], sources });
  if (diagnostics.length > 0) return stop();
  const own = await componentSourceIn(into, place, options);
  if (own.diagnostics.some(({ code }) => code === 'untrusted-template')) return stop(...own.diagnostics);
  if (own.source) {
    const at = { file: path.join(into, own.source.file), start: 0, end: 0 };
    return stop(
      error(
        'already-ejected',
        `expected a template without a ${place.name} of its own, found one in ${own.source.file}`,
        at,
        `change that one; to begin again from the original, move it away first`,
      ),
    );
  }
  for (const { folder } of links.slice(0, -1).toReversed()) {
    const found = await componentSourceIn(folder, place, options);
    sources.push(...found.sources);
    if (found.diagnostics.length > 0) return stop(...found.diagnostics);
    if (found.source) return copy(found.source, place, into, stop);
  }
  const at = { file: path.join(into, 'theme.yaml'), start: 0, end: 0 };
  return stop(
    error('nothing-to-eject', `expected a template that extends one with a ${place.name}, found none`, at, 'write "extends: calm" into its theme.yaml'),
  );
}

async function copy(source: ComponentSource, place: ComponentPlace, into: string, stop: (...more: readonly Diagnostic[]) => Ejection): Promise<Ejection> {
  const { modules } = await templateModules();
  const { sources, diagnostics } = await bundle(source.folder, [source.file], modules);
  if (diagnostics.some(({ severity }) => severity === 'error')) return { ...stop(...diagnostics), sources };
  const inside = (file: string): string => pathFrom(source.folder, file);
  const outside = sources.find(({ file }) => !isWithin(source.folder, file));
  if (outside) {
    return stop(
      error(
        'not-ejectable',
        `expected a component whose files lie in the folder of its template, found that it imports ${outside.file}`,
        { file: path.join(source.folder, source.file), start: 0, end: 0 },
        'copy it by hand, with what it imports',
      ),
    );
  }
  const wanted = sources.map(({ file, text }): Copy => ({ file: inside(file), text }));
  // For a component in another file, the usual file is written, too, and re-exports it.
  if (source.file !== place.file || source.exported !== place.exported) {
    const up = place.file.includes('/') ? '../' : './';
    wanted.push({
      file: place.file,
      text: `export { ${source.exported}${source.exported === place.exported ? '' : ` as ${place.exported}`} } from '${up}${source.file}';\n`,
    });
  }
  const own = wanted.find(({ file }) => file === place.file);
  const ordered = own ? [own, ...wanted.filter((one) => one !== own)] : wanted;
  const there = await Promise.all(ordered.map(({ file }) => readFile(path.join(into, file), 'utf8').catch(() => undefined)));
  const differing = ordered.filter(({ text }, index) => there[index] !== undefined && there[index] !== text);
  const at = (file: string) => ({ file: path.join(into, file), start: 0, end: 0 });
  if (own && differing.includes(own)) {
    return stop(
      error('file-there', `expected no ${place.file} yet, found one that gives no ${place.exported}`, at(place.file), 'rename it, and eject once more'),
    );
  }
  return {
    copies: ordered.filter((_, index) => there[index] === undefined),
    same: ordered.filter(({ text }, index) => there[index] === text).map(({ file }) => file),
    from: source.folder,
    diagnostics: differing.map(({ file }) =>
      warning(
        'file-kept',
        `expected ${file} as it is in ${path.basename(source.folder)}, found one that differs: yours is kept, and ${place.name} is made of it`,
        at(file),
        'if that is not what you want, rename yours and eject once more',
      ),
    ),
    sources,
  };
}
