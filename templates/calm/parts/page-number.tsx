/** The number of the page that has a destination; set once all is laid out, into a box of fixed width. */
import { Words, useTheme, type TypeName } from 'mendbook/kit';

/** As wide as any number will be. */
const WIDEST = '000';

/** A Roman number, such as xxviii, is so much longer. */
const ROMAN = 1.5;

/** The number. */
export const PageNumber = ({
  of,
  type = 'body',
  align = 'right',
  roman = false,
}: {
  of: string;
  type?: TypeName;
  align?: 'left' | 'right';
  roman?: boolean;
}) => {
  const { contents } = useTheme();
  return (
    <Words type={type} role="Span" pageOf={of} style={{ width: contents.page * (roman ? ROMAN : 1), textAlign: align }}>
      {WIDEST}
    </Words>
  );
};
