/** Trees of boxes and texts in every style that components may write, for both engines. */
import fc from 'fast-check';
import type { TreeNode } from '../../src/engine/engine.ts';

/** Families that the fonts of a test are registered under. */
export const FAMILY = 'Engine';

const length = fc.oneof(
  fc.integer({ min: 0, max: 60 }),
  fc.integer({ min: 0, max: 40_000 }).map((thousandths) => thousandths / 1000),
  fc.constantFrom('3mm', '0.2in', '12', '9pt', '1cm'),
);
const signed = fc.oneof(length, fc.integer({ min: -12, max: 0 }));
const size = fc.oneof(length, fc.constantFrom('50%', '33.3%', '100%', 'auto'));
const color = fc.constantFrom('#0e5157', '#abc', 'red', 'rgb(10, 20, 30)', 'hsl(120, 50%, 50%)', '#11223380');
const border = fc.oneof(fc.constantFrom('1 solid #000', '0.5pt dashed #0e5157', '2 dotted red', '1mm solid rgb(1, 2, 3)'));
const align = fc.constantFrom('flex-start', 'flex-end', 'center', 'stretch', 'baseline');
const spread = fc.constantFrom('flex-start', 'flex-end', 'center', 'space-around', 'space-between', 'space-evenly');

/** Styles of boxes. */
const BOX: Record<string, fc.Arbitrary<unknown>> = {
  ...Object.fromEntries(['width', 'height', 'minWidth', 'maxWidth', 'minHeight', 'maxHeight'].map((key) => [key, size])),
  ...Object.fromEntries(['top', 'right', 'bottom', 'left'].map((key) => [key, signed])),
  ...Object.fromEntries(['marginTop', 'marginRight', 'marginBottom', 'marginLeft', 'marginHorizontal', 'marginVertical'].map((key) => [key, signed])),
  ...Object.fromEntries(['paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft', 'paddingHorizontal', 'paddingVertical'].map((key) => [key, length])),
  margin: fc.oneof(length, fc.constantFrom('2 4', 'auto', '1mm 2mm 3mm 4mm')),
  padding: fc.oneof(length, fc.constantFrom('2 4', '5%')),
  gap: fc.oneof(length, fc.constantFrom('2 4')),
  rowGap: length,
  columnGap: length,
  flex: fc.constantFrom(0, 1, 2, '1 1 50%', 'auto', 'none'),
  flexGrow: fc.constantFrom(0, 1, 2),
  flexShrink: fc.constantFrom(0, 1, 3),
  flexBasis: size,
  flexDirection: fc.constantFrom('row', 'row-reverse', 'column', 'column-reverse'),
  flexWrap: fc.constantFrom('nowrap', 'wrap', 'wrap-reverse'),
  alignItems: align,
  alignSelf: fc.oneof(align, fc.constant('auto')),
  alignContent: fc.oneof(spread, fc.constant('stretch')),
  justifyContent: spread,
  position: fc.constantFrom('absolute', 'relative', 'static'),
  overflow: fc.constant('hidden'),
  aspectRatio: fc.constantFrom(1, 1.5, '2'),
  backgroundColor: color,
  opacity: fc.constantFrom(0.5, 1),
  border,
  borderTop: border,
  borderLeft: border,
  borderColor: color,
  borderWidth: length,
  borderStyle: fc.constantFrom('solid', 'dashed'),
  borderRadius: fc.constantFrom(0, 2, 5),
  borderBottomLeftRadius: length,
};

/** Styles of which only react-pdf knows all values; they are seldom, or no sheet would be without one. */
const STRANGE: Record<string, fc.Arbitrary<unknown>> = {
  zIndex: fc.constantFrom(1, 2),
  display: fc.constantFrom('flex', 'none'),
  transform: fc.constant('rotate(10deg)'),
  flexGrow: fc.constant('50%'),
  width: fc.constantFrom('12em', '3vw', '1rem'),
  borderTopLeftRadius: fc.constant('10%'),
  textAlign: fc.constant('justify'),
  textDecoration: fc.constant('line-through'),
  textTransform: fc.constantFrom('uppercase', 'none'),
};

/** Styles of texts. */
const TEXT: Record<string, fc.Arbitrary<unknown>> = {
  color,
  fontSize: fc.oneof(fc.integer({ min: 6, max: 24 }), fc.constantFrom('10pt', '3mm')),
  fontWeight: fc.constantFrom(400, 700, 'bold', 'normal'),
  lineHeight: fc.oneof(fc.constantFrom(1, 1.2, 1.5), fc.constantFrom('14pt', '150%')),
  letterSpacing: fc.constantFrom(0, 0.5, -0.2),
  textAlign: fc.constantFrom('left', 'center', 'right'),
  textDecoration: fc.constantFrom('none', 'underline'),
  textDecorationColor: color,
  maxLines: fc.constantFrom(1, 2, 9),
  textOverflow: fc.constant('ellipsis'),
};

const seldom = <T>(usual: fc.Arbitrary<T>, strange: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 60, arbitrary: usual }, { weight: 1, arbitrary: strange });

const anyOf = (arbitraries: Record<string, fc.Arbitrary<unknown>>, most: number): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .uniqueArray(fc.constantFrom(...Object.keys(arbitraries)), { maxLength: most })
    .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, arbitraries[key] as fc.Arbitrary<unknown>]))));

const styleOf = (arbitraries: Record<string, fc.Arbitrary<unknown>>, most: number): fc.Arbitrary<Record<string, unknown>> =>
  seldom(anyOf(arbitraries, most), anyOf({ ...arbitraries, ...STRANGE }, most));

/** A style alone, or as a list of what is merged. */
const written = (style: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<unknown> =>
  fc.oneof(style, fc.tuple(style, style), fc.tuple(style, fc.constantFrom(undefined, false, null)));

const words = seldom(
  fc.constantFrom(
    'What happened',
    'a',
    '“Yes,” I said – and left.',
    '3. Step three of ten',
    'https://example.org/a-long/path?with=many&parts=of-it/and-more',
    'una pregunta más, ¿verdad?',
    'Two  spaces',
    ' at both ends ',
    'no\u00a0break here',
    'office affine waffle',
    'Donaudampfschifffahrtsgesellschaft',
    '',
  ),
  fc.constantFrom('soft\u00adhyphen', 'Two\nlines', 'Привет', 'cafe\u0301', 'שלום', '🙂'),
);
const sentence = fc.array(words, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));

const instance = sentence.map((value): TreeNode => ({ type: 'TEXT_INSTANCE', value }));

const { text } = fc.letrec<{ text: TreeNode }>((tie) => ({
  text: fc
    .record({
      style: written(styleOf({ ...TEXT, backgroundColor: color }, 4)),
      props: fc.constantFrom({}, { src: 'https://example.org' }),
      children: fc.array(fc.oneof({ depthSize: 'small' }, instance, tie('text')), { maxLength: 3 }),
    })
    .map((node): TreeNode => ({ type: 'TEXT', ...node })),
}));

const outer = fc.tuple(text, written(styleOf({ ...BOX, ...TEXT }, 4))).map(([node, style]): TreeNode => ({ ...node, props: {}, style }));

const drawing = fc
  .record({
    style: written(styleOf({ width: size, height: size, marginTop: signed, alignSelf: align }, 3)),
    color,
    viewBox: fc.constantFrom('0 0 24 24', '0 0 40 10'),
  })
  .map(({ style, color: stroke, viewBox }): TreeNode => ({
    type: 'SVG',
    style,
    props: { viewBox, width: 24, height: 12 },
    children: [{ type: 'PATH', style: {}, props: { d: 'M2 2 L20 10', stroke, strokeWidth: 2 }, children: [] }],
  }));

const { box } = fc.letrec<{ box: TreeNode }>((tie) => ({
  box: fc
    .record({
      style: written(styleOf({ ...BOX, ...TEXT }, 6)),
      children: fc.array(fc.oneof({ depthSize: 'medium' }, outer, drawing, tie('box')), { maxLength: 4 }),
    })
    .map((node): TreeNode => ({ type: 'VIEW', props: {}, ...node })),
}));

/** A sheet, in the type that its boxes inherit. */
export const sheet: fc.Arbitrary<TreeNode> = fc
  .record({ children: fc.array(box, { minLength: 1, maxLength: 3 }), size: fc.constantFrom([612, 792], [300, 100_000]) })
  .map(({ children, size: given }): TreeNode => ({
    type: 'PAGE',
    props: { size: given, wrap: false },
    style: { fontFamily: FAMILY, fontSize: 11, lineHeight: 1.4, color: '#111111' },
    children,
  }));
