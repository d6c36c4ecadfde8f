/** Lists the components that a template may define, and merges templates that extend each other. */
import { type LeafKind, leafSchemas } from '../content/blocks/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { Template } from '../kit/template.ts';

/** The components that a template defines: any of them, and for any of the blocks. */
export type PartialTemplate = Partial<Omit<Template, 'blocks'>> & { blocks?: Partial<Template['blocks']> };

/** The file that may define any components, whatever the names of their files. */
export const COMPONENTS_FILE = 'template.tsx';

/** Every component except those of blocks, with its description; the compiler checks that none is missing. */
const COMPONENTS: Record<keyof Omit<Template, 'blocks'>, string> = {
  Cover: 'the first page',
  Contents: 'the table of contents',
  StepOpener: 'the page that opens a step',
  PageOpener: 'the head of a page before or after the steps',
  WorksheetHead: 'the head of a worksheet',
  Notes: 'what the counselor reads beside a page',
  PageFrame: 'the line at the foot of each page',
  Closing: 'whose copy it is, at the end of the book',
  Compared: 'filled copies beside each other',
  Motif: 'the drawing that grows with the book',
};

/** What a template may do without: no book has it. */
const OPTIONAL: ReadonlySet<string> = new Set<keyof Template>(['Compared']);

/** A description of each component, in one line. */
export const COMPONENT_ABOUT: Readonly<Record<string, string>> = COMPONENTS;

/** The kinds of block that a template sets. */
export const LEAF_KINDS = Object.keys(leafSchemas) as LeafKind[];

/** The names of the components, `blocks` among them. */
export const COMPONENT_NAMES: readonly string[] = [...Object.keys(COMPONENTS), 'blocks'];

/**
 * Merges templates, component by component; later ones win.
 *
 * @param templates from the one that extends none to the one that was requested
 * @param file the theme.yaml of the one that was requested, for diagnostics
 * @returns a whole template, or diagnostics for the components that none of them defines
 */
export const mergeTemplates = (templates: readonly PartialTemplate[], file: string | undefined): { template?: Template; diagnostics: Diagnostic[] } => {
  const merged: PartialTemplate = { ...Object.assign({}, ...templates), blocks: Object.assign({}, ...templates.map(({ blocks }) => blocks)) };
  const missing = [
    ...Object.keys(COMPONENTS).filter((name) => !(name in merged) && !OPTIONAL.has(name)),
    ...LEAF_KINDS.filter((kind) => !(kind in (merged.blocks ?? {}))).map((kind) => `blocks.${kind}`),
  ];
  if (missing.length === 0) return { template: merged as Template, diagnostics: [] };
  const at = file ? { file, start: 0, end: 0 } : undefined;
  const message = `expected every component in a template that extends no other, found none for ${missing.join(', ')}`;
  return { diagnostics: [error('missing-component', message, at, 'add "extends: calm" to its theme.yaml, and give only what changes')] };
};
