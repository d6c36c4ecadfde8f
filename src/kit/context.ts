/** The React context of all components: theme, texts of the program, help lines and practice, with hooks to read them. */
import { createContext, useContext, type ComponentType } from 'react';
import type { BlockOf } from '../content/blocks/index.ts';
import type { HelpLines } from '../content/help-line.ts';
import type { Practice } from './practice.ts';
import type { Strings } from '../content/strings.ts';
import type { MotifProps } from './template.ts';
import type { Theme } from './theme.ts';

export interface Setting {
  theme: Theme;
  strings: Strings;
  /** Every scale of the workbook, by `section/block`, for blocks that compare a second rating with it. */
  scales?: ReadonlyMap<string, BlockOf<'scale'>>;
  /** Of the reader's country, where one was chosen. */
  helpLines?: HelpLines;
  /** The practice that the copy names; undefined in a discreet copy. */
  practice?: Practice;
  /** The drawing of the template in use. */
  motif?: ComponentType<MotifProps>;
}

/** The layout provides it around each tree of elements. */
export const SettingContext = createContext<Setting | null>(null);

const useSetting = (): Setting => {
  const setting = useContext(SettingContext);
  if (!setting) throw new Error('a component of the kit was used outside a workbook');
  return setting;
};

/** The theme's tokens. */
export const useTheme = (): Theme => useSetting().theme;

/** The words that the program itself prints, in the language of the workbook. */
export const useStrings = (): Strings => useSetting().strings;

/** The scale that stands at `section/block`; none where this edition leaves it out. */
export const useScale = (place: string): BlockOf<'scale'> | undefined => useSetting().scales?.get(place);

/** The help lines of the reader's country; none where no country was chosen. */
export const useHelpLines = (): HelpLines | undefined => useSetting().helpLines;

/** The practice whose name the copy carries; none without a practice.yaml, and none in a discreet copy. */
export const usePractice = (): Practice | undefined => useSetting().practice;
