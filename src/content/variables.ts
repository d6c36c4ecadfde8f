/** Variables: words written as {{name}}, whose values the workbook gives. */
import type { z } from 'zod';
import type { Relationship, workbookFile } from './workbook.ts';

export type Variables = z.output<typeof workbookFile>['variables'];

/** A place in a text where a variable is written, or where one was begun and not finished. */
export interface VariableUse {
  /** Left out when what stands there is not of the form {{name}}. */
  name?: string;
  /** Offset into the text. */
  index: number;
  length: number;
}

const WHOLE = /\{\{([a-z]+(?:\.[a-z]+)*)\}\}/y;
/** The longest that is shown of something unfinished. */
const SHOWN = 40;

/** Every {{ in a text, in order. */
export function variablesIn(text: string): VariableUse[] {
  const uses: VariableUse[] = [];
  for (let index = text.indexOf('{{'); index >= 0;) {
    WHOLE.lastIndex = index;
    const match = WHOLE.exec(text);
    if (match?.[1]) uses.push({ name: match[1], index, length: match[0].length });
    else {
      const rest = text.slice(index, index + SHOWN);
      const close = rest.indexOf('}}');
      uses.push({ index, length: close < 0 ? 2 : close + 2 });
    }
    index = text.indexOf('{{', index + (uses.at(-1)?.length ?? 2));
  }
  return uses;
}

/**
 * Puts the values of the variables into a text.
 *
 * @param text as the author wrote it; a variable that is not declared stays as it is
 * @param variables the workbook's
 * @param relationship whose words are wanted
 */
export function fillVariables(text: string, variables: Variables, relationship: Relationship): string {
  if (!text.includes('{{')) return text;
  return text.replace(/\{\{([a-z]+(?:\.[a-z]+)*)\}\}/g, (written, name: string) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) return written;
    return typeof value === 'string' ? value : (value[relationship] ?? value.default);
  });
}
