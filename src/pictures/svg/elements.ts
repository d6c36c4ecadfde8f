/** Lists the elements of SVG: those that are drawn, those that only describe, and those that a page cannot show. */
import type { FaultCode } from './faults.ts';

/** The basic shapes (SVG 2, 10). */
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

/** Drawn as groups; the link of an `a` is dropped, for it would become a link of the page. */
export const GROUPS = new Set(['a', 'switch']);

/** Elements that draw nothing, and are dropped without a report. */
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

/** Drawn only where something refers to them, even when they are hidden. */
export const RESOURCES = new Set(['linearGradient', 'radialGradient', 'clipPath', 'mask', 'marker', 'pattern', 'symbol']);

/** Elements of text. */
export const TEXTS = new Set(['text', 'tspan', 'textPath', 'tref', 'flowRoot', 'altGlyph']);

/** Dropped here; the property that refers to them is reported. */
export const EFFECTS = new Set(['filter']);

/** Elements that a page cannot show, with their diagnostic codes and what to call them. */
export const REFUSED: Record<string, { code: FaultCode; found: string }> = {
  image: { code: 'svg-picture', found: 'a picture of pixels in it' },
  script: { code: 'svg-script', found: 'a script' },
  foreignObject: { code: 'svg-foreign', found: 'something of another language (<foreignObject>)' },
  animate: { code: 'svg-effect', found: 'a movement (<animate>)' },
  animateTransform: { code: 'svg-effect', found: 'a movement (<animateTransform>)' },
  animateMotion: { code: 'svg-effect', found: 'a movement (<animateMotion>)' },
  set: { code: 'svg-effect', found: 'a movement (<set>)' },
};
