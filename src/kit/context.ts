/** What every component may ask for: the theme and the words of the page's own furniture. */
import { createContext, useContext } from 'react';
import type { Strings } from './strings.ts';
import type { Theme } from './theme.ts';

export interface Setting {
  theme: Theme;
  strings: Strings;
}

/** Filled by the layout room around each tree of elements. */
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
