/** The schemas of the options' values in files: in practice.yaml and in packets. */
import * as z from 'zod';
import type { Option } from './declarations.ts';

/** A line of plain words. */
export const line = (description: string, most: number) => z.string().trim().min(1, 'expected some text, found none').max(most).meta({ description });

/** The schema of an option's value. @param pattern the form of a text, and the message for another form */
export const valueSchema = (option: Option, description: string, pattern?: { matches: RegExp; expected: string }): z.ZodType => {
  if (option.kind === 'switch') return z.boolean();
  if (option.kind === 'choice') return z.enum(option.values);
  if (option.kind === 'list') return z.array(line(description, 120)).min(1);
  return pattern ? z.string().regex(pattern.matches, pattern.expected) : line(description, 500);
};
