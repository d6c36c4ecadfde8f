/** Lists the parts of a book in order, each with the elements that are laid out. */
import type { ReactElement } from 'react';
import type { Section, Workbook } from '../content/workbook.ts';
import type { ComparedProps } from '../kit/compared.ts';
import type { Setting } from '../kit/context.ts';
import { Box } from '../kit/elements.tsx';
import type { Marks } from '../kit/marks.ts';
import type { Template } from '../kit/template.ts';
import type { LayoutRun } from './lay-out.ts';
import type { OnProgress } from './progress.ts';
import { contentsEntries, guideEntries, SectionFlow, SectionNotes, Sheet, textArea } from './flow.tsx';

export interface BookOptions extends Omit<LayoutRun, 'laidOut'> {
  workbook: Workbook;
  template: Template;
  setting: Setting;
  /** A name shown on the cover. */
  preparedFor?: string;
  /** Whether cover and bookmarks hide what the book is about. */
  discreet?: boolean;
  /** Writing space that is taller than a page gets fewer lines, with a warning, where it would be an error. */
  shorten?: boolean;
  /** Printed on two sides: the margins of left-hand pages are those of right-hand ones in a mirror, and what leaves the book has nothing on its back. */
  mirrored?: boolean;
  /** The counselor's guide and notes are there without the clients' pages. */
  notesAlone?: boolean;
  /** Ruled pages for notes are added until the number of pages is a multiple of this. */
  pagesMultipleOf?: number;
  /** Filled copies to compare, in place of all parts of the workbook. */
  compared?: ComparedProps | undefined;
  /** Called with the progress. */
  progress?: OnProgress | undefined;
}

/** One part of the book before it is packed. */
export interface Part {
  section?: Section;
  marks: Marks[];
  /** One page of its own, laid out at its final size and drawn without margins and frame. */
  cover?: boolean;
  /** For the counselor: on pages that clients do not count, beside theirs or in a guide of their own. */
  note?: 'beside' | 'guide';
  element: ReactElement;
}

/** The parts of a section: notes for the counselor, and its flow. */
const sectionParts = (section: Section, steps: number, { template, setting }: BookOptions): Part[] => {
  const { theme } = setting;
  const { width } = textArea(theme);
  const marks: Marks[] = [{ role: 'Sect' }];
  const parts: Part[] = [];
  if (section.counselor) {
    const element = (
      <Sheet key={`${section.id} notes`} theme={theme} width={width}>
        <SectionNotes section={section} notes={section.counselor} template={template} />
      </Sheet>
    );
    parts.push({ section, marks: [{ role: 'Sect' }], note: 'beside', element });
  }
  const flow = (
    <Sheet key={section.id} theme={theme} width={width}>
      <SectionFlow section={section} steps={steps} template={template} />
    </Sheet>
  );
  return [...parts, { section, marks, element: flow, ...(section.part === 'counselor' ? { note: 'guide' as const } : {}) }];
};

/** The cover: a page of its own, and the only part that gets the name. */
export const coverPart = ({ workbook, template, setting: { theme }, preparedFor, discreet }: BookOptions): Part => ({
  marks: [{ role: 'Sect' }],
  cover: true,
  element: (
    <Sheet key="cover" theme={theme} width={theme.paper.width} height={theme.paper.height}>
      <template.Cover workbook={workbook} {...(preparedFor ? { preparedFor } : {})} {...(discreet ? { discreet } : {})} />
    </Sheet>
  ),
});

/** The table of contents, with the note about the whole under it. */
const contentsPart = ({ workbook, template, setting: { theme, strings } }: BookOptions): Part => {
  const { note } = workbook;
  const at = workbook.sections[0]?.at ?? { file: '', start: 0, end: 0 };
  return {
    marks: [{ role: 'Sect' }],
    element: (
      <Sheet key="contents" theme={theme} width={textArea(theme).width}>
        <template.Contents entries={contentsEntries(workbook)} />
        {note ? (
          <>
            <template.blocks.heading block={{ kind: 'heading', heading: [{ text: strings.packetNote }], at }} name="" level={3} />
            <template.blocks.text block={{ kind: 'text', text: [...note], at }} name="" level={3} />
          </>
        ) : null}
      </Sheet>
    ),
  };
};

/** The contents of the counselor's guide, which begins with them; a guide of one part needs none. */
const guideContentsPart = ({ workbook, template, setting: { theme, strings }, discreet }: BookOptions): Part[] => {
  const entries = guideEntries(workbook);
  if (discreet || entries.filter(({ level }) => level === 1).length < 2) return [];
  const own = { title: strings.counselorNotes, destination: 'guide-contents' };
  return [
    {
      marks: [{ role: 'Sect' }],
      note: 'guide',
      element: (
        <Sheet key="guide contents" theme={theme} width={textArea(theme).width}>
          <template.Contents entries={entries} own={own} />
        </Sheet>
      ),
    },
  ];
};

/** A counselor’s words to the reader of this copy: a page of their own. */
const personalPart = ({ workbook, template, setting: { theme, strings } }: BookOptions): Part[] => {
  const { personal, sections } = workbook;
  if (!personal) return [];
  const at = sections[0]?.at ?? { file: '', start: 0, end: 0 };
  return [
    {
      marks: [{ role: 'Sect' }],
      element: (
        <Sheet key="personal" theme={theme} width={textArea(theme).width}>
          <Box bookmark={{ title: strings.partNote, level: 1 }}>
            <template.blocks.heading block={{ kind: 'heading', heading: [{ text: strings.partNote }], at }} name="" level={3} />
          </Box>
          <template.blocks.text block={{ kind: 'text', text: [...personal], at }} name="" level={3} />
        </Sheet>
      ),
    },
  ];
};

/** Filled copies beside each other. */
const comparedPart = ({ template: { Compared }, setting: { theme } }: BookOptions, compared: ComparedProps): Part[] =>
  Compared
    ? [
        {
          marks: [{ role: 'Sect' }],
          element: (
            <Sheet key="compared" theme={theme} width={textArea(theme).width}>
              <Compared {...compared} />
            </Sheet>
          ),
        },
      ]
    : [];

/** So many pages beside a step, such as the one of help lines, are found without a list of them. */
const FOUND = 2;

/** Whether a copy is one step of several with few pages beside it: the opener of the step lists what is in it. */
const needsNoContents = (workbook: Workbook): boolean => {
  const steps = workbook.sections.filter(({ part }) => part === 'step').length;
  const listed = contentsEntries(workbook).filter(({ level }) => level === 1).length;
  return steps === 1 && workbook.stepCount > 1 && listed - 1 <= FOUND && !workbook.note && !workbook.sections.some(({ excerpt }) => excerpt);
};

/**
 * Every part: the cover (its title is the first heading), the counselor's guide where there is one, the contents, the sections. Loose sheets
 * have neither cover nor contents; a copy of one step has no contents, nor has a discreet one, which would tell what it is about to whoever opens it.
 */
export const partsOf = (options: BookOptions): Part[] => {
  const { workbook, discreet, compared } = options;
  if (compared) return comparedPart(options, compared);
  const sections = (guide: boolean) =>
    workbook.sections.filter(({ part }) => (part === 'counselor') === guide).flatMap((section) => sectionParts(section, workbook.stepCount, options));
  if (workbook.loose) return [...sections(true), ...sections(false)];
  return [
    coverPart(options),
    ...personalPart(options),
    ...guideContentsPart(options),
    ...sections(true),
    ...(discreet || needsNoContents(workbook) ? [] : [contentsPart(options)]),
    ...sections(false),
  ];
};
