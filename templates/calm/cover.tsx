import { Box, Decoration, Logo, Motif, TextField, Words, usePractice, useStrings, useTheme, type CoverProps } from 'mendbook/kit';
import { useAxis } from './parts/columns.tsx';
import { useMotifWidth } from './parts/motif-room.ts';

/** The first page: the motif, whole, the title, a line for a name. */
export const Cover = ({ workbook, preparedFor, discreet }: CoverProps) => {
  const { paper, space, colors, column } = useTheme();
  const axis = useAxis();
  const about = [workbook.author, workbook.license].filter((line) => line !== undefined);
  const drawn = useMotifWidth(workbook, about);
  return (
    <Box
      style={{
        height: paper.height,
        paddingTop: paper.top + space.xxl,
        paddingBottom: paper.bottom,
        paddingLeft: paper.left + axis,
        paddingRight: paper.right,
        justifyContent: 'space-between',
      }}
    >
      <Box>
        {discreet || drawn === 0 ? null : (
          <Decoration style={{ marginBottom: space.xxl }}>
            <Motif width={drawn} joined={1} />
          </Decoration>
        )}
        <Words type="coverTitle" role="H1" style={{ color: colors.accent }}>
          {workbook.title}
        </Words>
        {workbook.subtitle ? (
          <Words type="lead" style={{ marginTop: space.m, maxWidth: column.measure }}>
            {workbook.subtitle}
          </Words>
        ) : null}
      </Box>
      <Box>
        <NameLine {...(preparedFor ? { preparedFor } : {})} />
        <PracticeLine />
        {about.map((line, index) => (
          <Words type="furniture" key={line} style={{ color: colors.muted, marginTop: index === 0 ? space.l : 0 }}>
            {line}
          </Words>
        ))}
      </Box>
    </Box>
  );
};

/** The practice, as a publisher stands on a book: its logo, its name, who works there. */
const PracticeLine = () => {
  const practice = usePractice();
  const { colors, space, logo } = useTheme();
  if (!practice) return null;
  const { name, counselor, credentials } = practice;
  const who = [counselor, credentials].filter((line) => line !== undefined).join(', ');
  return (
    <Box style={{ flexDirection: 'row', alignItems: 'center', columnGap: logo.quiet, marginTop: Math.max(space.l, logo.quiet) }}>
      <Logo />
      <Box style={{ flex: 1 }}>
        <Words type="prompt">{name}</Words>
        {who ? (
          <Words type="hint" style={{ color: colors.muted }}>
            {who}
          </Words>
        ) : null}
      </Box>
    </Box>
  );
};

const NameLine = ({ preparedFor }: { preparedFor?: string }) => {
  const strings = useStrings();
  const { colors } = useTheme();
  return preparedFor ? (
    <Words>{`${strings.preparedFor} ${preparedFor}`}</Words>
  ) : (
    <Box role="P">
      <TextField name="cover_name" label={strings.name} spellcheck={false} />
      <Words type="hint" role="Lbl" style={{ color: colors.muted }}>
        {strings.name}
      </Words>
    </Box>
  );
};
