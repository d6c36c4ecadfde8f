/** The schemas of prose: paragraphs of inline markdown, which become spans of text, and labels without markdown. */
import { customIssue } from '../yaml/custom-issue.ts';
import * as z from 'zod';
import { parseInline } from './markdown.ts';
import type { Prose } from './span.ts';

/** A visible character: text of soft hyphens, direction marks and the like alone counts as empty. */
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\s]/u;

const someText = () =>
  z
    .string()
    .trim()
    .min(1, 'expected some text, found none')
    .superRefine((text, ctx) => {
      if (text !== '' && !VISIBLE.test(text))
        ctx.addIssue(customIssue('expected some text, found only characters that are not seen', { code: 'wrong-form', hint: 'write some words' }));
    });

/** The most characters of a title. */
export const TITLE_LENGTH = 120;

/**
 * A schema for one paragraph of inline markdown (bold, italic, links).
 * What is not inline becomes an issue with the offset into the string in `params.offset`.
 * @param most How many characters it may have, as it is written
 */
export const prose = (description: string, most?: number) =>
  (most === undefined ? someText() : someText().max(most))
    .transform((source, ctx): Prose => {
      const { spans, problems } = parseInline(source);
      for (const problem of problems) {
        ctx.addIssue(customIssue(problem.message, { code: 'markdown', offset: problem.offset, hint: problem.hint }));
      }
      return spans;
    })
    .meta({ description });

/** A paragraph or several. */
export const paragraphs = (description: string) =>
  z.union([prose(description).transform((paragraph) => [paragraph]), z.array(prose(description)).min(1)]).meta({ description });

/** A few plain words, with no markdown in them: the head of a column, the end of a scale. */
export const label = (description: string) => someText().max(TITLE_LENGTH).meta({ description });
