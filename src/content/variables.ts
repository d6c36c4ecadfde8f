/** Finds variables, written as {{name}}, in texts, and replaces them by the workbook's values. */
import type { z } from 'zod';
import type { JoinWords } from './join-words.ts';
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
 * @param join puts a value behind the words before it; else it stands there as it is
 */
export function fillVariables(text: string, variables: Variables, relationship: Relationship, join: JoinWords = (before, words) => before + words): string {
  if (!text.includes('{{')) return text;
  let filled = '';
  let from = 0;
  for (const { name, index, length } of variablesIn(text)) {
    const value = name !== undefined && Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined) continue;
    filled = join(filled + text.slice(from, index), typeof value === 'string' ? value : (value[relationship] ?? value.default));
    from = index + length;
  }
  return filled + text.slice(from);
}

/** The variable that names the other person. */
const OTHER = 'other';

/** Whether a workbook names the other person by a variable, so that {@link callOther} changes what it says. */
export const namesOther = (variables: Variables): boolean => Object.hasOwn(variables, OTHER);

/**
 * Variables that name the other person as the reader does.
 *
 * @param variables the workbook's, which are not changed
 * @param other such as “your sister” or a name; left out, the words of the relationship stay
 */
export const callOther = (variables: Variables, other: string | undefined): Variables => (other === undefined ? variables : { ...variables, [OTHER]: other });
