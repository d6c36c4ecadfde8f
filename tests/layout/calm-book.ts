/** Books in the template calm, on any paper. */
import { fileURLToPath } from 'node:url';
import type { BlockOf, LeafBlock } from '../../src/content/blocks/index.ts';
import { selectEdition } from '../../src/content/edition.ts';
import { loadWorkbook } from '../../src/content/load.ts';
import { loadStrings } from '../../src/content/load-strings.ts';
import type { Workbook } from '../../src/content/workbook.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Theme } from '../../src/kit/theme.ts';
import { type Book, makeBook } from '../../src/layout/book.tsx';
import { registerFaces } from '../../src/layout/lay-out.ts';
import { type LaidOutNode, marksOf } from '../../src/layout/laid-out-node.ts';
import { loadTheme } from '../../src/theme/load.ts';
import type { Format } from '../../src/options/option-values.ts';
import calm from '../../templates/calm/template.tsx';
import { section, workbookOf, worksheet } from '../fixtures/plain/workbook.ts';
import { KINDS, samplesOf } from '../template/samples.ts';

const ring = fileURLToPath(new URL('../fixtures/plain/ring.png', import.meta.url));

/** A workbook with every kind of block, each in a section of its own. */
export const everyKind = (): Workbook => {
  const blocksOf = (kind: (typeof KINDS)[number]): LeafBlock[] => samplesOf(kind).map((block) => (block.kind === 'image' ? { ...block, image: ring } : block));
  const step = section('step', 'A step with a title that may well take two lines', [worksheet('Sheet', samplesOf('scale'))]);
  return workbookOf([step, ...KINDS.map((kind) => section(`kind-${kind}`, `Kind ${kind}`, [worksheet(`Sheet of ${kind}`, blocksOf(kind))], 'closing'))]);
};

/** The shipped workbook, in the edition for both. */
export const shipped = async (language: 'en' | 'es'): Promise<Workbook> => {
  const { workbook } = await loadWorkbook(fileURLToPath(new URL('../../content/rebuilding-trust', import.meta.url)), language);
  const { workbook: edition } = selectEdition(workbook as Workbook, { role: 'both', relationship: 'other', counselor: false });
  return edition as Workbook;
};

export interface Made {
  /** Missing where a block cannot be placed. */
  book?: Book;
  diagnostics: Diagnostic[];
  theme: Theme;
}

/** Lays a workbook out as a build does; another theme uses the components of calm too. */
export const calmBook = async (
  workbook: Workbook,
  format: Format,
  { look = 'calm', ...options }: { pagesMultipleOf?: number; shorten?: boolean; look?: string; preparedFor?: string } = {},
): Promise<Made> => {
  const [{ theme, fonts, diagnostics }, { strings }] = await Promise.all([
    loadTheme(look, { ...format, cwd: '/' }),
    loadStrings(workbook.language === 'es' ? 'es' : 'en', '/'),
  ]);
  if (!theme || !fonts || !strings) throw new Error(`${look} does not load: ${JSON.stringify(diagnostics)}`);
  await registerFaces([
    { family: theme.fonts.text, weight: 400, file: fonts.text.regular },
    { family: theme.fonts.text, weight: 700, file: fonts.text.bold },
    { family: theme.fonts.title, weight: 600, file: fonts.title },
    { family: theme.fonts.note, weight: 400, file: fonts.note },
    { family: theme.fonts.note, weight: 700, file: fonts.text.bold },
  ]);
  const [trust] = samplesOf('scale');
  const helpLines = {
    country: 'Nowhere',
    collected: '1 January 2026',
    lines: [{ name: 'Line', for: 'anyone', phone: '1', text: 'Text to 1', web: 'https://example.org', hours: 'always', checked: '2026-01-01' }],
  };
  const setting = { theme, strings, scales: new Map([['step/trust', trust as BlockOf<'scale'>]]), helpLines };
  const made = await makeBook({ workbook, template: calm, setting, mirrored: (format.binding ?? 'none') !== 'none', ...options });
  return { ...made, theme };
};

export interface OnPage {
  node: LaidOutNode;
  /** From 0. */
  page: number;
  left: number;
  top: number;
}

/** Every node in the text areas of a book at its place on its page, parents first; the cover and the frames are left out. */
export const nodesOf = (book: Book): OnPage[] => {
  const found: OnPage[] = [];
  const look = (node: LaidOutNode, page: number, left: number, top: number): void => {
    found.push({ node, page, left, top });
    if (node.type === 'VIEW') for (const child of node.children ?? []) look(child, page, left + child.box.left, top + child.box.top);
  };
  book.pages.slice(1).forEach(({ placed }, index) => {
    for (const { node, left, top } of placed) look(node, index + 1, left, top);
  });
  return found;
};

/** The fields of a book. */
export const fieldsOf = (book: Book) =>
  nodesOf(book).flatMap((each) => {
    const { field, rules } = marksOf(each.node);
    return field ? [{ ...each, field, rules }] : [];
  });

interface Run {
  xAdvance?: number;
  glyphs?: { codePoints: number[] }[];
  positions?: { xAdvance: number }[];
}

/** The lines of a text: their words, and how wide they are without the space at their end, in points. */
export const linesOf = (node: LaidOutNode): { words: string; width: number }[] =>
  ((node.lines ?? []) as { runs: Run[] }[]).map(({ runs }) => {
    const letters = runs.flatMap(({ glyphs = [], positions = [] }) =>
      glyphs.map(({ codePoints }, index) => ({ letter: String.fromCodePoint(...codePoints), width: positions[index]?.xAdvance ?? 0 })),
    );
    while (letters.at(-1)?.letter.trim() === '') letters.pop();
    return { words: letters.map(({ letter }) => letter).join(''), width: letters.reduce((sum, { width }) => sum + width, 0) };
  });
