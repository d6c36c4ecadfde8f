/** The kit that templates are made of: mendbook/kit. Written by the program (npm run kit-types); changes here are lost. */

/** What a component gives: elements, text inside Words, lists of them, or nothing. */
export type ReactNode = ReactElement | string | number | bigint | boolean | null | undefined | Iterable<ReactNode>;

export interface ReactElement {
  readonly type: unknown;
  readonly props: unknown;
  readonly key: string | null;
}

/** A component: a function that takes props and gives elements. */
export type ComponentType<P = {}> = (props: P) => ReactNode;

export declare const Circle: ComponentType<{
  style?: Style | Style[];
  cx?: undefined | string | number;
  cy?: undefined | string | number;
  r: string | number;
  fill?: undefined | string;
  color?: undefined | string;
  stroke?: undefined | string;
  transform?: undefined | string;
  strokeDasharray?: undefined | string;
  opacity?: undefined | string | number;
  strokeWidth?: undefined | string | number;
  fillOpacity?: undefined | string | number;
  fillRule?: undefined | 'nonzero' | 'evenodd';
  strokeOpacity?: undefined | string | number;
  textAnchor?: undefined | 'start' | 'middle' | 'end';
  strokeLinecap?: undefined | 'butt' | 'round' | 'square';
  strokeLinejoin?: undefined | 'butt' | 'round' | 'square' | 'miter' | 'bevel';
  visibility?: undefined | 'visible' | 'hidden' | 'collapse';
  clipPath?: undefined | string;
  markerStart?: undefined | string;
  markerMid?: undefined | string;
  markerEnd?: undefined | string;
  dominantBaseline?: undefined | 'middle' | 'auto' | 'central' | 'hanging' | 'mathematical' | 'text-after-edge' | 'text-before-edge';
  children?: ReactNode;
}>;

export declare const Defs: ComponentType<{
  children?: ReactNode;
}>;

export declare const G: ComponentType<{
  style?: Style | Style[];
  fill?: undefined | string;
  color?: undefined | string;
  stroke?: undefined | string;
  transform?: undefined | string;
  strokeDasharray?: undefined | string;
  opacity?: undefined | string | number;
  strokeWidth?: undefined | string | number;
  fillOpacity?: undefined | string | number;
  fillRule?: undefined | 'nonzero' | 'evenodd';
  strokeOpacity?: undefined | string | number;
  textAnchor?: undefined | 'start' | 'middle' | 'end';
  strokeLinecap?: undefined | 'butt' | 'round' | 'square';
  strokeLinejoin?: undefined | 'butt' | 'round' | 'square' | 'miter' | 'bevel';
  visibility?: undefined | 'visible' | 'hidden' | 'collapse';
  clipPath?: undefined | string;
  markerStart?: undefined | string;
  markerMid?: undefined | string;
  markerEnd?: undefined | string;
  dominantBaseline?: undefined | 'middle' | 'auto' | 'central' | 'hanging' | 'mathematical' | 'text-after-edge' | 'text-before-edge';
  children?: ReactNode;
}>;

export declare const Image: ComponentType<{
  src: string;
  /** Enables debug mode on page bounding box. */
  debug?: boolean | undefined;
  cache?: boolean | undefined;
  /** A comma-separated list of image sources with width descriptors. Works like the HTML img srcSet attribute. */
  srcSet?: undefined | string;
  /** The intended display width of the image, used to select the best source from srcSet. Accepts a number (in points) or a string. Works like the HTML img sizes attribute. */
  sizes?: undefined | string | number;
  id?: undefined | string;
  style?: Style | Style[];
  /** Render component in all wrapped pages. */
  fixed?: boolean | undefined;
  /** Force the wrapping algorithm to start a new page when rendering the element. */
  break?: boolean | undefined;
  /** Hint that no page wrapping should occur between all sibling elements following the element within n points */
  minPresenceAhead?: undefined | number;
} | {
  source: string;
  /** Enables debug mode on page bounding box. */
  debug?: boolean | undefined;
  cache?: boolean | undefined;
  /** A comma-separated list of image sources with width descriptors. Works like the HTML img srcSet attribute. */
  srcSet?: undefined | string;
  /** The intended display width of the image, used to select the best source from srcSet. Accepts a number (in points) or a string. Works like the HTML img sizes attribute. */
  sizes?: undefined | string | number;
  id?: undefined | string;
  style?: Style | Style[];
  /** Render component in all wrapped pages. */
  fixed?: boolean | undefined;
  /** Force the wrapping algorithm to start a new page when rendering the element. */
  break?: boolean | undefined;
  /** Hint that no page wrapping should occur between all sibling elements following the element within n points */
  minPresenceAhead?: undefined | number;
}>;

export declare const Line: ComponentType<{
  style?: Style | Style[];
  x1: string | number;
  x2: string | number;
  y1: string | number;
  y2: string | number;
  fill?: undefined | string;
  color?: undefined | string;
  stroke?: undefined | string;
  transform?: undefined | string;
  strokeDasharray?: undefined | string;
  opacity?: undefined | string | number;
  strokeWidth?: undefined | string | number;
  fillOpacity?: undefined | string | number;
  fillRule?: undefined | 'nonzero' | 'evenodd';
  strokeOpacity?: undefined | string | number;
  textAnchor?: undefined | 'start' | 'middle' | 'end';
  strokeLinecap?: undefined | 'butt' | 'round' | 'square';
  strokeLinejoin?: undefined | 'butt' | 'round' | 'square' | 'miter' | 'bevel';
  visibility?: undefined | 'visible' | 'hidden' | 'collapse';
  clipPath?: undefined | string;
  markerStart?: undefined | string;
  markerMid?: undefined | string;
  markerEnd?: undefined | string;
  dominantBaseline?: undefined | 'middle' | 'auto' | 'central' | 'hanging' | 'mathematical' | 'text-after-edge' | 'text-before-edge';
  children?: ReactNode;
}>;

export declare const Path: ComponentType<{
  style?: Style | Style[];
  d: string;
  fill?: undefined | string;
  color?: undefined | string;
  stroke?: undefined | string;
  transform?: undefined | string;
  strokeDasharray?: undefined | string;
  opacity?: undefined | string | number;
  strokeWidth?: undefined | string | number;
  fillOpacity?: undefined | string | number;
  fillRule?: undefined | 'nonzero' | 'evenodd';
  strokeOpacity?: undefined | string | number;
  textAnchor?: undefined | 'start' | 'middle' | 'end';
  strokeLinecap?: undefined | 'butt' | 'round' | 'square';
  strokeLinejoin?: undefined | 'butt' | 'round' | 'square' | 'miter' | 'bevel';
  visibility?: undefined | 'visible' | 'hidden' | 'collapse';
  clipPath?: undefined | string;
  markerStart?: undefined | string;
  markerMid?: undefined | string;
  markerEnd?: undefined | string;
  dominantBaseline?: undefined | 'middle' | 'auto' | 'central' | 'hanging' | 'mathematical' | 'text-after-edge' | 'text-before-edge';
  children?: ReactNode;
}>;

export declare const Polygon: ComponentType<{
  style?: Style | Style[];
  points: string;
  fill?: undefined | string;
  color?: undefined | string;
  stroke?: undefined | string;
  transform?: undefined | string;
  strokeDasharray?: undefined | string;
  opacity?: undefined | string | number;
  strokeWidth?: undefined | string | number;
  fillOpacity?: undefined | string | number;
  fillRule?: undefined | 'nonzero' | 'evenodd';
  strokeOpacity?: undefined | string | number;
  textAnchor?: undefined | 'start' | 'middle' | 'end';
  strokeLinecap?: undefined | 'butt' | 'round' | 'square';
  strokeLinejoin?: undefined | 'butt' | 'round' | 'square' | 'miter' | 'bevel';
  visibility?: undefined | 'visible' | 'hidden' | 'collapse';
  clipPath?: undefined | string;
  markerStart?: undefined | string;
  markerMid?: undefined | string;
  markerEnd?: undefined | string;
  dominantBaseline?: undefined | 'middle' | 'auto' | 'central' | 'hanging' | 'mathematical' | 'text-after-edge' | 'text-before-edge';
  children?: ReactNode;
}>;

export declare const Polyline: ComponentType<{
  style?: Style | Style[];
  points: string;
  fill?: undefined | string;
  color?: undefined | string;
  stroke?: undefined | string;
  transform?: undefined | string;
  strokeDasharray?: undefined | string;
  opacity?: undefined | string | number;
  strokeWidth?: undefined | string | number;
  fillOpacity?: undefined | string | number;
  fillRule?: undefined | 'nonzero' | 'evenodd';
  strokeOpacity?: undefined | string | number;
  textAnchor?: undefined | 'start' | 'middle' | 'end';
  strokeLinecap?: undefined | 'butt' | 'round' | 'square';
  strokeLinejoin?: undefined | 'butt' | 'round' | 'square' | 'miter' | 'bevel';
  visibility?: undefined | 'visible' | 'hidden' | 'collapse';
  clipPath?: undefined | string;
  markerStart?: undefined | string;
  markerMid?: undefined | string;
  markerEnd?: undefined | string;
  dominantBaseline?: undefined | 'middle' | 'auto' | 'central' | 'hanging' | 'mathematical' | 'text-after-edge' | 'text-before-edge';
  children?: ReactNode;
}>;

export declare const Rect: ComponentType<{
  style?: Style | Style[];
  x?: undefined | string | number;
  y?: undefined | string | number;
  width: string | number;
  height: string | number;
  rx?: undefined | string | number;
  ry?: undefined | string | number;
  fill?: undefined | string;
  color?: undefined | string;
  stroke?: undefined | string;
  transform?: undefined | string;
  strokeDasharray?: undefined | string;
  opacity?: undefined | string | number;
  strokeWidth?: undefined | string | number;
  fillOpacity?: undefined | string | number;
  fillRule?: undefined | 'nonzero' | 'evenodd';
  strokeOpacity?: undefined | string | number;
  textAnchor?: undefined | 'start' | 'middle' | 'end';
  strokeLinecap?: undefined | 'butt' | 'round' | 'square';
  strokeLinejoin?: undefined | 'butt' | 'round' | 'square' | 'miter' | 'bevel';
  visibility?: undefined | 'visible' | 'hidden' | 'collapse';
  clipPath?: undefined | string;
  markerStart?: undefined | string;
  markerMid?: undefined | string;
  markerEnd?: undefined | string;
  dominantBaseline?: undefined | 'middle' | 'auto' | 'central' | 'hanging' | 'mathematical' | 'text-after-edge' | 'text-before-edge';
  children?: ReactNode;
}>;

export declare const Svg: ComponentType<{
  /** Enables debug mode on page bounding box. */
  debug?: boolean | undefined;
  width?: undefined | string | number;
  height?: undefined | string | number;
  viewBox?: undefined | string;
  preserveAspectRatio?: undefined | string;
  id?: undefined | string;
  style?: Style | Style[];
  /** Render component in all wrapped pages. */
  fixed?: boolean | undefined;
  /** Force the wrapping algorithm to start a new page when rendering the element. */
  break?: boolean | undefined;
  /** Hint that no page wrapping should occur between all sibling elements following the element within n points */
  minPresenceAhead?: undefined | number;
  fill?: undefined | string;
  color?: undefined | string;
  stroke?: undefined | string;
  transform?: undefined | string;
  strokeDasharray?: undefined | string;
  opacity?: undefined | string | number;
  strokeWidth?: undefined | string | number;
  fillOpacity?: undefined | string | number;
  fillRule?: undefined | 'nonzero' | 'evenodd';
  strokeOpacity?: undefined | string | number;
  textAnchor?: undefined | 'start' | 'middle' | 'end';
  strokeLinecap?: undefined | 'butt' | 'round' | 'square';
  strokeLinejoin?: undefined | 'butt' | 'round' | 'square' | 'miter' | 'bevel';
  visibility?: undefined | 'visible' | 'hidden' | 'collapse';
  clipPath?: undefined | string;
  markerStart?: undefined | string;
  markerMid?: undefined | string;
  markerEnd?: undefined | string;
  dominantBaseline?: undefined | 'middle' | 'auto' | 'central' | 'hanging' | 'mathematical' | 'text-after-edge' | 'text-before-edge';
  children?: ReactNode;
}>;

/** The text of a paragraph without formatting: for bookmarks, accessible names, reports. */
export declare const plain: (value: ProseSpans) => string;

/** The help lines of the reader's country; none where no country was chosen. */
export declare const useHelpLines: () => undefined | HelpLines;

/** The practice whose name the copy carries; none without a practice.yaml, and none in a discreet copy. */
export declare const usePractice: () => undefined | Practice;

/** The scale that stands at `section/block`; none where this edition leaves it out. */
export declare const useScale: (place: string) => undefined | ScaleBlock;

/** The words that the program itself prints, in the language of the workbook. */
export declare const useStrings: () => Strings;

/** The theme's tokens. */
export declare const useTheme: () => Theme;

/** A box: lays its children out and says what they are (`role`), where links lead, how it may break. */
export declare const Box: (props: BoxProps) => ReactNode;

/** Content that only decorates: skipped by screen readers. */
export declare const Decoration: (props: DecorationProps) => ReactNode;

/** Inline markdown inside a `Words`: bold in the bold weight, links underlined in the accent colour. */
export declare const Prose: (props: ProseProps) => ReactNode;

/** A run of text with a role of its own, `P` unless told otherwise, in the ink of the theme. */
export declare const Words: (props: WordsProps) => ReactNode;

/** A tick box; its frame is page art, its mark belongs to the field. */
export declare const CheckField: (props: CheckFieldProps) => ReactNode;

/** Space for words. Printed it is ruled; on a screen it takes as much as prints whole. */
export declare const TextField: (props: TextFieldProps) => ReactNode;

/** From the top of a frame or a table's cell of a height to the baseline of the one line that is typed in its middle. */
export declare const baselineInMiddle: (height: number, size: number) => number;

/** From the top of a space of several lines to the baseline of the first that is typed. */
export declare const firstBaselineIn: (space: TypedSpace) => number;

/** How far the rule lies below the baseline of what is written on it: descenders touch it. */
export declare const ruleBelowBaseline: (size: number) => number;

/** How many lines of typed text a box of a height shows, whole, in every viewer; none where it is too low for one. */
export declare const typedLinesIn: (height: number, size: number) => number;

/** The least width of a space of so many ruled lines that holds what is expected, in points. */
export declare const leastWidth: (expects: 'number' | 'date' | 'name' | 'few-words' | 'sentence' | 'story', props1: Ruled) => number;

/** Draws the logo, or nothing where there is none. The quiet zone round it (`logo.quiet` of the theme) is for the component to keep. */
export declare const Logo: (props: LogoProps) => ReactNode;

/** The size of the logo in points: it keeps its proportions and stays inside what the theme allows. None where there is no logo. */
export declare const useLogoSize: () => undefined | {
  width: number;
  height: number;
};

/** Every motif is drawn on a field of this many units, so that one can take another's place. */
export declare const MOTIF_FIELD: {
  width: number;
  height: number;
};

/** Draws the motif of the template in use, whichever of a chain gives it, or nothing where the theme gives it no width; only decoration, which screen readers pass over. */
export declare const Motif: (props: MotifProps) => ReactNode;

/** The height of a motif at a width, in points. */
export declare const motifHeight: (width: number) => number;

/**
 * Fills the placeholders of a phrase from the strings file.
 *
 * @param phrase such as `page {{page}} of {{pages}}`
 * @param values the value for each name; placeholders without a value are kept
 */
export declare const say: (phrase: string, values: {
  [name: string]: string | number;
}) => string;

export type BlockKind = LeafKind | 'worksheet';

/** The block of one kind, as its component gets it. */
export type BlockOf<K extends BlockKind> = Extract<Block, { kind: K }>;

export interface HeadingBlock {
  kind: 'heading';
  at: Location;
  /** The words of the heading. */
  heading: ProseSpans;
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
}

export interface TextBlock {
  kind: 'text';
  at: Location;
  /** A paragraph, or a list of paragraphs, in inline markdown. */
  text: ProseSpans[];
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
}

export interface TipsBlock {
  kind: 'tips';
  at: Location;
  /** What the tips are about. */
  tips: ProseSpans;
  items: ProseSpans[];
  /** Number the items, where their order matters. */
  numbered: boolean;
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
}

export interface CalloutBlock {
  kind: 'callout';
  at: Location;
  /** note: worth knowing; example: a worked one; pause: stop and breathe; safety: take care. */
  callout: 'note' | 'example' | 'pause' | 'safety';
  /** A paragraph, or a list of paragraphs. */
  text: ProseSpans[];
  /** Stays behind the block that it follows. Without it, a note or safety may stand before that block, where it would have a page nearly to itself. */
  "in-place": boolean;
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** Stands in for the usual word ("Example", "Pause"…). */
  title?: undefined | ProseSpans;
  items?: undefined | ProseSpans[];
}

export interface ImageBlock {
  kind: 'image';
  at: Location;
  /** A PNG or JPEG file inside the workbook folder, relative to it. */
  image: string;
  /** What the picture shows, for those who cannot see it. */
  alt: string;
  /** A part of the column: 0.1 to 1. */
  width: number;
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** A line under the picture. */
  caption?: undefined | ProseSpans;
}

export interface QuestionBlock {
  kind: 'question';
  at: Location;
  /** Ruled lines to write on. */
  lines: number;
  /** Names the field for ever, so that answers survive rewording: small letters, digits, hyphens. */
  id: string;
  /** The question. */
  question: ProseSpans;
  /** What is written there, which the space has to hold on every paper: number, date, name, few-words, sentence or story. A few words on one line, a sentence on two or three, a story on more, unless told otherwise. */
  expects?: undefined | 'number' | 'date' | 'name' | 'few-words' | 'sentence' | 'story';
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** A quiet line under the prompt: an example, or how to begin. */
  hint?: undefined | ProseSpans;
}

export interface ChecklistBlock {
  kind: 'checklist';
  at: Location;
  items: ProseSpans[];
  /** A last option with a line for own words; `true` takes the usual words. */
  other: boolean | ProseSpans;
  /** Names the field for ever, so that answers survive rewording: small letters, digits, hyphens. */
  id: string;
  /** What the list is for; any number of items may be ticked. */
  checklist: ProseSpans;
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** A quiet line under the prompt: an example, or how to begin. */
  hint?: undefined | ProseSpans;
}

export interface ChoiceBlock {
  kind: 'choice';
  at: Location;
  options: ProseSpans[];
  /** A last option with a line for own words; `true` takes the usual words. */
  other: boolean | ProseSpans;
  /** Names the field for ever, so that answers survive rewording: small letters, digits, hyphens. */
  id: string;
  /** What is to be chosen; one option is ticked. */
  choice: ProseSpans;
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** A quiet line under the prompt: an example, or how to begin. */
  hint?: undefined | ProseSpans;
}

export interface ScaleBlock {
  kind: 'scale';
  at: Location;
  labels: [string, string];
  from: number;
  to: number;
  /** Names the field for ever, so that answers survive rewording: small letters, digits, hyphens. */
  id: string;
  /** What is rated. */
  scale: ProseSpans;
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** A quiet line under the prompt: an example, or how to begin. */
  hint?: undefined | ProseSpans;
}

export interface FeelingsBlock {
  kind: 'feelings';
  at: Location;
  groups: {
    name: string;
    words: string[];
  }[];
  /** Ruled lines to write on. */
  lines: number;
  /** Names the field for ever, so that answers survive rewording: small letters, digits, hyphens. */
  id: string;
  /** What to do with the words. */
  feelings: ProseSpans;
  /** What stands before the space for own words. */
  own?: undefined | ProseSpans;
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** A quiet line under the prompt: an example, or how to begin. */
  hint?: undefined | ProseSpans;
}

export interface CompleteBlock {
  kind: 'complete';
  at: Location;
  blanks: string[];
  /** How many times the sentence is given, for several drafts. */
  tries: number;
  /** Names the field for ever, so that answers survive rewording: small letters, digits, hyphens. */
  id: string;
  /** A sentence with gaps, each written as ____. */
  complete: ProseSpans;
  /** What is written there, which the space has to hold on every paper: number, date, name, few-words, sentence or story. A few words unless told otherwise. */
  expects?: undefined | 'number' | 'date' | 'name' | 'few-words' | 'sentence' | 'story';
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** A quiet line under the prompt: an example, or how to begin. */
  hint?: undefined | ProseSpans;
}

export interface LetterBlock {
  kind: 'letter';
  at: Location;
  /** The draft, part by part; none, when only a clean page is wanted. */
  parts: {
    prompt: ProseSpans;
    lines: number;
    hint?: undefined | ProseSpans;
  }[];
  /** Names the field for ever, so that answers survive rewording: small letters, digits, hyphens. */
  id: string;
  /** What is being drafted. */
  letter: ProseSpans;
  /** A self-check between the draft and the clean copy. */
  check?: undefined | {
    title: ProseSpans;
    items: ProseSpans[];
  };
  /** A clean page of its own that can be given away. */
  copy?: undefined | {
    title: string;
    salutation: string;
    closing?: undefined | string;
    "on-request"?: boolean | undefined;
  };
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** A quiet line under the prompt: an example, or how to begin. */
  hint?: undefined | ProseSpans;
}

export interface ColumnsBlock {
  kind: 'columns';
  at: Location;
  sides: [{
    title: string;
    hint?: undefined | ProseSpans;
  }, {
    title: string;
    hint?: undefined | ProseSpans;
  }];
  /** Ruled lines to write on. */
  lines: number;
  /** How many pairs of spaces, one below the other. */
  pairs: number;
  /** Names the field for ever, so that answers survive rewording: small letters, digits, hyphens. */
  id: string;
  /** What both columns are about. */
  columns: ProseSpans;
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** A quiet line under the prompt: an example, or how to begin. */
  hint?: undefined | ProseSpans;
}

export interface TableBlock {
  kind: 'table';
  at: Location;
  /** Heads, with a relative width where they are not equal. */
  columns: {
    title: string;
    width: number;
    expects?: undefined | 'number' | 'date' | 'name' | 'few-words' | 'sentence' | 'story';
  }[];
  /** How many empty rows, or the words in the first cell of each. */
  rows: number | string[];
  /** Names the field for ever, so that answers survive rewording: small letters, digits, hyphens. */
  id: string;
  /** What the table is for. */
  table: ProseSpans;
  /** For each row, the part that it speaks of: a copy without that part has no such row. */
  "rows-need"?: undefined | string[];
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** A quiet line under the prompt: an example, or how to begin. */
  hint?: undefined | ProseSpans;
}

export interface LogBlock {
  kind: 'log';
  at: Location;
  /** How many rows, one an entry. */
  rows: number;
  /** Heads, with a relative width where they are not equal. */
  columns: {
    title: string;
    width: number;
    expects?: undefined | 'number' | 'date' | 'name' | 'few-words' | 'sentence' | 'story';
  }[];
  /** Names the field for ever, so that answers survive rewording: small letters, digits, hyphens. */
  id: string;
  /** What is logged. */
  log: ProseSpans;
  /** Counts the rows in a column of its own, such as "Week". */
  number?: undefined | string;
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** A quiet line under the prompt: an example, or how to begin. */
  hint?: undefined | ProseSpans;
}

export interface BoundaryBlock {
  kind: 'boundary';
  at: Location;
  cards: number;
  parts: {
    label: ProseSpans;
    lines: number;
  }[];
  /** Names the field for ever, so that answers survive rewording: small letters, digits, hyphens. */
  id: string;
  /** What the cards are for. */
  boundary: ProseSpans;
  /** It leaves the book, to be cut out or given away: in two-sided copies it begins a sheet, and nothing else stands on that; in others it says so. */
  "sheet-of-its-own"?: boolean | undefined;
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** A quiet line under the prompt: an example, or how to begin. */
  hint?: undefined | ProseSpans;
}

export interface AgreementBlock {
  kind: 'agreement';
  at: Location;
  statements: number | ProseSpans[];
  names: string[];
  /** What stands before the review date. */
  review: string;
  /** Names the field for ever, so that answers survive rewording: small letters, digits, hyphens. */
  id: string;
  /** What is agreed on. */
  agreement: ProseSpans;
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** A quiet line under the prompt: an example, or how to begin. */
  hint?: undefined | ProseSpans;
}

export interface PlanBlock {
  kind: 'plan';
  at: Location;
  /** Head: what. */
  what: string;
  /** Head: when. */
  when: string;
  /** Head: who. */
  who: string;
  rows: number;
  /** Names the field for ever, so that answers survive rewording: small letters, digits, hyphens. */
  id: string;
  /** What is planned. */
  plan: ProseSpans;
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** A quiet line under the prompt: an example, or how to begin. */
  hint?: undefined | ProseSpans;
}

export interface CompareBlock {
  kind: 'compare';
  at: Location;
  /** The scale that was filled in first, as page/id; its ends and numbers are used again. */
  first: string;
  /** Says on which page the first rating stands. Of several that stand on one page, the first is enough. */
  "see-page": boolean;
  /** Before the first rating, to be copied here. */
  before: string;
  /** Before today’s rating. */
  now: string;
  /** Names the field for ever, so that answers survive rewording: small letters, digits, hyphens. */
  id: string;
  /** What is rated again. */
  compare: ProseSpans;
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** A quiet line under the prompt: an example, or how to begin. */
  hint?: undefined | ProseSpans;
}

export interface SpaceBlock {
  kind: 'space';
  at: Location;
  /** Ruled lines to write on. */
  lines: number;
  /** Take what is left of the page. */
  fill: boolean;
  /** Names the field for ever, so that answers survive rewording: small letters, digits, hyphens. */
  id: string;
  /** How the space is ruled. */
  space: 'lined' | 'dotted' | 'blank';
  /** What the space is for. */
  title?: undefined | ProseSpans;
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** A quiet line under the prompt: an example, or how to begin. */
  hint?: undefined | ProseSpans;
}

export interface DrawBlock {
  kind: 'draw';
  at: Location;
  /** What is written into the drawing. */
  title: ProseSpans;
  /** The words at each place, in reading order: as many as the drawing has places. */
  places: string[];
  /** What the drawing shows, for those who cannot see it. */
  alt: string;
  /** Names the field for ever, so that answers survive rewording: small letters, digits, hyphens. */
  id: string;
  /** timeline: moments along a line; figure: a person, with head, chest, belly and hands; three-letters: kept, written anew, sent; fence: two sides of it; path: boxes to tick along a way; circle: people round one in the middle; stones: two of them. */
  draw: 'timeline' | 'figure' | 'three-letters' | 'fence' | 'path' | 'circle' | 'stones';
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** A quiet line under the prompt: an example, or how to begin. */
  hint?: undefined | ProseSpans;
}

export interface HelpLinesBlock {
  kind: 'help-lines';
  at: Location;
  /** A sentence that leads to the help lines of the reader’s country. */
  "help-lines": ProseSpans;
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
}

export interface PageListBlock {
  kind: 'page-list';
  at: Location;
  /** What these pages are for. */
  "page-list": ProseSpans;
  /** The pages in their order; their titles and numbers are put in, and those that a copy leaves out drop out. Where pages were chosen, a table has them in the order of the copy. */
  pages: ListedPage[];
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** Makes a table of it: the first head stands over the pages, the others over what is said of each. With a relative width where they are not equal. */
  heads?: undefined | ({
    title: string;
    width: number;
    expects?: undefined | 'number' | 'date' | 'name' | 'few-words' | 'sentence' | 'story';
  } | {
    title: string;
    width: number;
    "needs-one-of"?: undefined | string[];
    expects?: undefined | 'number' | 'date' | 'name' | 'few-words' | 'sentence' | 'story';
  })[];
}

export interface PageBreakBlock {
  kind: 'page-break';
  at: Location;
  "page-break": true;
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
}

/** A block of any kind but a worksheet. */
export type LeafBlock = HeadingBlock | TextBlock | TipsBlock | CalloutBlock | ImageBlock | QuestionBlock | ChecklistBlock | ChoiceBlock | ScaleBlock | FeelingsBlock | CompleteBlock | LetterBlock | ColumnsBlock | TableBlock | LogBlock | BoundaryBlock | AgreementBlock | PlanBlock | CompareBlock | SpaceBlock | DrawBlock | HelpLinesBlock | PageListBlock | PageBreakBlock;

export type LeafKind = 'heading' | 'text' | 'tips' | 'callout' | 'image' | 'question' | 'checklist' | 'choice' | 'scale' | 'feelings' | 'complete' | 'letter' | 'columns' | 'table' | 'log' | 'boundary' | 'agreement' | 'plan' | 'compare' | 'space' | 'draw' | 'help-lines' | 'page-list' | 'page-break';

export type WorksheetBlock = {
  kind: 'worksheet';
  at: Location;
  /** The blocks in order; the first key of each names its kind. */
  blocks: LeafBlock[];
  /** The title of the worksheet. */
  worksheet: ProseSpans;
  /** One line: what this page is for. */
  purpose: ProseSpans;
  /** About how many minutes it takes. */
  minutes: number;
  /** Done alone, together, or either. */
  with: 'alone' | 'together' | 'either';
  /** Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both. */
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both' | 'copy-for-both';
  /** Only for these relationships; left out, for all. */
  relationship?: undefined | ('partner' | 'friend' | 'family' | 'other')[];
  /** Only in a copy that has all of these pages, steps or worksheets: for words that speak of them. */
  needs?: undefined | string[];
  /** Only in a copy that has at least one of these pages, steps or worksheets. */
  "needs-one-of"?: undefined | string[];
  /** Names the field for ever, so that answers survive rewording: small letters, digits, hyphens. */
  id?: undefined | string;
  /** It belongs to the whole book: a copy of some steps (--steps) has it only when it is asked for (--with). */
  "whole-book"?: boolean | undefined;
  /** It leaves the book, to be cut out or given away: in two-sided copies it begins a sheet, and nothing else stands on that; in others it says so. */
  "sheet-of-its-own"?: boolean | undefined;
  /** For the counselor’s edition alone; never in a client’s copy. */
  counselor?: undefined | {
    goal: ProseSpans;
    "look-for": ProseSpans[];
    cautions: ProseSpans[];
    debrief: ProseSpans[];
  };
};

export type ProseSpans = Span[];

/** A part of a text with uniform formatting. */
export interface Span {
  text: string;
  strong?: true;
  emphasis?: true;
  /** Where it leads: an address, or `#section/block` in this workbook. */
  href?: string;
}

/** A step, or a page before or after the steps. */
export interface Section {
  id: string;
  part: 'closing' | 'counselor' | 'opening' | 'step';
  /** The number of a step in the whole workbook, from 1. */
  number?: undefined | number;
  /** Only some of its worksheets were chosen: they come without its opener and its words. */
  excerpt?: undefined | true;
  title: ProseSpans;
  purpose: ProseSpans;
  blocks: Block[];
  at: Location;
  "sheet-of-its-own"?: boolean | undefined;
  for?: undefined | 'broke-trust' | 'was-hurt' | 'both';
  minutes?: undefined | number;
  with?: undefined | 'alone' | 'together' | 'either';
  "whole-book"?: boolean | undefined;
  counselor?: undefined | {
    goal: ProseSpans;
    "look-for": ProseSpans[];
    cautions: ProseSpans[];
    debrief: ProseSpans[];
  };
  unlisted?: boolean | undefined;
  "fine-print"?: boolean | undefined;
}

/** A loaded, valid workbook, in reading order; every block has its place in the YAML. */
export interface Workbook {
  /** The name of its folder, from which the PDF is named. */
  name: string;
  /** The folder of this language, absolute: the paths of images are relative to it. */
  folder: string;
  /** How many steps the whole workbook has, whichever of them an edition carries. */
  stepCount: number;
  /** Words about the whole, printed under the contents. */
  note?: undefined | readonly ProseSpans[];
  /** A counselor’s words to the reader of this copy, on a page after the cover. */
  personal?: undefined | readonly ProseSpans[];
  /** One or two loose sheets, to be handed out by themselves: they have no cover and no contents. */
  loose?: undefined | true;
  /** Parts in an order of their own: under the title of a packet, or under that of the workbook. */
  chosen?: undefined | 'parts' | 'packet';
  /** What tells this edition from the others, for its cover: whether it is the counselor's, and quiet words such as its language. */
  edition?: undefined | {
    counselor: boolean;
    marks: readonly string[];
  };
  sections: Section[];
  title: string;
  date: string;
  language: string;
  subtitle?: undefined | string;
  author?: undefined | string;
  subject?: undefined | string;
  "translation-of"?: undefined | string;
  license?: undefined | string;
  variables: {
    [name: string]: string | {
      default: string;
      partner?: undefined | string;
      friend?: undefined | string;
      family?: undefined | string;
      other?: undefined | string;
    };
  };
}

/** An answer that differs between two copies. */
export interface ComparedAnswer extends AskedQuestion {
  /** How the question was asked before, as a sentence. */
  note?: ProseSpans;
  /** In the copies that have it. */
  answers: { label: string; language?: string; paragraphs: ProseSpans[] }[];
}

export interface ComparedProps {
  title: string;
  purpose: string;
  /** What has to be known about the copies, a sentence each. */
  notes: string[];
  copies: { title: string; list: ListedCopy[]; note?: string };
  /** Left out where nothing was rated. */
  ratings?: { title: string; copy: string; rating: string; rows: ComparedRating[] };
  /** What is new, has changed, or is gone. */
  changes: { title: string; answers: ComparedAnswer[] }[];
  /** What was answered in the same words, or that nothing was answered. */
  end?: string;
}

/** A rating in each copy. */
export interface ComparedRating extends AskedQuestion {
  from: number;
  to: number;
  /** The words at both ends. */
  ends: readonly [Written, Written];
  /** One for each copy, in their order. */
  marks: {
    /** The number of the copy, and the day on which it was saved. */
    label: string;
    /** The number that is marked, from `from` to `to`. */
    rating?: number;
    /** In place of a mark: why there is none. */
    words?: ProseSpans;
  }[];
}

/** A copy in the list at the head. */
export interface ListedCopy {
  number: number;
  /** The name of its file. */
  name: ProseSpans;
  /** When it was saved, and what tells it from the others. */
  about: string[];
}

/** What somebody has written, or words of a workbook, whose language may be another than that of the page. */
export interface Written {
  words: ProseSpans;
  /** Where it is not that of the page. */
  language?: string;
}

export interface BoxProps extends Marks {
  style?: Style | Style[];
  children?: ReactNode;
}

export interface DecorationProps {
  style?: Style | Style[];
  children?: ReactNode;
  /** What it is in place of content. */
  as?: Marks['artifact'];
}

export interface ProseProps {
  /** As a block gives it. */
  of: ProseSpans;
}

export type Style = {
  border?: undefined | string | number;
  borderTop?: undefined | string | number;
  borderRight?: undefined | string | number;
  borderBottom?: undefined | string | number;
  borderLeft?: undefined | string | number;
  borderColor?: undefined | string;
  borderRadius?: undefined | string | number;
  borderStyle?: undefined | 'dotted' | 'dashed' | 'solid';
  borderWidth?: undefined | string | number;
  borderTopColor?: undefined | string;
  borderTopStyle?: undefined | 'dotted' | 'dashed' | 'solid';
  borderTopWidth?: undefined | string | number;
  borderRightColor?: undefined | string;
  borderRightStyle?: undefined | 'dotted' | 'dashed' | 'solid';
  borderRightWidth?: undefined | string | number;
  borderBottomColor?: undefined | string;
  borderBottomStyle?: undefined | 'dotted' | 'dashed' | 'solid';
  borderBottomWidth?: undefined | string | number;
  borderLeftColor?: undefined | string;
  borderLeftStyle?: undefined | 'dotted' | 'dashed' | 'solid';
  borderLeftWidth?: undefined | string | number;
  borderTopLeftRadius?: undefined | string | number;
  borderTopRightRadius?: undefined | string | number;
  borderBottomRightRadius?: undefined | string | number;
  borderBottomLeftRadius?: undefined | string | number;
  backgroundColor?: undefined | string;
  color?: undefined | string;
  opacity?: undefined | string | number;
  height?: undefined | string | number;
  maxHeight?: undefined | string | number;
  maxWidth?: undefined | string | number;
  minHeight?: undefined | string | number;
  minWidth?: undefined | string | number;
  width?: undefined | string | number;
  flex?: undefined | string | number;
  alignContent?: undefined | 'flex-start' | 'flex-end' | 'center' | 'stretch' | 'space-between' | 'space-around' | 'space-evenly';
  alignItems?: undefined | 'flex-start' | 'flex-end' | 'center' | 'stretch' | 'baseline';
  alignSelf?: undefined | 'auto' | 'flex-start' | 'flex-end' | 'center' | 'stretch' | 'baseline';
  flexDirection?: undefined | 'row' | 'row-reverse' | 'column' | 'column-reverse';
  flexWrap?: undefined | 'nowrap' | 'wrap' | 'wrap-reverse';
  flexFlow?: undefined | string | number;
  flexGrow?: undefined | string | number;
  flexShrink?: undefined | string | number;
  flexBasis?: undefined | string | number;
  justifySelf?: undefined | string;
  justifyContent?: undefined | 'flex-start' | 'flex-end' | 'center' | 'space-between' | 'space-around' | 'space-evenly';
  gap?: undefined | string | number;
  rowGap?: undefined | string | number;
  columnGap?: undefined | string | number;
  aspectRatio?: undefined | string | number;
  bottom?: undefined | string | number;
  clear?: undefined | 'both' | 'none' | 'left' | 'right';
  display?: undefined | 'none' | 'flex';
  float?: undefined | 'none' | 'left' | 'right';
  left?: undefined | string | number;
  position?: undefined | 'absolute' | 'relative' | 'static';
  right?: undefined | string | number;
  shapeOutside?: undefined | string | {
    type: 'circle';
    cx: number | `${string}%`;
    cy: number | `${string}%`;
    r: number | `${string}%` | 'closest-side' | 'farthest-side';
  } | {
    type: 'ellipse';
    cx: number | `${string}%`;
    cy: number | `${string}%`;
    rx: number | `${string}%` | 'closest-side' | 'farthest-side';
    ry: number | `${string}%` | 'closest-side' | 'farthest-side';
  } | {
    type: 'polygon';
    points: {
      x: number | `${string}%`;
      y: number | `${string}%`;
    }[];
  } | {
    type: 'inset';
    top: number | `${string}%`;
    right: number | `${string}%`;
    bottom: number | `${string}%`;
    left: number | `${string}%`;
  };
  top?: undefined | string | number;
  overflow?: undefined | 'hidden';
  zIndex?: undefined | string | number;
  margin?: undefined | string | number;
  marginHorizontal?: undefined | string | number;
  marginVertical?: undefined | string | number;
  marginTop?: undefined | string | number;
  marginRight?: undefined | string | number;
  marginBottom?: undefined | string | number;
  marginLeft?: undefined | string | number;
  padding?: undefined | string | number;
  paddingHorizontal?: undefined | string | number;
  paddingVertical?: undefined | string | number;
  paddingTop?: undefined | string | number;
  paddingRight?: undefined | string | number;
  paddingBottom?: undefined | string | number;
  paddingLeft?: undefined | string | number;
  objectPosition?: undefined | string | number;
  objectPositionX?: undefined | string | number;
  objectPositionY?: undefined | string | number;
  objectFit?: undefined | string;
  direction?: undefined | 'ltr' | 'rtl';
  fontSize?: undefined | string | number;
  fontFamily?: undefined | string | string[];
  fontStyle?: undefined | 'normal' | 'italic' | 'oblique';
  fontWeight?: undefined | string | number;
  fontFeatureSettings?: undefined | ('liga' | 'dlig' | 'onum' | 'lnum' | 'tnum' | 'zero' | 'frac' | 'sups' | 'subs' | 'smcp' | 'c2sc' | 'case' | 'hlig' | 'calt' | 'swsh' | 'hist' | 'ss01' | 'ss02' | 'ss03' | 'ss04' | 'ss05' | 'ss06' | 'ss07' | 'ss08' | 'ss09' | 'ss10' | 'ss11' | 'ss12' | 'ss13' | 'ss14' | 'ss15' | 'ss16' | 'ss17' | 'ss18' | 'ss19' | 'ss20' | 'kern' | 'locl' | 'rlig' | 'medi' | 'init' | 'isol' | 'fina' | 'mark' | 'mkmk' | string)[] | {
    liga?: boolean | undefined | number;
    dlig?: boolean | undefined | number;
    onum?: boolean | undefined | number;
    lnum?: boolean | undefined | number;
    tnum?: boolean | undefined | number;
    zero?: boolean | undefined | number;
    frac?: boolean | undefined | number;
    sups?: boolean | undefined | number;
    subs?: boolean | undefined | number;
    smcp?: boolean | undefined | number;
    c2sc?: boolean | undefined | number;
    case?: boolean | undefined | number;
    hlig?: boolean | undefined | number;
    calt?: boolean | undefined | number;
    swsh?: boolean | undefined | number;
    hist?: boolean | undefined | number;
    ss01?: boolean | undefined | number;
    ss02?: boolean | undefined | number;
    ss03?: boolean | undefined | number;
    ss04?: boolean | undefined | number;
    ss05?: boolean | undefined | number;
    ss06?: boolean | undefined | number;
    ss07?: boolean | undefined | number;
    ss08?: boolean | undefined | number;
    ss09?: boolean | undefined | number;
    ss10?: boolean | undefined | number;
    ss11?: boolean | undefined | number;
    ss12?: boolean | undefined | number;
    ss13?: boolean | undefined | number;
    ss14?: boolean | undefined | number;
    ss15?: boolean | undefined | number;
    ss16?: boolean | undefined | number;
    ss17?: boolean | undefined | number;
    ss18?: boolean | undefined | number;
    ss19?: boolean | undefined | number;
    ss20?: boolean | undefined | number;
    kern?: boolean | undefined | number;
    locl?: boolean | undefined | number;
    rlig?: boolean | undefined | number;
    medi?: boolean | undefined | number;
    init?: boolean | undefined | number;
    isol?: boolean | undefined | number;
    fina?: boolean | undefined | number;
    mark?: boolean | undefined | number;
    mkmk?: boolean | undefined | number;
  };
  letterSpacing?: undefined | string | number;
  lineHeight?: undefined | string | number;
  maxLines?: undefined | string | number;
  textAlign?: undefined | 'center' | 'left' | 'right' | 'justify';
  textDecoration?: undefined | 'none' | 'line-through' | 'underline' | 'line-through underline' | 'underline line-through';
  textDecorationColor?: undefined | string;
  textDecorationStyle?: undefined | string;
  textIndent?: any;
  textOverflow?: undefined | 'ellipsis';
  textTransform?: undefined | 'none' | 'capitalize' | 'lowercase' | 'uppercase' | 'upperfirst';
  verticalAlign?: undefined | 'sub' | 'super';
  transformOrigin?: undefined | string | number;
  transformOriginX?: undefined | string | number;
  transformOriginY?: undefined | string | number;
  transform?: undefined | string | ({
    operation: 'scale';
    value: [number, number];
  } | {
    operation: 'translate';
    value: [number, number];
  } | {
    operation: 'rotate';
    value: [number, number, number];
  } | {
    operation: 'skew';
    value: [number, number];
  } | {
    operation: 'matrix';
    value: [number, number, number, number, number, number];
  })[];
  gradientTransform?: undefined | string | ({
    operation: 'scale';
    value: [number, number];
  } | {
    operation: 'translate';
    value: [number, number];
  } | {
    operation: 'rotate';
    value: [number, number, number];
  } | {
    operation: 'skew';
    value: [number, number];
  } | {
    operation: 'matrix';
    value: [number, number, number, number, number, number];
  })[];
  fill?: undefined | string;
  stroke?: undefined | string;
  strokeDasharray?: undefined | string;
  strokeWidth?: undefined | string | number;
  fillOpacity?: undefined | string | number;
  fillRule?: undefined | 'nonzero' | 'evenodd';
  strokeOpacity?: undefined | string | number;
  textAnchor?: undefined | 'start' | 'middle' | 'end';
  strokeLinecap?: undefined | 'butt' | 'round' | 'square';
  strokeLinejoin?: undefined | 'butt' | 'round' | 'square' | 'miter' | 'bevel';
  visibility?: undefined | 'visible' | 'hidden' | 'collapse';
  clipPath?: undefined | string;
  dominantBaseline?: undefined | 'middle' | 'auto' | 'central' | 'hanging' | 'mathematical' | 'text-after-edge' | 'text-before-edge';
};

/** A style of the theme that text is set in. */
export type TypeName = Exclude<keyof Theme['type'], 'field'>;

export interface WordsProps extends BoxProps {
  /** The theme's type style: `body` unless told otherwise. */
  type?: TypeName;
}

export interface CheckFieldProps {
  /** Unique in the document. */
  name: string;
  /** The accessible name; starts with the visible label. */
  label: string;
  /** A ring goes round words inside the box; a tick unless told otherwise. */
  sign?: 'tick' | 'ring';
  style?: Style | Style[];
}

export interface TextFieldProps {
  /** Unique in the document: the block's `name`, or `name_n`. */
  name: string;
  /** The accessible name; starts with the visible label. */
  label: string;
  /** Ruled lines; one line is a single-line field. */
  lines?: number;
  /** How the space is drawn: ruled lines (default), a grid of dots, a frame, or nothing (a table's cell). */
  look?: 'lines' | 'dots' | 'box' | 'none';
  /** Height in points, instead of whole lines. */
  height?: number;
  /** How many more lines it may take when its page has room; none unless given. Such a field may also give up a third of its lines, two at most. */
  grow?: number;
  /** Fields of a unit, or of a pair of units, with the same word here grow alike. Fields side by side always do. */
  growWith?: string;
  /** What hides the rules behind an answer: a tint that shows how far it may go (default), or the colour of the paper, for what is given away. */
  ground?: 'tint' | 'paper';
  /** Off for names, dates and codes. */
  spellcheck?: boolean;
  /** Words stand beside the first of several lines: what is typed begins level with them. */
  beside?: boolean;
  /** What is written there: a few words on one line, a sentence on several, unless told otherwise. `mendbook check` tells where the space is too small for it. */
  expects?: Expects | undefined;
  style?: Style | Style[];
}

export type Expects = 'number' | 'date' | 'name' | 'few-words' | 'sentence' | 'story';

/** The types of help lines, as components get them. */
export interface HelpLine {
  name: string;
  /** Whom or what it is for. */
  for: string;
  phone?: string;
  /** How to reach it by text message. */
  text?: string;
  /** An address on the web. */
  web?: string;
  hours?: string;
  /** When the number was collected or last found to be right, as an ISO date. */
  checked: string;
}

export interface HelpLines {
  country: string;
  /** The earliest of the dates, as it is written in that language and country: 22 November 2026, or November 22, 2026. */
  collected: string;
  lines: readonly HelpLine[];
}

export interface LogoProps {
  /** Only decoration: the practice's name stands beside it. Else it is a figure whose words are that name. */
  decorative?: boolean;
}

/** How a node behaves at the foot of a page. Only children of the page, and of a node with `split`, are asked. */
export interface Flow {
  /** Begins a page. */
  breakBefore?: boolean;
  /** Nothing follows on its page. */
  breakAfter?: boolean;
  /** Never the last on a page. */
  keepWithNext?: boolean;
  /** One of a pair with what follows: both stand on one page, wherever a page has room for both, and their spaces for words have as many lines. */
  pairWithNext?: boolean;
  /** May stand before the block that it follows, where that spares a page with little on it. */
  mayMoveUp?: boolean;
  /** May be broken between its children. */
  split?: boolean;
  /** Child of a split node: drawn again at the head of each further part (as an artifact). */
  repeat?: boolean;
  /**
   * The first child of a node: stands over it at the head of a page that has room for that; of a split node, over each further part alone, and always
   * where that is read and not written in. An artifact, which takes no room elsewhere.
   */
  continued?: boolean;
  /** Has the page to itself: no page frame is drawn. */
  bare?: boolean;
  /** Leaves the book: it is cut out or given away. Each of its pages has a sheet of its own, with nothing on its back. */
  leaves?: boolean;
}

export interface Marks {
  role?: Role;
  artifact?: Artifact;
  /** Alternative text of a figure. */
  alt?: string;
  /** Language, where it differs from the document's. */
  language?: string;
  /** Of a header cell. */
  scope?: 'Column' | 'Row';
  /** Of a list: its labels count. */
  numbered?: boolean;
  /** A place that links lead to: unique in the document. */
  destination?: string;
  /** An entry of the outline; level 1 is the outermost. */
  bookmark?: { title: string; level: number };
  /** The whole node is a link: `#destination` or an address; the description is what a screen reader says. */
  link?: { to: string; description: string };
  /** The words of this text are the number of the page that has the destination. */
  pageOf?: string;
  field?: FieldMark;
  rules?: Ruling;
  drawing?: Drawing;
  flow?: Flow;
  grow?: Grow;
}

export type Role = 'Sect' | 'Div' | 'BlockQuote' | 'Caption' | 'TOC' | 'TOCI' | 'Reference' | 'Index' | 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6' | 'P' | 'Span' | 'Note' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'THead' | 'TBody' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Link';

/** Lines to write on, drawn over the whole box of the node. Lengths in points. */
export interface Ruling {
  kind: 'lines' | 'dots' | 'box' | 'line';
  /** From one line to the next, and from one dot of a grid to the next. */
  leading: number;
  width: number;
  color: string;
  /** Corner radius of a box. */
  radius?: number;
}

/** The types of a practice and its logo, as components get them from practice.yaml. */
export interface PracticeLogo {
  /** Width and height as it is seen, in a unit of its own: only their proportion counts. */
  width: number;
  height: number;
  /** A picture: the absolute path of a PNG or JPEG. */
  picture?: string;
  /** A drawing: SVG that has been checked, to be drawn as vectors. */
  drawing?: string;
}

export interface Practice {
  name: string;
  counselor?: string;
  credentials?: string;
  /** Lines such as an address, a phone number, an address on the web. */
  contact: readonly string[];
  logo?: PracticeLogo;
  /** A line at the foot of each page. */
  footer?: string;
  /** A line of rights or registration, on the closing. */
  license?: string;
}

/** The type of the texts that the program itself prints on pages; content/strings/ has a file for each language. */
export interface Strings {
  contents: string;
  step: string;
  /** With {{number}} and {{steps}}. */
  stepOf: string;
  /** With {{page}} and {{pages}}. */
  pageOf: string;
  /** With {{minutes}}. */
  minutes: string;
  /** A longer time, with {{hours}}. */
  hours: string;
  /** With {{time}}, which one of the two above is put in for, and {{sittings}}, always more than one. */
  sittings: string;
  alone: string;
  together: string;
  /** Under it, on a worksheet that is done together. */
  ifBothCanSayNo: string;
  either: string;
  inThisStep: string;
  /** Before what is for one of the two, in an edition for both: a sentence each. */
  forBrokeTrust: string;
  forWasHurt: string;
  note: string;
  example: string;
  pause: string;
  safety: string;
  somethingElse: string;
  /** Accessible names of what has no words of its own. */
  row: string;
  name: string;
  date: string;
  signature: string;
  /** With {{page}}. */
  seePage: string;
  tick: string;
  draft: string;
  card: string;
  preparedFor: string;
  ownWords: string;
  /** A cell of a rating, with {{number}} first (it is what is printed) and {{most}}. */
  outOf: string;
  /** Over a page that a booklet has left. */
  notesPage: string;
  /** Over a page that leaves the book, where it may have something on its back. */
  ownSheet: string;
  /** On an empty page before one that leaves the book: it stays there, and must not tell that a sheet was taken out. */
  leftEmpty: string;
  /** Under help lines; with {{date}}. */
  checkedOn: string;
  /** Instead of help lines, where no country was chosen: how to find help. */
  findHelp: string;
  /** Over a note for a part of a packet, and over the note for the whole. */
  partNote: string;
  /** In words to one reader; both with {{date}}. */
  session: string;
  nextAppointment: string;
  packetNote: string;
  /** Under the title: of pages that were chosen, and with {{steps}} of some steps. */
  chosenPages: string;
  someSteps: string;
  /** At the head of loose sheets. */
  safetyLine: string;
  /** The counselor's edition: what a page of notes is, with {{page}}; and a page of the guide at its front, with {{page}}. */
  notesFor: string;
  /** Of notes for several pages, with {{from}} and {{to}}. */
  notesForSome: string;
  guidePage: string;
  counselorEdition: string;
  notesEdition: string;
  /** Large on the cover of the counselor's edition. */
  notForClients: string;
  /** Small on the cover of an edition for one reader. */
  copyBrokeTrust: string;
  copyWasHurt: string;
  counselorNotes: string;
  goal: string;
  lookFor: string;
  cautions: string;
  debrief: string;
  /** A discreet copy: its title, and bookmarks with {{number}}. */
  discreetTitle: string;
  discreetPart: string;
  /** A flattened copy: what a ticked box says after its label. */
  ticked: string;
  /** Where an answer is longer than its box, with {{page}}; the heading of the pages at the end, and with {{page}} where an answer was begun. */
  continuedOn: string;
  continuedAnswers: string;
  continuedFrom: string;
  /** Over the rest of a list that a page ends within; with {{prompt}}, what the list is about. */
  listContinued: string;
}

export interface BlockProps<K extends LeafKind> {
  block: BlockOf<K>;
  /** The name of the block's field, or the start of its fields' names: `section_block`. Empty for blocks that are only read. */
  name: string;
  /** The level of a heading at this place: 3 in a section, 4 in a worksheet. */
  level: 3 | 4;
}

export interface ClosingProps {
  practice: Practice;
}

export interface ContentsProps {
  entries: Entry[];
  /** Of the counselor's guide alone: what stands over its list, and where links to that lead. */
  own?: { title: string; destination: string };
}

export interface CoverProps {
  workbook: Workbook;
  /** A name to show; without one, a line to write it on. */
  preparedFor?: string;
  /** Says nothing of what the book is about. */
  discreet?: boolean;
}

/** An entry of the table of contents or of a step's opener; the page number comes from its destination. */
export interface Entry {
  title: string;
  destination: string;
  /** 1: a step or page; 2: a worksheet in it. */
  level: 1 | 2;
  /** The number of a step. */
  number?: number;
  minutes?: number;
  /** It is in the counselor's guide, whose pages have Roman numbers. */
  guide?: true;
}

export interface FrameProps {
  /** The section on this page; none on the cover and the contents. */
  section?: Section;
  /** The title of the whole workbook. */
  title: string;
  /** How many steps the whole workbook has. */
  steps: number;
  /** The number of the page as clients count; of a page of notes, the page that it is about. */
  page: number;
  pages: number;
  /** The side of the opening that the page is on; of a copy that is not bound, always the right one. */
  side: 'left' | 'right';
  /** On a page for the counselor: what stands in place of the number. */
  note?: string;
}

export interface MotifProps {
  /** Width in points; see `motifHeight` for the height. */
  width: number;
  /** Where it stands: on the opener of a step, unless told otherwise; large on a cover; so small at the foot of a page that few strokes must do. */
  place?: 'opener' | 'cover' | 'foot';
  /** How much of it is there: from 0, before the first step, to 1, when all steps are done. */
  joined: number;
}

export interface NotesProps {
  notes: CounselorNotes;
  /** The title of the section or worksheet that they are about. */
  title: string;
  /** The level of its heading: 2 for a section, 3 for a worksheet. */
  level: 2 | 3;
  minutes?: number;
  company?: Company;
}

export interface PageOpenerProps {
  section: Section;
}

export interface StepOpenerProps {
  section: Section;
  /** How many steps the whole workbook has. */
  steps: number;
  /** The worksheets of the step. */
  entries: Entry[];
}

export interface Template {
  /** Fills the whole first page. */
  Cover: ComponentType<CoverProps>;
  /** A flow of units, broken like any other. */
  Contents: ComponentType<ContentsProps>;
  /** Begins a step. What stands before its first worksheet follows on the same page. */
  StepOpener: ComponentType<StepOpenerProps>;
  /** Begins a page before or after the steps. */
  PageOpener: ComponentType<PageOpenerProps>;
  /** Begins a worksheet. */
  WorksheetHead: ComponentType<WorksheetHeadProps>;
  /** What the counselor reads beside a section or worksheet: a flow of units on pages of its own, in the counselor's edition alone. */
  Notes: ComponentType<NotesProps>;
  /** Step name and page number, at the same place on every page. Absolute inside the page; artifacts. */
  PageFrame: ComponentType<FrameProps>;
  /** At the foot of the last page, or of a page of its own: whose copy it is. Only where there is a practice. */
  Closing: ComponentType<ClosingProps>;
  /** Filled copies beside each other: a flow of units, on pages that are no book. Only `mendbook progress` asks for it. */
  Compared?: ComponentType<ComparedProps>;
  /** A drawing that grows with the book; `Motif` of the kit sets it into the other components. */
  Motif: ComponentType<MotifProps>;
  blocks: { [K in LeafKind]: ComponentType<BlockProps<K>> };
}

export interface WorksheetHeadProps {
  block: WorksheetBlock;
  /** Where links to the worksheet lead. */
  destination: string;
}

/** Measures of a font, as shares of the size that it is set in. */
export interface FontMetrics {
  /** From the top of a line's box to its baseline. */
  ascent: number;
  /** The height of a capital. */
  capitals: number;
  /** The mean width of a letter in a text. */
  letter: number;
  /** The width of the widest digit. */
  digit: number;
  /** The mean width of a letter in what is typed, spaces among them. */
  prose: number;
}

export interface Paper {
  width: number;
  height: number;
  top: number;
  bottom: number;
  /** The margin at the binding edge. */
  inner: number;
  outer: number;
  /** The margins at the left and right of this page: inner and outer, and on a left-hand page of a bound copy outer and inner. */
  left: number;
  right: number;
}

export interface Theme {
  name: string;
  /** Ink is saved: no fills, and no art that only decorates. */
  inkSaver: boolean;
  /** Family names as registered with the layout engine. `text` and `note` have weights 400 and 700, `title` has 600. And the measures of each cut, and of the font that is typed with. */
  fonts: { text: string; title: string; note: string; metrics: Record<TypeStyle['font'] | 'field', FontMetrics> };
  colors: {
    /** Text. */
    ink: string;
    /** Hints and furniture. */
    muted: string;
    /** The one colour: numerals, links, words in the margin column, the title on the cover. */
    accent: string;
    /** The same where it is no text (bars, drawings): a practice's own colour, which may be lighter than words can be. */
    mark: string;
    /** Titles of worksheets, pages and steps. */
    title: string;
    /** Behind panels and table heads. */
    tint: string;
    /** Writing lines and inner rules. */
    rule: string;
    /** Edges of tick boxes and fields. */
    edge: string;
    /** Safety notes. */
    signal: string;
    /** The paper, behind what is typed. */
    paper: string;
  };
  type: {
    /** What is read. */
    body: TypeStyle;
    /** The sentence that opens a section. */
    lead: TypeStyle;
    /** What is asked. */
    prompt: TypeStyle;
    hint: TypeStyle;
    /** Heads of tables, words in the margin column. */
    label: TypeStyle;
    /** A worksheet in the table of contents. */
    entry: TypeStyle;
    section: TypeStyle;
    title: TypeStyle;
    stepTitle: TypeStyle;
    coverTitle: TypeStyle;
    /** The number of a step on its opener. */
    numeral: TypeStyle;
    /** Step name and page number at the foot of each page. */
    furniture: TypeStyle;
    /** What is typed into a field; the distance of its lines is the viewer's. */
    field: { size: number };
  };
  /** Vertical and horizontal spaces. */
  space: { xs: number; s: number; m: number; l: number; xl: number; xxl: number };
  ruling: {
    /** From one writing line to the next. */
    leading: number;
    /** Line width of writing lines. */
    width: number;
    /** Height of a row in a log: one line by hand. */
    row: number;
    /** Height of a row in a short table or a plan: two lines by hand. */
    tallRow: number;
    /** Line width of a table's rules, and of the rule under a head. */
    table: number;
    /** Line width of the edge of a framed space. */
    frame: number;
    /** Corner radius of a framed space. */
    radius: number;
    /** At most so many more lines than asked for, where a page has room left. */
    grow: number;
  };
  tick: {
    /** Side of a tick box. */
    size: number;
    /** Line width of its edge. */
    edge: number;
    radius: number;
    /** From the box to its label. */
    gap: number;
    /** Least height of a row with a tick box. */
    row: number;
  };
  scale: {
    /** From the left edge of one cell to that of the next. */
    pitch: number;
    /** Side of a cell. */
    cell: number;
  };
  head: {
    /** Line width of the bar over the title of a worksheet or a page; 0 for none. */
    bar: number;
    /** Line width of the rule under what stands at its head; 0 for none. */
    rule: number;
  };
  column: {
    /** Width of the margin column, left of the main column. */
    margin: number;
    /** Between the two, and between two voices. */
    gap: number;
    /** The widest that prose is set. */
    measure: number;
  };
  icon: {
    /** Side. */
    size: number;
    /** Line width. */
    line: number;
  };
  motif: {
    /** Width on a step's opener; 0 for none. */
    opener: number;
    /** Width on the cover; 0 for none. */
    cover: number;
    /** Width at the foot of the pages of a step; 0 for none. */
    foot: number;
    /** Line width of the outline. */
    line: number;
    /** Line width of a joined crack. */
    seam: number;
  };
  callout: {
    /** Line width of the bar beside the words. */
    bar: number;
    /** From the bar to the words. */
    indent: number;
  };
  card: {
    /** From the cutting edge to what is in the card. */
    padding: number;
    /** Line width of the cutting edge. */
    edge: number;
    /** Width of the column of prompts; 0 where they stand above their lines. */
    prompts: number;
  };
  list: {
    /** Width of the column of bullets or numbers. */
    marker: number;
  };
  contents: {
    /** Width of the column of page numbers. */
    page: number;
  };
  logo: {
    /** The tallest that it is drawn. */
    height: number;
    /** The widest. */
    width: number;
    /** The space round it that nothing else stands in. */
    quiet: number;
  };
  frame: {
    /** From the foot of the paper to the foot of the line with the page number. */
    foot: number;
  };
  paper: Paper;
}

/** Size and line height in points. */
export interface TypeSize {
  size: number;
  leading: number;
}

/** A size together with the cut of the font it is set in. */
export interface TypeStyle extends TypeSize {
  font: 'regular' | 'bold' | 'title' | 'note';
}

export interface TypedSpace {
  /** Of the whole space. */
  height: number;
  size: number;
  /** From one writing line to the next; none in a frame or a table’s cell. */
  leading?: number | undefined;
  /** Whether words stand beside the first writing line, so that what is typed has to be level with them. */
  beside?: boolean | undefined;
}

export interface Ruled {
  /** Lines to write on by hand, and from one to the next, in points. */
  lines: number;
  leading: number;
  /** Of typed letters, in points. */
  fontSize: number;
  /** The mean width of a typed letter, in points. */
  letter: number;
  /** Whether words stand beside the first line. */
  beside?: boolean;
}

export type Block = LeafBlock | WorksheetBlock;

/** A place in a file, as character offsets; line and column are computed when they are printed. */
export interface Location {
  /** Absolute path. */
  file: string;
  /** Offset of the first character, from 0. */
  start: number;
  /** Offset after the last character. */
  end: number;
}

/** A page in a list. */
export interface ListedPage {
  /** Where it stands: `#step` or `#step/worksheet`. */
  href: string;
  /** Its own title, which the edition puts in. */
  title?: ProseSpans;
  /** What is said of it under each head after the first. */
  cells: ProseSpans[];
}

/** A question under its part. */
export interface AskedQuestion {
  /** The titles of the page or step, and of the worksheet; empty where they are not known. */
  part: Written;
  question: Written;
}

/** Content that is not read aloud (ISO 32000-1, 14.8.2.2). */
export type Artifact = 'Layout' | 'Background' | 'Header' | 'Footer';

export type FieldMark = TextFieldMark | CheckFieldMark;

/** What fills the box of a node, whose proportions it has: SVG that was checked when it was read, or the absolute path of a PNG or JPEG. */
export type Drawing = { svg: string; grey: boolean } | { picture: string };

/** Writing space that gives and takes whole lines, so that a page is neither ragged nor runs over by a little. */
export interface Grow {
  /** The height of one line in points. */
  step: number;
  /** At most so many more lines; `Infinity` fills the page. */
  most: number;
  /** At most so many fewer lines, where that spares a page. */
  fewer: number;
  /** Fields of a unit, or of a pair of units, with the same word grow and shrink alike, or not at all. */
  together?: string;
}

export interface CounselorNotes {
  goal: ProseSpans;
  'look-for': ProseSpans[];
  cautions: ProseSpans[];
  debrief: ProseSpans[];
}

export type Company = 'alone' | 'together' | 'either';

export interface TextFieldMark {
  kind: 'text';
  /** Unique in the document: `section_block` or `section_block_n`. */
  name: string;
  /** The accessible name; starts with the visible label. */
  label: string;
  multiline: boolean;
  /** Size of what is typed, in points. */
  fontSize: number;
  /** The colour behind what is typed, which hides the ruled lines there; left out, the field is transparent. */
  background?: string;
  /** Whether words stand beside its first line: what is typed begins level with them. */
  beside?: boolean;
  /** Names, dates and codes are not spell-checked. */
  spellcheck?: boolean;
  /** What is written there: the space has to hold it. */
  expects: Expects;
}

export interface CheckFieldMark {
  kind: 'check';
  name: string;
  label: string;
  /** What is drawn when it is on: a tick, or a ring that leaves the number inside it to be read. */
  sign: 'tick' | 'ring';
}
