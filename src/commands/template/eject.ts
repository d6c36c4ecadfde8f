/** `mendbook template eject`: copies a component into a template, to be changed. */
import { shellWord } from '../../system/shell-quote.ts';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { error } from '../../diagnostics/make.ts';
import { shownPath } from '../../diagnostics/shown-path.ts';
import { writeWhole } from '../../output/write-file.ts';
import { LinkInFolder, refuseLinks } from '../../output/symbolic-links.ts';
import { aboutOf } from '../../template/descriptions.ts';
import { loadComponents } from '../../template/components.ts';
import { TemplateNotes } from '../../template/build-notes.ts';
import { planEjection } from '../../template/eject.ts';
import { findTemplate, isShipped, shippedTemplates, templatesIn, THEME_FILE } from '../../theme/find-template.ts';
import { type ComponentPlace, hasCode, PLACES } from '../../template/component-places.ts';
import { editorFiles, tsconfig } from '../../template/new-template.ts';
import { recordedTrust } from '../../trust/trust.ts';
import { nearest } from '../../yaml/index.ts';
import { writeFailure } from '../../output/check-target.ts';
import { rememberOwn } from './remember-own.ts';
import { linkFault } from './trust-words.ts';
import { say, type Streams, tell } from '../streams.ts';
import { OWN_TEMPLATES } from '../../api/templates.ts';

export interface EjectOptions extends Streams {
  /** As in `PLACES`; left out, the components are listed. */
  component?: string;
  /** The template's folder; left out, the working folder or the one template in its `templates/`. */
  into?: string;
}

/**
 * Copies a component into a template, where it replaces the original. Existing files are never overwritten.
 *
 * @returns the exit code: 0 done, 1 the template has errors or cannot be written, 2 wrong usage
 */
export async function eject({ component, into, ...streams }: EjectOptions): Promise<number> {
  const { cwd, stderr } = streams;
  if (component === undefined) return listed(streams);
  const refuse = async (code: number, ...diagnostics: Diagnostic[]): Promise<number> => {
    await tell(diagnostics, [], streams);
    return code;
  };
  const place = placeOf(component);
  if (!place) {
    const names = PLACES.map(({ name }) => name);
    const near = nearest(component, names);
    return refuse(
      2,
      error(
        'unknown-component',
        `expected the name of a component, found "${component}"`,
        undefined,
        near ? `did you mean "${near}"?` : 'mendbook template eject lists them',
      ),
    );
  }
  const { folder, problem } = await target(into, cwd);
  if (!folder) return refuse(2, ...problem);
  const plan = await planEjection(place, folder, { cwd, trust: recordedTrust() });
  const { copies } = plan;
  await tell(plan.diagnostics, plan.sources, streams);
  if (!copies) return 1;
  // Code that lay there before is somebody’s, and what is taken from the shipped templates may be made of it.
  const own = !(await hasCode(folder));
  const shown = (file: string) => shownPath(path.join(folder, file), cwd);
  try {
    await refuseLinks(
      folder,
      [...copies, tsconfig(), ...(await editorFiles())].map(({ file }) => file),
    );
    for (const { file, text } of copies) await writeWhole(path.join(folder, file), Buffer.from(text));
    await refreshEditorFiles(folder);
  } catch (thrown) {
    if (thrown instanceof LinkInFolder) return refuse(1, linkFault(thrown));
    return refuse(1, writeFailure(folder, thrown as NodeJS.ErrnoException));
  }
  if (own) await rememberOwn(folder, streams);
  say(streams, `${shown(place.file)} takes the place of the one in ${path.basename(plan.from ?? '')}`);
  const parts = copies.map(({ file }) => file).filter((file) => file !== place.file);
  if (parts.length > 0) say(streams, `  with what it is made of: ${parts.join(', ')}`);
  if (plan.same.length > 0) say(streams, `  there already: ${plan.same.join(', ')}`);
  say(streams, `  change it, and see: mendbook build --template ${shellWord(shownPath(folder, cwd))}`);
  const loaded = await loadComponents(folder, { cwd, notes: new TemplateNotes({ talk: stderr }), trust: recordedTrust() });
  const { sources } = loaded;
  // What was asked for is done, whether it may run or not.
  const diagnostics = loaded.diagnostics.map((one): Diagnostic => (one.code === 'untrusted-template' ? { ...one, severity: 'warning' } : one));
  await tell(diagnostics, sources, streams);
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** A component by its name, its kind of block, or the name of its file. */
const placeOf = (asked: string): ComponentPlace | undefined =>
  PLACES.find(({ name }) => name === asked) ??
  PLACES.find(
    ({ file, exported }) => file === asked || path.posix.basename(file, '.tsx') === asked.toLowerCase() || exported.toLowerCase() === asked.toLowerCase(),
  );

/** Lists the components on stdout, one a line. */
const listed = ({ stdout, stderr }: Streams): number => {
  const width = Math.max(...PLACES.map(({ name }) => name.length));
  const lines = (blocks: boolean) =>
    PLACES.filter(({ kind }) => (kind !== undefined) === blocks).map((place) => `${place.name.padEnd(width)}  ${aboutOf(place)}\n`);
  stdout.write([...lines(false), ...lines(true)].join(''));
  say({ stderr }, '', 'Eject one with: mendbook template eject <component> --into <folder>');
  return 0;
};

/** The template that the component is copied into. */
async function target(into: string | undefined, cwd: string): Promise<{ folder?: string; problem: Diagnostic[] }> {
  const shipped = shippedTemplates();
  const own = path.join(cwd, OWN_TEMPLATES);
  let asked = into;
  if (asked === undefined && (await stat(path.join(cwd, THEME_FILE)).catch(() => undefined))) asked = '.';
  if (asked === undefined) {
    const names = (await templatesIn(own)).filter((name) => !isShipped(path.join(own, name)));
    if (names.length === 1) asked = `${OWN_TEMPLATES}/${names[0]}`;
    else if (names.length > 1)
      return {
        problem: [
          error(
            'no-folder',
            `expected the folder of a template, found none given and ${names.length} in ${OWN_TEMPLATES}/`,
            undefined,
            `add --into ${shellWord(`${OWN_TEMPLATES}/${names[0]}`)}`,
          ),
        ],
      };
  }
  if (asked === undefined)
    return {
      problem: [
        error(
          'no-folder',
          'expected the folder of a template, found none given and none here',
          undefined,
          'make one: mendbook template new <name>; then add --into with its folder',
        ),
      ],
    };
  const folder = path.resolve(cwd, asked);
  if (isShipped(folder))
    return {
      problem: [
        error(
          'shipped-template',
          `expected a template of your own, found ${path.basename(folder)}, which is shipped with the program`,
          undefined,
          `make one: mendbook template new <name> --extends ${path.basename(folder)}`,
        ),
      ],
    };
  // The absolute path cannot be confused with the name of a shipped template.
  const found = await findTemplate(folder, { from: cwd, shipped });
  return { ...(found.folder ? { folder: found.folder } : {}), problem: found.diagnostics };
}

/** Writes the files that tell editors about the kit, if the template was made by hand or by another version of the program. */
async function refreshEditorFiles(folder: string): Promise<void> {
  const read = (file: string) => readFile(path.join(folder, file), 'utf8').catch(() => undefined);
  const config = tsconfig();
  if ((await read(config.file)) === undefined) await writeWhole(path.join(folder, config.file), Buffer.from(config.text));
  for (const { file, text } of await editorFiles()) if ((await read(file)) !== text) await writeWhole(path.join(folder, file), Buffer.from(text));
}
