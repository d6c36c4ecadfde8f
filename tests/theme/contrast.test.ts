import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { converter } from 'culori';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { check } from '../../src/commands/check.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { position } from '../../src/diagnostics/source-file.ts';
import { contrast, nearestPassing } from '../../src/theme/contrast.ts';
import { templatesIn, shippedTemplates } from '../../src/theme/find-template.ts';
import { loadTheme } from '../../src/theme/load.ts';
import { Capture } from '../commands/capture.ts';

let home = '';
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mendbook-contrast-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

let count = 0;
/** Loads a theme that extends calm; gives its diagnostics, each with its line and column. */
const problemsOf = async (yaml: string): Promise<(Diagnostic & { place: string })[]> => {
  const folder = path.join(home, `theme-${(count += 1)}`);
  await mkdir(folder);
  await writeFile(path.join(folder, 'theme.yaml'), `extends: calm\n${yaml}`);
  const { diagnostics, sources } = await loadTheme(folder, { paper: 'letter', cwd: home });
  return diagnostics.map((diagnostic) => {
    const source = sources.find(({ file }) => file === diagnostic.at?.file);
    const { line, column } = source ? position(source, diagnostic.at?.start ?? 0) : { line: 0, column: 0 };
    return { ...diagnostic, place: `${line}:${column}` };
  });
};
const suggested = ({ hints }: Diagnostic): string => /"(#[0-9a-f]{6})"/.exec(hints?.join() ?? '')?.[1] ?? '';

describe('the contrast of two colours', () => {
  it.each([
    // Examples of WCAG and of the contrast checkers that are in use.
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#949494', '#ffffff', 3.03],
    ['#ff0000', '#ffffff', 4],
  ])('of %s and %s is %f', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });
});

describe('the nearest colour that passes', () => {
  const oklch = converter('oklch');
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

  it('passes, and is of the same hue, for any colour', () => {
    fc.assert(
      fc.property(hex, fc.constantFrom(3, 4.5, 7), (color, ratio) => {
        const found = nearestPassing(color, (candidate) => contrast(candidate, '#ffffff') >= ratio) ?? '';
        expect(contrast(found, '#ffffff')).toBeGreaterThanOrEqual(ratio);
        const [before, after] = [oklch(color), oklch(found)];
        // Of a colour that is nearly grey, eight bits are too few to hold a hue.
        if (!before || !after || before.c < 0.04 || after.c < 0.04) return;
        const turn = Math.abs((before.h ?? 0) - (after.h ?? 0));
        expect(Math.min(turn, 360 - turn)).toBeLessThan(4);
      }),
    );
  });

  it('is the colour itself where that passes, and none where no lightness does', () => {
    expect(nearestPassing('#0e5157', () => true)).toBe('#0e5157');
    expect(nearestPassing('#0e5157', () => false)).toBeUndefined();
  });

  it('is no further away than it needs to be', () => {
    const found = nearestPassing('#808080', (candidate) => contrast(candidate, '#ffffff') >= 4.5);
    // #777777 is the lightest grey that fails.
    expect(found).toBe('#767676');
  });
});

describe('the colours of a theme', () => {
  it('hold in every shipped template', async () => {
    const names = await templatesIn(shippedTemplates());
    expect(names).toContain('calm');
    for (const name of names) expect((await loadTheme(name, { paper: 'a4', cwd: home })).diagnostics, name).toEqual([]);
  });

  it.each(['ink', 'muted', 'accent', 'signal'])('need 4.5 to 1 as text: %s', async (token) => {
    const [problem, ...others] = await problemsOf(`colors:\n  ${token}: "#7a7a7a"\n`);
    expect(problem).toMatchObject({ code: 'low-contrast', severity: 'error', place: `3:${token.length + 5}` });
    expect(problem?.message).toMatch(/^expected a contrast of at least 4\.5 to 1 for text on white, found 4\.29 to 1 \(#7a7a7a\)$/);
    expect(others).toEqual([]);
    expect(await problemsOf(`colors: { ${token}: "${suggested(problem as Diagnostic)}" }\n`)).toEqual([]);
  });

  it.each(['rule', 'edge'])('need 3 to 1 as lines: %s', async (token) => {
    const [problem, ...others] = await problemsOf(`colors: { ${token}: "#c0c8ca" }\n`);
    expect(problem).toMatchObject({ code: 'low-contrast', place: `2:${token.length + 13}` });
    expect(problem?.message).toContain('at least 3 to 1 for lines');
    expect(others).toEqual([]);
    expect(await problemsOf(`colors: { ${token}: "${suggested(problem as Diagnostic)}" }\n`)).toEqual([]);
    expect(await problemsOf(`colors: { ${token}: "#7a7a7a" }\n`)).toEqual([]);
  });

  it('need 3 to 1 where all text that is set in them is large, or bold and fairly large', async () => {
    const large = 'type: { label: { size: 14, leading: 20 } }\n';
    expect(await problemsOf('colors: { signal: "#7a7a7a" }\n')).toHaveLength(1);
    expect(await problemsOf(`${large}colors: { signal: "#7a7a7a" }\n`)).toEqual([]);
    expect((await problemsOf(`${large}colors: { signal: "#aaaaaa" }\n`))[0]?.message).toContain('at least 3 to 1 for large text');
    expect(await problemsOf('type: { label: { size: 14, leading: 20, font: regular } }\ncolors: { signal: "#7a7a7a" }\n')).toHaveLength(1);
    // Muted words stand at the foot of the page, too.
    expect(await problemsOf('type: { hint: { size: 20, leading: 28 } }\ncolors: { muted: "#7a7a7a" }\n')).toHaveLength(1);
  });

  it('are told of at the ground where that is at fault', async () => {
    const [tint, ...others] = await problemsOf('colors: { tint: "#557777" }\n');
    expect(others).toEqual([]);
    expect(tint).toMatchObject({ code: 'low-contrast', place: '2:17' });
    expect(tint?.message).toMatch(/^expected a ground on which text has a contrast of at least 4\.5 to 1, found .* \(ink #000000 on #557777\)$/);
    expect(await problemsOf(`colors: { tint: "${suggested(tint as Diagnostic)}" }\n`)).toEqual([]);

    const [paper, ...more] = await problemsOf('colors: { paper: "#c8b88a" }\n');
    expect(more).toEqual([]);
    expect(paper?.place).toBe('2:18');
    expect(await problemsOf(`colors: { paper: "${suggested(paper as Diagnostic)}" }\n`)).toEqual([]);
  });

  it('that are light on a dark paper are refused: no sheet is dark', async () => {
    const problems = await problemsOf('colors: { paper: "#101010", ink: "#f0f0f0" }\n');
    expect(problems.map(({ place }) => place)).toEqual(['2:34', '2:18']);
  });

  it('that fail end check and build with 1, at their place, and nothing is written', async () => {
    await mkdir(path.join(home, 'grey'));
    await writeFile(path.join(home, 'grey/theme.yaml'), 'extends: calm\ncolors: { muted: "#999999" }\n');
    const about = { cwd: home, workbook: 'rebuilding-trust', lang: 'en', template: './grey', stdout: new Capture(), stderr: new Capture() };
    expect(await check({ ...about, format: 'short' })).toBe(1);
    expect(about.stdout.text).toMatch(/^grey\/theme\.yaml:2:18: error: .*found 2\.84 to 1/m);
    expect(await build({ ...about, out: 'a.pdf', paper: 'letter', for: 'both', relationship: 'other', edition: 'client' })).toBe(1);
    expect(about.stderr.text).toMatch(/nearest colour that passes: "#[0-9a-f]{6}"/);
    await expect(access(path.join(home, 'a.pdf'))).rejects.toThrow();
  });

  it('of a template that others extend are told of where they are written', async () => {
    await mkdir(path.join(home, 'pale'));
    await writeFile(path.join(home, 'pale/theme.yaml'), 'extends: calm\ncolors:\n  accent: "#88bbbb"\n');
    await mkdir(path.join(home, 'child'));
    await writeFile(path.join(home, 'child/theme.yaml'), 'extends: ../pale\n');
    const { diagnostics, theme } = await loadTheme('./child', { paper: 'letter', cwd: home });
    expect(theme).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'low-contrast', at: { file: path.join(home, 'pale/theme.yaml') } }]);
  });
});
