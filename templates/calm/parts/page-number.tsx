/** The number of the page that has a destination; set once all is laid out, into a box of fixed width. */
import { Words, useTheme, type TypeName } from 'mendbook/kit';

/** As wide as any number will be. */
const WIDEST = '000';

/** A Roman number, such as xxviii, is so much longer. */
const ROMAN = 1.5;

interface PageNumberProps {
  /** The destination. */
  of: string;
  type?: TypeName;
  align?: 'left' | 'right';
  roman?: boolean;
  /** Whether its box is no wider than its digits need. */
  close?: boolean;
}

/** The number. */
export const PageNumber = ({ of, type = 'body', align = 'right', roman = false, close = false }: PageNumberProps) => {
  const { contents, fonts, type: styles } = useTheme();
  const { size, font } = styles[type];
  const widest = contents.page * (roman ? ROMAN : 1);
  const width = close ? Math.min(widest, WIDEST.length * fonts.metrics[font].digit * size) : widest;
  return (
    <Words type={type} role="Span" pageOf={of} style={{ width, textAlign: align }}>
      {WIDEST}
    </Words>
  );
};
