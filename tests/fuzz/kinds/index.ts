/** Every kind of case, and its share of the time. */
import type { Place, Subject } from '../subject.ts';
import { fontSubject } from './font.ts';
import { optionsSubject } from './options.ts';
import { pdfSubject } from './pdf.ts';
import { pictureSubject } from './picture.ts';
import { svgSubject } from './svg.ts';
import { themeSubject } from './theme.ts';
import { yamlSubject } from './yaml.ts';

export const KINDS = {
  yaml: { share: 0.2, subject: yamlSubject },
  theme: { share: 0.2, subject: themeSubject },
  svg: { share: 0.2, subject: svgSubject },
  picture: { share: 0.1, subject: pictureSubject },
  font: { share: 0.1, subject: fontSubject },
  options: { share: 0.1, subject: optionsSubject },
  pdf: { share: 0.1, subject: pdfSubject },
} satisfies Record<string, { share: number; subject: (place: Place) => Subject }>;

export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as Kind[];
export const isKind = (word: string | undefined): word is Kind => word !== undefined && Object.hasOwn(KINDS, word);
