/** The practice's logo, as large as the theme has room for it. */
import { View } from '@react-pdf/renderer';
import { createElement } from 'react';
import { usePractice, useTheme } from './context.ts';
import type { Marks } from './marks.ts';
import type { Logo as Given } from './practice.ts';
import type { Theme } from './theme.ts';

export interface LogoProps {
  /** Only decoration: the practice's name stands beside it. Else it is a figure whose words are that name. */
  decorative?: boolean;
}

/** The size in points at which a logo keeps its proportions and stays inside what the theme allows. */
export const logoSize = ({ width, height }: Pick<Given, 'width' | 'height'>, { logo }: Pick<Theme, 'logo'>): { width: number; height: number } => {
  const scale = Math.min(logo.width / width, logo.height / height);
  return { width: width * scale, height: height * scale };
};

/** Draws the logo, or nothing where there is none. The quiet zone round it (`logo.quiet` of the theme) is for the component to keep. */
export const Logo = ({ decorative = false }: LogoProps) => {
  const theme = useTheme();
  const practice = usePractice();
  if (!practice?.logo) return null;
  const { picture, drawing } = practice.logo;
  const means: Marks = decorative ? { artifact: 'Layout' } : { role: 'Figure', alt: practice.name };
  const drawn: Marks = drawing ? { drawing: { svg: drawing, grey: theme.inkSaver } } : picture ? { drawing: { picture } } : {};
  return createElement(View, { style: { ...logoSize(practice.logo, theme), flexShrink: 0 }, mend: { ...means, ...drawn } } as object);
};
