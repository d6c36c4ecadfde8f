/** Finds variables, written as {{name}}, in texts, and replaces them by the workbook's values. */
import type { z } from 'zod';
import type { Relationship, workbookFile } from './workbook.ts';

export type Variables = z.output<typeof workbookFile>['variables'];

/** A variable in a text, or the start of an unfinished one. */
export interface VariableUse {
  /** Left out when it is not of the form {{name}}. */
  name?: string;
  /** Offset into the text. */
  index: number;
  length: number;
}

const WHOLE = /\{\{([a-z]+(?:\.[a-z]+)*)\}\}/y;
/** The most characters that are shown of an unfinished variable. */
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
 * Replaces variables by their values.
 *
 * @param text as the author wrote it; undeclared variables are kept
 * @param variables the workbook's variables
 * @param relationship chooses among values that differ by relationship
 */
export function fillVariables(text: string, variables: Variables, relationship: Relationship): string {
  if (!text.includes('{{')) return text;
  return text.replace(/\{\{([a-z]+(?:\.[a-z]+)*)\}\}/g, (written, name: string) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) return written;
    return typeof value === 'string' ? value : (value[relationship] ?? value.default);
  });
}
