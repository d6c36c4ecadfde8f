import { Box, Decoration, Logo, Motif, TextField, Words, usePractice, useStrings, useTheme, type CoverProps } from 'mendbook/kit';
import { useAxis, useDrop } from './parts/columns.tsx';
import { useCoverMotifWidth } from './parts/motif-room.ts';

/** The first page: the title, the motif, whole and large, a line for a name. On the counselor's edition a band that is read from across the room. */
export const Cover = ({ workbook, preparedFor, discreet }: CoverProps) => {
  const { paper, space, colors, column } = useTheme();
  const axis = useAxis();
  const { counselor = false, marks = [] } = workbook.edition ?? {};
  // A discreet cover says it in small words: the band would make others curious.
  const banded = counselor && !discreet;
  const drawn = useCoverMotifWidth(workbook);
  return (
    <Box
      style={{
        height: paper.height,
        paddingTop: paper.top + (banded ? 0 : space.xxl),
        paddingBottom: paper.bottom,
        paddingLeft: paper.left + axis,
        paddingRight: paper.right,
        justifyContent: 'space-between',
      }}
    >
      <Box>
        {banded ? <CounselorBand edition={workbook.subtitle} /> : null}
        <Words type="coverTitle" role="H1" style={{ color: colors.accent }}>
          {workbook.title}
        </Words>
        {workbook.subtitle && !banded ? (
          <Words type="lead" style={{ marginTop: space.m, maxWidth: column.measure }}>
            {workbook.subtitle}
          </Words>
        ) : null}
      </Box>
      {discreet || drawn === 0 ? null : (
        <Decoration>
          <Motif width={drawn} joined={1} place="cover" />
        </Decoration>
      )}
      <Box>
        {counselor && !preparedFor ? null : <NameLine {...(preparedFor ? { preparedFor } : {})} />}
        <PracticeBlock />
        {marks.length > 0 ? (
          <Words type="furniture" style={{ color: colors.muted, marginTop: space.l }}>
            {marks.join('  ·  ')}
          </Words>
        ) : null}
      </Box>
    </Box>
  );
};

/** Between two thick rules, over the whole width: which edition it is, and whose it is not. */
const CounselorBand = ({ edition }: { edition: string | undefined }) => {
  const { colors, space, ruling, paper } = useTheme();
  const strings = useStrings();
  const axis = useAxis();
  const thick = { height: THICK * ruling.frame, backgroundColor: colors.ink };
  return (
    <Box style={{ marginLeft: -axis, width: paper.width - paper.left - paper.right, marginBottom: space.xxl }}>
      <Decoration style={thick} />
      <Box style={{ paddingTop: space.s, paddingBottom: space.s }}>
        <Words type="coverTitle">{strings.notForClients}</Words>
        <Words type="section">{edition ?? strings.counselorEdition}</Words>
      </Box>
      <Decoration style={thick} />
    </Box>
  );
};

/** The rules of the band are so many times as thick as a frame. */
const THICK = 8;

/** The practice, as a publisher stands on a book: over a rule its logo, its name, who works there. */
const PracticeBlock = () => {
  const practice = usePractice();
  const { colors, space, logo, ruling } = useTheme();
  if (!practice) return null;
  const { name, counselor, credentials } = practice;
  return (
    <Box style={{ marginTop: space.xl }}>
      <Decoration style={{ height: ruling.frame, backgroundColor: colors.mark, marginBottom: Math.max(space.s, logo.quiet) }} />
      <Box style={{ flexDirection: 'row', alignItems: 'center', columnGap: logo.quiet }}>
        <Logo />
        <Box style={{ flex: 1 }}>
          <Words type="section">{name}</Words>
          {[counselor, credentials].map((line) =>
            line === undefined ? null : (
              <Words type="hint" key={line} style={{ color: colors.muted }}>
                {line}
              </Words>
            ),
          )}
        </Box>
      </Box>
    </Box>
  );
};

/** The name, or its caption beside a line for it. */
const NameLine = ({ preparedFor }: { preparedFor?: string }) => {
  const strings = useStrings();
  const { space } = useTheme();
  const onLine = useDrop();
  return preparedFor ? (
    <Words>{`${strings.preparedFor} ${preparedFor}`}</Words>
  ) : (
    <Box role="P" style={{ flexDirection: 'row', columnGap: space.s }}>
      <Words role="Lbl" style={{ marginTop: onLine }}>
        {strings.name}
      </Words>
      <TextField name="cover_name" label={strings.name} expects="name" spellcheck={false} style={{ flex: 1 }} />
    </Box>
  );
};
