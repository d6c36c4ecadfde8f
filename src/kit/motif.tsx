/** The motif of a template: a drawing that grows with the book, one part more at each step, and is whole at the end. */
import { createElement, useContext, type ComponentType } from 'react';
import { SettingContext } from './context.ts';
import type { MotifProps } from './template.ts';

/** Every motif is drawn on a field of this many units, so that one can take another's place. */
export const MOTIF_FIELD = { width: 240, height: 184 };

/** The height of a motif at a width, in points. */
export const motifHeight = (width: number): number => (width * MOTIF_FIELD.height) / MOTIF_FIELD.width;

/** Draws the motif of the template in use, whichever of a chain gives it, or nothing where the theme gives it no width; only decoration, which screen readers pass over. */
export const Motif = (props: MotifProps) => {
  const drawing: ComponentType<MotifProps> | undefined = useContext(SettingContext)?.motif;
  return drawing && props.width > 0 ? createElement(drawing, props) : null;
};
