/** The elements of SVG: those that are drawn, those that only say something of the drawing, those that a page cannot show. */
import type { FaultCode } from './faults.ts';

/** Shapes and what they are put together with. */
export const SHAPES = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon']);

export const DRAWN = new Set([
  ...SHAPES,
  'svg',
  'g',
  'defs',
  'symbol',
  'use',
  'linearGradient',
  'radialGradient',
  'stop',
  'clipPath',
  'mask',
  'marker',
  'pattern',
]);

/** Drawn as the group that they are; a link of a logo would be a link of the page. */
export const GROUPS = new Set(['a', 'switch']);

/** Of no consequence for a drawing. */
export const SILENT = new Set([
  'title',
  'desc',
  'metadata',
  'style',
  'font',
  'font-face',
  'view',
  'cursor',
  'color-profile',
  'solidColor',
  'hatch',
  'meshgradient',
]);

/** Drawn only where something refers to them, hidden or not. */
export const RESOURCES = new Set(['linearGradient', 'radialGradient', 'clipPath', 'mask', 'marker', 'pattern', 'symbol']);

/** Text and what it flows in. */
export const TEXTS = new Set(['text', 'tspan', 'textPath', 'tref', 'flowRoot', 'altGlyph']);

/** Only inside the ones that are left out, with what names them. */
export const EFFECTS = new Set(['filter']);

/** What an element is that a page cannot show. */
export const REFUSED: Record<string, { code: FaultCode; found: string }> = {
  image: { code: 'svg-picture', found: 'a picture of pixels in it' },
  script: { code: 'svg-script', found: 'a script' },
  foreignObject: { code: 'svg-foreign', found: 'something of another language (<foreignObject>)' },
  animate: { code: 'svg-effect', found: 'a movement (<animate>)' },
  animateTransform: { code: 'svg-effect', found: 'a movement (<animateTransform>)' },
  animateMotion: { code: 'svg-effect', found: 'a movement (<animateMotion>)' },
  set: { code: 'svg-effect', found: 'a movement (<set>)' },
};
