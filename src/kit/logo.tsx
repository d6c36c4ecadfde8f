/** The logo of the practice, as large as the theme allows. */
import { View } from '@react-pdf/renderer';
import { createElement } from 'react';
import { usePractice, useTheme } from './context.ts';
import type { Marks } from './marks.ts';

export interface LogoProps {
  /** Only decoration: the practice's name stands beside it. Else it is a figure whose words are that name. */
  decorative?: boolean;
}

/** The size of the logo in points: it keeps its proportions and stays inside what the theme allows. None where there is no logo. */
export const useLogoSize = (): { width: number; height: number } | undefined => {
  const { logo } = useTheme();
  const given = usePractice()?.logo;
  if (!given) return undefined;
  const { width, height } = given;
  const scale = Math.min(logo.width / width, logo.height / height);
  return { width: width * scale, height: height * scale };
};

/** Draws the logo, or nothing where there is none. The quiet zone round it (`logo.quiet` of the theme) is for the component to keep. */
export const Logo = ({ decorative = false }: LogoProps) => {
  const theme = useTheme();
  const practice = usePractice();
  const size = useLogoSize();
  if (!practice?.logo || !size) return null;
  const { picture, drawing } = practice.logo;
  const means: Marks = decorative ? { artifact: 'Layout' } : { role: 'Figure', alt: practice.name };
  const drawn: Marks = drawing ? { drawing: { svg: drawing, grey: theme.inkSaver } } : picture ? { drawing: { picture } } : {};
  return createElement(View, { style: { ...size, flexShrink: 0 }, marks: { ...means, ...drawn } } as object);
};
