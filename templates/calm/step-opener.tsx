import { Box, Decoration, Prose, Words, plain, useStrings, useTheme, type Template } from 'mendbook/kit';
import { Bowl } from './drawings/bowl.tsx';
import { Beside, MarginWords } from './parts/columns.tsx';
import { Meta } from './parts/meta.tsx';
import { PageNumber } from './parts/page-number.tsx';
import type { ComponentProps } from 'react';

/** Above its capitals, a line of the title font has this share of its size: what sets a numeral level with a title. */
const OVER_CAPITALS = 0.366;

/** A page that gives a breath: the number, the title, one sentence of aim, the bowl so far, what is in the step. */
export const StepOpener = ({ section, steps, entries }: ComponentProps<Template['StepOpener']>) => {
  const { space, motif, colors, column, type } = useTheme();
  const strings = useStrings();
  const number = section.number ?? 0;
  return (
    <Box style={{ flexGrow: 1, justifyContent: 'space-between', paddingBottom: space.l }}>
      <Beside
        margin={
          <Box role="P">
            <Words type="label" role="Span" style={{ color: colors.accent }}>
              {strings.step}
            </Words>
            <Words type="numeral" role="Span" style={{ color: colors.accent, marginTop: (type.stepTitle.size - type.numeral.size) * OVER_CAPITALS }}>
              {`${number}`}
            </Words>
          </Box>
        }
      >
        <Box style={{ marginTop: type.label.leading }} destination={section.id} bookmark={{ title: plain(section.title), level: 1 }}>
          <Words type="stepTitle" role="H2">
            <Prose of={section.title} />
          </Words>
        </Box>
        <Words type="lead" style={{ marginTop: space.m, maxWidth: column.measure }}>
          <Prose of={section.purpose} />
        </Words>
      </Beside>
      <Beside margin={null}>
        <Decoration>
          <Bowl width={motif.opener} joined={steps > 0 ? Math.min(1, number / steps) : 1} />
        </Decoration>
      </Beside>
      <Box>
        {entries.length > 0 ? (
          <Beside margin={<MarginWords>{strings.inThisStep}</MarginWords>}>
            <Box role="TOC">
              {entries.map((entry) => (
                <Box role="TOCI" key={entry.destination}>
                  <Box role="Reference" link={{ to: `#${entry.destination}`, description: entry.title }} style={{ flexDirection: 'row' }}>
                    <Words role="Span" style={{ flex: 1, paddingRight: space.m }}>
                      {entry.title}
                    </Words>
                    <PageNumber of={entry.destination} />
                  </Box>
                </Box>
              ))}
            </Box>
          </Beside>
        ) : null}
        <Beside style={{ marginTop: space.l }} margin={null}>
          <Meta minutes={section.minutes} company={section.with} across />
        </Beside>
      </Box>
    </Box>
  );
};
