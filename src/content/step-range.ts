/** Parses the choice of steps in option --steps: "1-3,5", names, or a mix of both. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { nearest } from '../diagnostics/nearest.ts';

/** A step that can be chosen. */
export interface Step {
  id: string;
  /** Its number in the whole workbook, from 1. */
  number: number;
}

/**
 * Reads a choice of steps.
 *
 * @param choice numbers, ranges and names, separated by commas
 * @param steps all steps of the workbook
 * @param others the names of its pages and worksheets, which --only takes
 * @returns the names of the chosen steps, or an error for each part that is not a step
 */
export function pickSteps(choice: string, steps: readonly Step[], others: readonly string[] = []): { ids: Set<string>; diagnostics: Diagnostic[] } {
  const ids = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const last = Math.max(0, ...steps.map(({ number }) => number));
  const refuse = (message: string, hint: string) => diagnostics.push(error('steps', message, undefined, hint));
  const example = 'write for instance --steps 1-3,5 or --steps apologize';

  for (const part of choice.split(',').map((text) => text.trim())) {
    const range = /^(\d+)(?:\s*-\s*(\d+))?$/.exec(part);
    if (range) {
      const from = Number(range[1]);
      const to = Number(range[2] ?? range[1]);
      if (from > to) refuse(`expected the lower number first, found "${part}"`, `write ${to}-${from}`);
      else if (from < 1 || to > last) refuse(`expected steps from 1 to ${last}, found "${part}"`, `the steps are: ${listed(steps)}`);
      else for (const step of steps) if (step.number >= from && step.number <= to) ids.add(step.id);
    } else if (steps.some(({ id }) => id === part)) ids.add(part);
    else if (part === '') refuse('expected a step between the commas, found nothing', example);
    else {
      const near = nearest(
        part,
        steps.map(({ id }) => id),
      );
      const other = near ? undefined : (others.find((name) => name === part) ?? nearest(part, others));
      const hint = near ? `did you mean "${near}"?` : other ? `pages and worksheets are chosen with --only ${other}` : `the steps are: ${listed(steps)}`;
      refuse(`expected the number or name of a step, found "${part}"`, hint);
    }
  }
  return { ids, diagnostics };
}

const listed = (steps: readonly Step[]): string => steps.map(({ id, number }) => `${number} ${id}`).join(', ');
