/** Finds spaces to write in that are too small for what is expected there, on every paper and in large print. */
import type { Block, BlockKind } from '../content/blocks/index.ts';
import type { Expects } from '../content/expects.ts';
import type { Workbook } from '../content/workbook.ts';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import { NEEDED } from '../kit/field-capacity.ts';
import type { Template } from '../kit/template.ts';
import type { FieldSpace } from '../layout/field-spaces.tsx';
import type { Format } from '../options/option-values.ts';
import type { Room } from '../pdf/field-room.ts';
import { loadTheme } from '../theme/load.ts';
import type { LoadedInputs } from './load.ts';
import { facesOf } from './make-pdf.ts';

/** What differs in the width of spaces. */
const FORMATS: readonly (Format & { called: string })[] = [
  { paper: 'letter', called: 'Letter' },
  { paper: 'a4', called: 'A4' },
  { paper: 'a5', called: 'A5' },
  { paper: 'letter', largePrint: true, called: 'Letter in large print' },
  { paper: 'a4', largePrint: true, called: 'A4 in large print' },
];

const SAID: Readonly<Record<Expects, string>> = {
  number: 'a number',
  date: 'a date',
  name: 'a name',
  'few-words': 'a few words',
  sentence: 'a sentence',
  story: 'a story',
};

/** The kinds of block that say, themselves or in their columns, what is written into them. */
const SAYING: ReadonlySet<BlockKind> = new Set(['question', 'complete', 'table', 'log']);

/** The kind of the block that was written at a place. */
const kindAt = ({ sections }: Workbook): ((at: Location) => BlockKind | undefined) => {
  const key = ({ file, start }: Location): string => `${file} ${start}`;
  const within = (block: Block): Block[] => (block.kind === 'worksheet' ? [block, ...block.blocks] : [block]);
  const kinds = new Map(sections.flatMap(({ blocks }) => blocks.flatMap(within)).map(({ at, kind }) => [key(at), kind]));
  return (at) => kinds.get(key(at));
};

/** A space that is too small. */
interface Small extends Room {
  space: FieldSpace;
  format: string;
}

const isSmall = ({ typed, written }: Room, expects: Expects): boolean => typed < NEEDED[expects].typed || written < NEEDED[expects].written;

/** How far a space is from what it has to hold: the smaller, the worse. */
const share = ({ space: { mark }, typed, written }: Small): number => Math.min(typed / NEEDED[mark.expects].typed, written / NEEDED[mark.expects].written);

/**
 * Measures every space of a workbook in each format.
 *
 * @param workbook with the blocks of all its readers
 * @param asked the template, as it was asked for, and where paths begin
 * @returns a warning for each block with spaces that are too small: the worst of them, and on which papers
 */
export const checkSpaces = async (
  workbook: Workbook,
  template: Template,
  { strings }: Pick<NonNullable<LoadedInputs['found']>, 'strings'>,
  asked: { template: string; cwd: string },
): Promise<Diagnostic[]> => {
  const [{ fieldSpaces }, { registerFaces }, { roomOf }] = await Promise.all([
    import('../layout/field-spaces.tsx'),
    import('../layout/lay-out.ts'),
    import('../pdf/field-room.ts'),
  ]);
  const small: Small[] = [];
  for (const { called, ...format } of FORMATS) {
    const { theme, fonts } = await loadTheme(asked.template, { ...format, cwd: asked.cwd });
    if (!theme || !fonts) continue;
    await registerFaces(facesOf(theme, fonts));
    const letter = theme.fonts.metrics.field.prose;
    for (const space of await fieldSpaces({ workbook, template, setting: { theme, strings } })) {
      const room = roomOf(space, theme.ruling.leading, letter);
      if (isSmall(room, space.mark.expects)) small.push({ ...room, space, format: called });
    }
  }
  const blocks = new Map<string, Small[]>();
  for (const one of small) {
    const { at } = one.space;
    const place = `${at.file} ${at.start}`;
    blocks.set(place, [...(blocks.get(place) ?? []), one]);
  }
  const kindOf = kindAt(workbook);
  return [...blocks.values()].map((all) => {
    const worst = all.reduce((one, other) => (share(other) < share(one) ? other : one));
    const { mark, at } = worst.space;
    const { typed, written } = NEEDED[mark.expects];
    const papers = [...new Set(all.map(({ format }) => format))].join(', ');
    return warning(
      'space-too-small',
      `expected room for ${SAID[mark.expects]} (${typed} characters typed, ${written} by hand), found room for ${worst.typed} typed and ${worst.written} by hand in “${mark.label}” on ${papers}`,
      at,
      'give it more lines or a greater width, or ask for less in its row',
      ...(SAYING.has(kindOf(at) ?? 'text') ? ['say what is written there if it is less, such as "expects: few-words"'] : []),
    );
  });
};
