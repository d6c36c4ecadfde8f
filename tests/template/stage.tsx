/** Renders components of a template into react-pdf's tree, without laying it out, to see what they say of themselves. */
import { Document, Page, pdf } from '@react-pdf/renderer';
import { createElement, type ComponentType, type ReactNode } from 'react';
import type { BlockOf, LeafBlock, LeafKind } from '../../src/content/blocks/index.ts';
import { SettingContext, type Setting } from '../../src/kit/context.ts';
import type { Marks } from '../../src/kit/marks.ts';
import type { BlockProps, Template } from '../../src/kit/template.ts';
import type { Theme } from '../../src/kit/theme.ts';
import { loadStrings } from '../../src/content/load-strings.ts';
import { loadTheme } from '../../src/theme/load.ts';
import calm from '../../templates/calm/template.tsx';
import { samplesOf } from './samples.ts';

/** A node of react-pdf's tree before it is laid out. */
export interface StagedNode {
  type: string;
  props?: { marks?: Marks };
  style?: Record<string, unknown> | Record<string, unknown>[];
  value?: string;
  children?: StagedNode[];
}

/** What components ask for: calm on Letter, in large print where asked for, English, one first rating, the help lines of a country. */
export const setting = async (paper: 'letter' | 'a4' = 'letter', largePrint = false): Promise<Setting & { theme: Theme }> => {
  const [{ theme, diagnostics }, { strings }] = await Promise.all([
    loadTheme('calm', { paper, cwd: '/', ...(largePrint ? { largePrint } : {}) }),
    loadStrings('en', '/'),
  ]);
  if (!theme || !strings) throw new Error(`calm does not load: ${JSON.stringify(diagnostics)}`);
  const [scale] = samplesOf('scale');
  return {
    theme,
    strings,
    motif: calm.Motif,
    scales: new Map([['step/trust', scale as BlockOf<'scale'>]]),
    helpLines: {
      country: 'Nowhere',
      collected: '1 January 2026',
      lines: [{ name: 'Line', for: 'anyone', phone: '1', text: 'Text to 1', web: 'https://example.org', hours: 'always', checked: '2026-01-01' }],
    },
  };
};

/** The nodes that an element becomes: the units of a flow. */
export const stage = (element: ReactNode, value: Setting): StagedNode[] => {
  const tree = createElement(SettingContext.Provider, { value }, createElement(Document, null, createElement(Page, null, element)));
  const { container } = pdf(tree as unknown as Parameters<typeof pdf>[0]) as unknown as { container: { document: StagedNode } };
  return container.document.children?.[0]?.children ?? [];
};

/** The units of a block, its name being `step_id`. */
export const stageBlock = (template: Template, block: LeafBlock, value: Setting): StagedNode[] => {
  const Component = template.blocks[block.kind] as ComponentType<BlockProps<LeafKind>>;
  return stage(createElement(Component, { block, name: 'id' in block ? `step_${block.id}` : '', level: 4 }), value);
};

export const marksOf = (node: StagedNode): Marks => node.props?.marks ?? {};

/** A node and all beneath it, parents first. */
export const all = (nodes: readonly StagedNode[]): StagedNode[] => nodes.flatMap((node) => [node, ...all(node.children ?? [])]);

/** What is printed, artifacts left out. */
export const wordsIn = (nodes: readonly StagedNode[]): string =>
  nodes
    .flatMap((node) => (marksOf(node).artifact ? [] : [node.value ?? wordsIn(node.children ?? [])]))
    .filter((words) => words !== '')
    .join(' ');
