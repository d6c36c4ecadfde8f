import { Box, Decoration, Prose, Words, useStrings, useTheme, type NotesProps, type ProseSpans } from 'mendbook/kit';
import { Beside, MarginWords } from './parts/columns.tsx';
import { Meta } from './parts/meta.tsx';
import { Points } from './parts/points.tsx';

/** What the counselor reads beside a page: its aim, what to look for, when to take care, what to talk over. */
export const Notes = ({ notes, title, level, minutes, company }: NotesProps) => {
  const { space, column, ruling, colors } = useTheme();
  const strings = useStrings();
  return (
    <>
      <Beside
        marginFirst={false}
        flow={{ breakBefore: true, keepWithNext: true }}
        bookmark={{ title: `${strings.counselorNotes}: ${title}`, level: level - 1 }}
        margin={<Meta minutes={minutes} company={company} />}
      >
        <Words type="hint" role="P" style={{ color: colors.muted }}>
          {strings.counselorNotes}
        </Words>
        <Words type="section" role={level === 2 ? 'H2' : 'H3'}>
          {title}
        </Words>
        <Decoration style={{ marginTop: space.xs, height: 0, borderTop: `${ruling.frame} solid ${colors.edge}` }} />
      </Beside>
      <Part word={strings.goal} width={column.measure}>
        <Words>
          <Prose of={notes.goal} />
        </Words>
      </Part>
      <List word={strings.lookFor} items={notes['look-for']} />
      <List word={strings.cautions} items={notes.cautions} />
      <List word={strings.debrief} items={notes.debrief} numbered />
    </>
  );
};

const Part = ({ word, width, children }: { word: string; width: number; children: React.ReactNode }) => {
  const { space } = useTheme();
  return (
    <Beside role="Div" style={{ marginTop: space.m }} margin={<MarginWords>{word}</MarginWords>}>
      <Box style={{ maxWidth: width }}>{children}</Box>
    </Beside>
  );
};

const List = ({ word, items, numbered = false }: { word: string; items: ProseSpans[]; numbered?: boolean }) => {
  const { column, space } = useTheme();
  if (items.length === 0) return null;
  return (
    <Part word={word} width={column.measure}>
      <Box style={{ marginTop: -space.xs }}>
        <Points items={items} numbered={numbered} />
      </Box>
    </Part>
  );
};
