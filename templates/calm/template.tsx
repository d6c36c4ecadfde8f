/** The template `calm`: a component for each thing on a page. Every colour, size, space and font is in theme.yaml. */
import type { Template } from 'mendbook/kit';
import { Agreement } from './blocks/agreement.tsx';
import { Boundary } from './blocks/boundary.tsx';
import { Callout } from './blocks/callout.tsx';
import { Checklist } from './blocks/checklist.tsx';
import { Choice } from './blocks/choice.tsx';
import { Columns } from './blocks/columns.tsx';
import { Compare } from './blocks/compare.tsx';
import { Complete } from './blocks/complete.tsx';
import { Draw } from './blocks/draw.tsx';
import { Feelings } from './blocks/feelings.tsx';
import { Heading } from './blocks/heading.tsx';
import { HelpLines } from './blocks/help-lines.tsx';
import { Image } from './blocks/image.tsx';
import { Letter } from './blocks/letter.tsx';
import { Log } from './blocks/log.tsx';
import { PageBreak } from './blocks/page-break.tsx';
import { PageList } from './blocks/page-list.tsx';
import { Plan } from './blocks/plan.tsx';
import { Question } from './blocks/question.tsx';
import { Scale } from './blocks/scale.tsx';
import { Space } from './blocks/space.tsx';
import { Table } from './blocks/table.tsx';
import { Text } from './blocks/text.tsx';
import { Tips } from './blocks/tips.tsx';
import { Closing } from './closing.tsx';
import { Compared } from './compared.tsx';
import { Contents } from './contents.tsx';
import { Cover } from './cover.tsx';
import { Motif } from './motif.tsx';
import { Notes } from './notes.tsx';
import { PageFrame } from './page-frame.tsx';
import { PageOpener } from './page-opener.tsx';
import { StepOpener } from './step-opener.tsx';
import { WorksheetHead } from './worksheet-head.tsx';

const calm: Template = {
  Cover,
  Contents,
  StepOpener,
  PageOpener,
  WorksheetHead,
  Notes,
  PageFrame,
  Closing,
  Compared,
  Motif,
  blocks: {
    heading: Heading,
    text: Text,
    tips: Tips,
    callout: Callout,
    image: Image,
    question: Question,
    checklist: Checklist,
    choice: Choice,
    scale: Scale,
    feelings: Feelings,
    complete: Complete,
    letter: Letter,
    columns: Columns,
    table: Table,
    log: Log,
    boundary: Boundary,
    agreement: Agreement,
    plan: Plan,
    compare: Compare,
    space: Space,
    draw: Draw,
    'help-lines': HelpLines,
    'page-list': PageList,
    'page-break': PageBreak,
  },
};

export default calm;
