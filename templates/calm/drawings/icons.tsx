/** Small line drawings in one colour, on a square of 24 units. They never stand without words, so they are artifacts. */
import { Circle, Decoration, Line, Path, Svg, useTheme, type ReactNode } from 'mendbook/kit';

/** The side of the square that the icons are drawn on. */
const SQUARE = 24;

interface PenProps {
  color?: string | undefined;
  children: (pen: { stroke: string; strokeWidth: number; strokeLinecap: 'round'; strokeLinejoin: 'round'; fill: 'none' }) => ReactNode;
}

const Icon = ({ color, children }: PenProps) => {
  const { icon, colors } = useTheme();
  const strokeWidth = (icon.line * SQUARE) / icon.size;
  return (
    <Decoration style={{ width: icon.size, height: icon.size }}>
      <Svg viewBox={`0 0 ${SQUARE} ${SQUARE}`} width={icon.size} height={icon.size}>
        {children({ stroke: color ?? colors.muted, strokeWidth, strokeLinecap: 'round', strokeLinejoin: 'round', fill: 'none' })}
      </Svg>
    </Decoration>
  );
};

/** How long something takes. */
export const ClockIcon = () => (
  <Icon>
    {(pen) => (
      <>
        <Circle cx={12} cy={12} r={9.5} {...pen} />
        <Path d="M12 6.5 V12.3 L15.6 14.6" {...pen} />
      </>
    )}
  </Icon>
);

/** One person, two people, or one with the outline of another. */
export const CompanyIcon = ({ company }: { company: 'alone' | 'together' | 'either' }) => (
  <Icon>
    {(pen) => {
      const second = company === 'either' ? { ...pen, strokeDasharray: '2.2 2.6' } : pen;
      return company === 'alone' ? (
        <>
          <Circle cx={12} cy={7.5} r={4} {...pen} />
          <Path d="M4.5 21.5 C4.5 16.6 7.8 14.3 12 14.3 C16.2 14.3 19.5 16.6 19.5 21.5" {...pen} />
        </>
      ) : (
        <>
          <Circle cx={8} cy={8.2} r={3.6} {...pen} />
          <Path d="M1.5 21 C1.5 16.6 4.3 14.5 8 14.5 C11.7 14.5 14.5 16.6 14.5 21" {...pen} />
          <Path d="M14.6 5.1 C15.1 4.7 15.8 4.5 16.5 4.5 C18.5 4.5 20 6.1 20 8.1 C20 10.1 18.5 11.7 16.5 11.7" {...second} />
          <Path d="M17.2 14.6 C20.6 14.9 22.6 17 22.6 21" {...second} />
        </>
      );
    }}
  </Icon>
);

/** A slip of paper with a folded corner: worth knowing. */
export const NoteIcon = ({ color }: { color: string }) => (
  <Icon color={color}>
    {(pen) => (
      <>
        <Path d="M4.5 3.5 H19.5 V15 L14 20.5 H4.5 Z" {...pen} />
        <Path d="M19.5 15 H14 V20.5" {...pen} />
        <Path d="M8.5 8.5 H15.5 M8.5 12.5 H11.5" {...pen} />
      </>
    )}
  </Icon>
);

/** A pencil over a line: what it can look like when somebody writes it. */
export const ExampleIcon = ({ color }: { color: string }) => (
  <Icon color={color}>
    {(pen) => (
      <>
        <Path d="M5 15.5 L15.5 5 L19 8.5 L8.5 19 L4 20 Z" {...pen} />
        <Path d="M13 7.5 L16.5 11" {...pen} />
        <Path d="M13.5 20 H20.5" {...pen} />
      </>
    )}
  </Icon>
);

/** A cup with steam: stop and breathe. */
export const PauseIcon = ({ color }: { color: string }) => (
  <Icon color={color}>
    {(pen) => (
      <>
        <Path d="M4 10.5 H17 V14.5 C17 18 14.6 20.5 10.5 20.5 C6.4 20.5 4 18 4 14.5 Z" {...pen} />
        <Path d="M17 12 H18.5 C20.2 12 21.2 13 21.2 14.4 C21.2 15.8 20.2 16.8 18.5 16.8 H16.5" {...pen} />
        <Path d="M8 7.5 C7 6.2 9 5.2 8 3.5 M12.8 7.5 C11.8 6.2 13.8 5.2 12.8 3.5" {...pen} />
      </>
    )}
  </Icon>
);

/** A triangle with a mark of attention: take care. */
export const SafetyIcon = ({ color }: { color: string }) => (
  <Icon color={color}>
    {(pen) => (
      <>
        <Path d="M12 3.2 L22 20.6 H2 Z" {...pen} />
        <Line x1={12} y1={9.4} x2={12} y2={14.4} {...pen} />
        <Circle cx={12} cy={17.6} r={0.5} {...pen} />
      </>
    )}
  </Icon>
);

/** Scissors: this may be cut out. */
export const ScissorsIcon = () => (
  <Icon>
    {(pen) => (
      <>
        <Circle cx={5.5} cy={7} r={2.8} {...pen} />
        <Circle cx={5.5} cy={17} r={2.8} {...pen} />
        <Path d="M8 8.4 L21.5 17.5 M8 15.6 L21.5 6.5" {...pen} />
      </>
    )}
  </Icon>
);
