import { Box, Decoration, Motif, TextField, Words, useStrings, useTheme, type CoverProps } from 'mendbook/kit';
import { useAxis } from './parts/columns.tsx';

/** The first page: the motif, whole, the title, a line for a name. */
export const Cover = ({ workbook, preparedFor, discreet }: CoverProps) => {
  const { paper, space, motif, colors, column } = useTheme();
  const axis = useAxis();
  const about = [workbook.author, workbook.license].filter((line) => line !== undefined);
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
        {discreet || motif.cover === 0 ? null : (
          <Decoration style={{ marginBottom: space.xxl }}>
            <Motif width={motif.cover} joined={1} />
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
        {about.map((line, index) => (
          <Words type="furniture" key={line} style={{ color: colors.muted, marginTop: index === 0 ? space.l : 0 }}>
            {line}
          </Words>
        ))}
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
