/** Makes the elements of each part of a book: endless pages whose children are later packed into pages. */
import { Page, View } from '@react-pdf/renderer';
import { createElement, type ComponentType, type ReactNode } from 'react';
import type { Block, BlockOf, LeafBlock, LeafKind, WorksheetBlock } from '../content/blocks/index.ts';
import { plain } from '../content/plain-text.ts';
import type { Section, Workbook } from '../content/workbook.ts';
import type { CounselorNotes } from '../content/counselor.ts';
import { permanentFieldName } from '../content/field-name.ts';
import type { BlockProps, Entry, NotesProps, Template } from '../kit/template.ts';
import type { Theme } from '../kit/theme.ts';
import type { Group } from './laid-out-node.ts';
import { FinePrint, isWide, WholeWidth } from './whole-width.tsx';

/** Taller than any flow will be; yoga's 32-bit floats still resolve a hundredth of a point there. */
export const ENDLESS = 100_000;

/** The width and height of the text area, in points. */
export const textArea = ({ paper }: Theme): { width: number; height: number } => ({
  width: paper.width - paper.inner - paper.outer,
  height: paper.height - paper.top - paper.bottom,
});

const bodyStyle = ({ fonts, type, colors }: Theme) => ({
  fontFamily: fonts.text,
  fontSize: type.body.size,
  lineHeight: type.body.leading / type.body.size,
  color: colors.ink,
});

/** A page that is never split; `endless` pages are packed afterwards. */
export const Sheet = ({ theme, width, height, children }: { theme: Theme; width: number; height?: number; children?: ReactNode }) => (
  <Page size={[width, height ?? ENDLESS]} wrap={false} style={bodyStyle(theme)}>
    {/* A page that is not split is as tall as its content; what is placed from its foot needs the full height. */}
    {height === undefined ? children : <View style={{ width, height }}>{children}</View>}
  </Page>
);

const Grouped = ({ group, children }: { group: Group; children?: ReactNode }) => createElement(View, { group } as object, children);

/** The destination of a worksheet: its id where it has one, else its place in the section. */
export const worksheetDestination = (section: Section, block: WorksheetBlock): string =>
  `${section.id}/${block.id ?? `worksheet-${section.blocks.filter(({ kind }) => kind === 'worksheet').indexOf(block) + 1}`}`;

/** The headings of a section, in order; those of the counselor's guide are places of the book. */
const headingsOf = ({ blocks }: Section): BlockOf<'heading'>[] => blocks.filter((block) => block.kind === 'heading');

const headingDestination = (section: Section, block: BlockOf<'heading'>): string => `${section.id}/heading-${headingsOf(section).indexOf(block) + 1}`;

/** What a group says of a heading of the counselor's guide. */
const guidePlace = (section: Section, block: LeafBlock): Pick<Group, 'place'> =>
  section.part === 'counselor' && block.kind === 'heading'
    ? { place: { destination: headingDestination(section, block), bookmark: { title: plain(block.heading), level: 2 } } }
    : {};

const Leaf = ({ section, block, level, template }: { section: Section; block: LeafBlock; level: 3 | 4; template: Template }) => {
  const id = 'id' in block ? block.id : undefined;
  const Component = template.blocks[block.kind] as ComponentType<BlockProps<LeafKind>>;
  return (
    <Grouped group={{ at: block.at, ...(block.kind === 'page-break' ? { breakBefore: true } : {}), ...guidePlace(section, block) }}>
      <Component block={block} name={permanentFieldName(section.id, id)} level={level} />
    </Grouped>
  );
};

/** Elements in runs: those of callouts, and those of other blocks. */
const inRuns = (blocks: readonly LeafBlock[], leaves: readonly ReactNode[]): { callouts: boolean; leaves: ReactNode[] }[] => {
  const runs: { callouts: boolean; leaves: ReactNode[] }[] = [];
  blocks.forEach(({ kind }, index) => {
    const callouts = kind === 'callout';
    const last = runs.at(-1);
    if (last?.callouts === callouts) last.leaves.push(leaves[index]);
    else runs.push({ callouts, leaves: [leaves[index]] });
  });
  return runs;
};

/**
 * Blocks one below the other: from the first wide one on, all of them begin at the left edge of the page. A callout is always alike: the word that
 * names it begins there anyway.
 */
export const Leaves = ({ blocks, template, ...props }: { section: Section; blocks: readonly LeafBlock[]; level: 3 | 4; template: Template }) => {
  const wide = blocks.findIndex(isWide);
  const leaves = blocks.map((block, index) => <Leaf key={index} block={block} template={template} {...props} />);
  if (wide < 0) return leaves;
  return (
    <>
      {leaves.slice(0, wide)}
      {inRuns(blocks.slice(wide), leaves.slice(wide)).map((run, index) =>
        run.callouts ? run.leaves : <WholeWidth key={`run ${index}`}>{run.leaves}</WholeWidth>,
      )}
    </>
  );
};

/** Notes for the counselor, before what they are about. */
const Notes = ({ template, ...props }: NotesProps & { template: Template }) => (
  <Grouped group={{ marks: { role: 'Sect' }, breakBefore: true, note: true }}>
    <template.Notes {...props} />
  </Grouped>
);

/** The notes for a section, on pages before it. */
export const SectionNotes = ({ section, notes, template }: { section: Section; notes: CounselorNotes; template: Template }) => (
  <Notes
    template={template}
    notes={notes}
    title={plain(section.title)}
    level={2}
    {...(section.minutes ? { minutes: section.minutes } : {})}
    {...(section.with ? { company: section.with } : {})}
  />
);

/** What a group says of a worksheet or page that leaves the book. */
const leaving = (part: Section | WorksheetBlock): Pick<Group, 'leaves'> => (part['sheet-of-its-own'] ? { leaves: { each: false } } : {});

const Worksheet = ({ section, block, template }: { section: Section; block: WorksheetBlock; template: Template }) => {
  const destination = worksheetDestination(section, block);
  const about = { title: plain(block.worksheet), level: 3 as const, minutes: block.minutes, company: block.with };
  return (
    <>
      {block.counselor ? <Notes template={template} notes={block.counselor} {...about} /> : null}
      <Grouped group={{ marks: { role: 'Sect' }, at: block.at, breakBefore: true, ...leaving(block) }}>
        <template.WorksheetHead block={block} destination={destination} />
        <Leaves section={section} blocks={block.blocks} level={4} template={template} />
      </Grouped>
    </>
  );
};

const isWorksheet = (block: Block): block is WorksheetBlock => block.kind === 'worksheet';

/** The worksheets of a section, and the blocks before and after each. */
export const runsOf = (blocks: readonly Block[]): (WorksheetBlock | LeafBlock[])[] => {
  const runs: (WorksheetBlock | LeafBlock[])[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (isWorksheet(block)) runs.push(block);
    else if (Array.isArray(last)) last.push(block);
    else runs.push([block]);
  }
  return runs;
};

/** The units of a section: its head, blocks and worksheets. A page that leaves the book does so without its worksheets. */
export const SectionFlow = ({ section, steps, template }: { section: Section; steps: number; template: Template }) => {
  const runs = runsOf(section.blocks);
  const [first] = runs;
  const own = Array.isArray(first) ? first : [];
  const opener = <template.PageOpener section={section} />;
  const leaves = <Leaves section={section} blocks={own} level={3} template={template} />;
  const finePrint = section['fine-print'] === true;
  return (
    <>
      <Grouped group={leaving(section)}>
        {section.excerpt ? null : (
          <Grouped group={{ at: section.at, breakBefore: true }}>
            {section.part === 'step' ? (
              <template.StepOpener section={section} steps={steps} entries={worksheetEntries(section)} />
            ) : finePrint ? (
              <FinePrint>{opener}</FinePrint>
            ) : (
              opener
            )}
          </Grouped>
        )}
        {finePrint ? <FinePrint>{leaves}</FinePrint> : leaves}
      </Grouped>
      {runs
        .slice(own.length > 0 ? 1 : 0)
        .map((run, index) =>
          Array.isArray(run) ? (
            <Leaves key={index} section={section} blocks={run} level={3} template={template} />
          ) : (
            <Worksheet key={index} section={section} block={run} template={template} />
          ),
        )}
    </>
  );
};

/** The worksheets of a section, as its opener and the contents list them. */
export const worksheetEntries = (section: Section): Entry[] =>
  section.blocks.filter(isWorksheet).map((block) => ({
    title: plain(block.worksheet),
    destination: worksheetDestination(section, block),
    level: 2,
    minutes: block.minutes,
  }));

/** In no file. */
const NOWHERE = { file: '', start: 0, end: 0 };

/** Every scale of a workbook, by `section/block`: what a second rating is compared with. Where one is written is left out: it changes with all that is written before. */
export const scalesOf = (workbook: Workbook): Map<string, BlockOf<'scale'>> => {
  const scales = new Map<string, BlockOf<'scale'>>();
  for (const { id, blocks } of workbook.sections) {
    for (const block of blocks.flatMap((outer) => (isWorksheet(outer) ? outer.blocks : [outer]))) {
      if (block.kind === 'scale') scales.set(`${id}/${block.id}`, { ...block, at: NOWHERE });
    }
  }
  return scales;
};

/** The parts of the counselor's guide and their headings, which have a list of their own: the contents are the same in a client's copy. */
export const guideEntries = (workbook: Workbook): Entry[] =>
  workbook.sections
    .filter(({ part }) => part === 'counselor')
    .flatMap((section) => [
      { title: plain(section.title), destination: section.id, level: 1 as const, guide: true as const },
      ...headingsOf(section).map((block) => ({
        title: plain(block.heading),
        destination: headingDestination(section, block),
        level: 2 as const,
        guide: true as const,
      })),
    ]);

/** Every entry of the table of contents, in order. */
export const contentsEntries = (workbook: Workbook): Entry[] =>
  workbook.sections
    .filter(({ part, unlisted }) => part !== 'counselor' && !unlisted)
    .flatMap((section) =>
      // Worksheets that were chosen by themselves stand beside pages and steps.
      section.excerpt
        ? worksheetEntries(section).map((entry) => ({ ...entry, level: 1 as const }))
        : [
            {
              title: plain(section.title),
              destination: section.id,
              level: 1 as const,
              ...(section.number ? { number: section.number } : {}),
              ...(section.minutes ? { minutes: section.minutes } : {}),
            },
            ...worksheetEntries(section),
          ],
    );
