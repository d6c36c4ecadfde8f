/** The schemas of token values (lengths, colours, fonts), which turn what an author writes into what components get. */
import { customIssue } from '../yaml/custom-issue.ts';
import * as z from 'zod';

/** The points of each unit. */
const UNITS: Record<string, number> = { pt: 1, mm: 72 / 25.4, cm: 72 / 2.54, in: 72 };
const LENGTH = /^(\d+(?:\.\d+)?)\s*([a-z%]*)$/i;

/** The decimals of lengths in points. */
const DECIMALS = 3;

const rounded = (value: number): number => Number(value.toFixed(DECIMALS));

/**
 * A length: a number of points, or a number with a unit; it becomes points.
 *
 * @param description what it measures
 * @param least in points
 * @param most in points
 */
export const length = (description: string, least: number, most: number) =>
  z
    .union([z.number().min(least).max(most), z.string().meta({ pattern: '^[0-9]+(\\.[0-9]+)? *(pt|mm|cm|in)?$' })])
    .transform((written, ctx): number => {
      if (typeof written === 'number') return written;
      const [, digits, unit = ''] = LENGTH.exec(written.trim()) ?? [];
      const factor = UNITS[unit.toLowerCase() || 'pt'];
      if (digits === undefined || factor === undefined) {
        const hint = unit === 'px' ? 'a page has no pixels: 16px of a screen are 12pt' : 'units: pt (or none), mm, cm, in';
        ctx.addIssue(customIssue(`expected a length such as 24, 24pt or 8.5mm, found "${written}"`, { code: 'wrong-unit', hint }));
        return z.NEVER;
      }
      const points = Number(digits) * factor;
      if (points < least || points > most) {
        const message = `expected a length from ${least}pt to ${most}pt, found "${written}"${factor === 1 ? '' : ` (${rounded(points)}pt)`}`;
        ctx.addIssue(customIssue(message, { code: 'out-of-range' }));
        return z.NEVER;
      }
      return rounded(points);
    })
    .optional()
    .meta({ description: `${description} In points (72 to an inch), or with a unit: mm, cm, in. From ${least} to ${most} points.` });

/** A colour: #rrggbb or #rgb, in quotation marks; it becomes #rrggbb in small letters. */
export const color = (description: string) =>
  z
    .string({ error: ({ input }) => (input === null ? 'expected a colour in quotation marks such as "#0e5157" (a bare # begins a comment)' : undefined) })
    .transform((written, ctx): string => {
      const [, digits] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(written.trim()) ?? [];
      if (digits) return `#${digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits}`.toLowerCase();
      const bare = /^[0-9a-f]{6}$/i.test(written.trim());
      const hint = bare
        ? `write "#${written.trim()}", in quotation marks`
        : 'write red, green and blue as two hexadecimal digits each, as colour pickers show them under “hex”; names such as "teal" differ between programs';
      ctx.addIssue(customIssue(`expected a colour such as "#0e5157", found "${written}"`, { code: 'wrong-colour', hint }));
      return z.NEVER;
    })
    .optional()
    .meta({ description: `${description} As "#rrggbb", in quotation marks.`, pattern: '^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$' });

/** A number of things. */
export const count = (description: string, least: number, most: number) => z.number().int().min(least).max(most).optional().meta({ description });

/** A TrueType font; where it lies is looked up when the theme is loaded. */
export const font = (description: string) =>
  z
    .string()
    .trim()
    .min(1)
    .optional()
    .meta({
      description: `${description} A TrueType file inside the template's folder, such as fonts/Mine-Regular.ttf; or one of the packaged fonts, such as packaged:source-serif-4/600SemiBold.`,
    });
