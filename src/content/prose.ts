/** Prose: one paragraph of inline markdown, as the schema of a block takes it and as everything after it gets it. */
import * as z from 'zod';
import { parseInline } from './markdown.ts';

/** A stretch of text that looks the same from end to end. */
export interface Span {
  text: string;
  strong?: true;
  emphasis?: true;
  /** Where it leads: an address, or `#section/block` in this workbook. */
  href?: string;
}
export type Prose = Span[];

/**
 * A schema for one paragraph of inline markdown (bold, italic, links).
 * What is not inline becomes an issue with the offset into the string in `params.offset`.
 */
export const prose = (description: string) =>
  z
    .string()
    .trim()
    .min(1, 'expected some text, found none')
    .transform((source, ctx): Prose => {
      const { spans, problems } = parseInline(source);
      for (const problem of problems) {
        ctx.addIssue({ code: 'custom', message: problem.message, params: { code: 'markdown', offset: problem.offset, hint: problem.hint } });
      }
      return spans;
    })
    .meta({ description });

/** A paragraph or several. */
export const paragraphs = (description: string) =>
  z
    .union([prose(description).transform((paragraph) => [paragraph]), z.array(prose(description)).min(1)])
    .meta({ description });

/** A few plain words, with no markdown in them: the head of a column, the end of a scale. */
export const label = (description: string) => z.string().trim().min(1, 'expected some text, found none').max(120).meta({ description });

