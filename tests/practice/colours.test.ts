import { expect, test } from 'vitest';
import { withAccent } from '../../src/practice/accent-colour.ts';
import { contrast } from '../../src/theme/contrast.ts';
import { plainTheme } from '../fixtures/plain/theme.ts';

const at = { file: '/practice.yaml', start: 0, end: 1 };
const given = (color: string, theme = {}) => withAccent({ ...plainTheme, ...theme }, { color, at });

test('a colour that can be read is taken as it is', () => {
  const { theme, diagnostics } = given('#7a1f5c');
  expect([theme.colors.accent, theme.colors.mark, diagnostics]).toEqual(['#7a1f5c', '#7a1f5c', []]);
});

test('a colour between 3 and 4.5 to 1 is darkened for words, and stays in drawings', () => {
  const { theme, diagnostics } = given('#d0603c');
  expect(theme.colors.mark).toBe('#d0603c');
  expect(contrast(theme.colors.accent, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(contrast(theme.colors.accent, theme.colors.tint)).toBeGreaterThanOrEqual(4.5);
  expect(diagnostics).toEqual([
    expect.objectContaining({
      code: 'low-contrast',
      severity: 'warning',
      at,
      message: expect.stringMatching(new RegExp(`found 3\\.\\d+ to 1 \\("#d0603c"\\): words are set in "${theme.colors.accent}"$`)),
    }),
  ]);
  expect(diagnostics[0]?.hints?.[0]).toBe('bars and drawings keep "#d0603c"');
});

/** The hue of a colour as #rrggbb, in degrees. */
const hueOf = (color: string): number => {
  const [red, green, blue] = [1, 3, 5].map((from) => Number.parseInt(color.slice(from, from + 2), 16)) as [number, number, number];
  return (Math.atan2(Math.sqrt(3) * (green - blue), 2 * red - green - blue) * 180) / Math.PI;
};

test('safety notes are not told in the colour of a practice: where the two are alike, theirs is turned away', () => {
  const { signal, mark } = given('#b5482a').theme.colors;
  expect(signal).not.toBe(plainTheme.colors.signal);
  expect(Math.abs(hueOf(signal) - hueOf(mark))).toBeGreaterThan(20);
  expect(contrast(signal, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(given('#7a1f5c').theme.colors.signal).toBe(plainTheme.colors.signal);
});

test('a colour that is hardly seen is darkened for both', () => {
  const { theme, diagnostics } = given('#f2e9a0');
  expect(contrast(theme.colors.mark, '#ffffff')).toBeGreaterThanOrEqual(3);
  expect(contrast(theme.colors.accent, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(diagnostics[0]?.hints?.[0]).toMatch(/^bars and drawings get "#/);
});

test('where ink is saved everything stays in greys', () => {
  expect(given('#f2a900', { inkSaver: true }).theme.colors).toEqual(plainTheme.colors);
});

test('a theme that has 7 to 1 throughout keeps it', () => {
  const dark = { ...plainTheme.colors, muted: '#222222', accent: '#222222', signal: '#222222', edge: '#222222' };
  const { theme } = given('#7a5c00', { colors: dark });
  expect(contrast(theme.colors.accent, '#ffffff')).toBeGreaterThanOrEqual(7);
});

test('titles that have the colour of the theme follow it; others keep their own', () => {
  const titled = (title: string) => given('#7a1f5c', { colors: { ...plainTheme.colors, title } }).theme.colors.title;
  expect(titled(plainTheme.colors.accent)).toBe('#7a1f5c');
  expect(titled('#1d2528')).toBe('#1d2528');
});
