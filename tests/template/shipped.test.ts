/** The templates that come with the program: each says what it is for, and holds in every format. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { everyFormat } from '../../src/options/combinations.ts';
import { readChain } from '../../src/theme/extends-chain.ts';
import { contrast } from '../../src/theme/contrast.ts';
import { isShipped, shippedTemplates, templatesIn } from '../../src/theme/find-template.ts';
import { loadTemplate } from '../../src/template/load.ts';
import { loadTheme } from '../../src/theme/load.ts';

const names = await templatesIn(shippedTemplates());

it('there are four', () => {
  expect(names).toEqual(['bold', 'calm', 'plain', 'warm']);
});

describe.each(names)('the template %s', (name) => {
  it('says in a sentence what it is for', async () => {
    const { links } = await readChain(name, { cwd: '/' });
    expect(links.at(-1)?.theme?.about).toMatch(/^[A-Z].{40,180}\.$/);
  });

  it('has no fault in any format', async () => {
    const { diagnostics } = await loadTheme(name, { paper: 'letter', cwd: '/', alsoCheck: everyFormat() });
    expect(diagnostics).toEqual([]);
  });

  it('keeps the foot of a page apart from what is written above it', async () => {
    const apart = everyFormat().map(async (format) => {
      const { theme } = await loadTheme(name, { ...format, cwd: '/' });
      return theme ? theme.paper.bottom - theme.frame.foot - theme.type.furniture.leading : 0;
    });
    expect(Math.min(...(await Promise.all(apart)))).toBeGreaterThanOrEqual(7);
  });

  it('changes two components at most of what it extends', async () => {
    const [ours, calm] = await Promise.all([loadTemplate(name, { cwd: '/' }), loadTemplate('calm', { cwd: '/' })]);
    const [one, other] = [ours.template, calm.template].map((template) => ({ ...template, ...template?.blocks }) as Record<string, unknown>);
    expect(Object.keys(other ?? {}).filter((key) => key !== 'blocks' && one?.[key] !== other?.[key]).length).toBeLessThanOrEqual(2);
  });
});

it('bold has a contrast of at least 7 to 1 in whatever is read or filled in, in every format', async () => {
  for (const format of everyFormat()) {
    // oxlint-disable-next-line no-await-in-loop
    const { theme } = await loadTheme('bold', { ...format, cwd: path.sep });
    const { paper, tint, ...inks } = theme?.colors ?? ({} as never);
    for (const [token, ink] of Object.entries(inks))
      for (const ground of ['#ffffff', paper, tint]) expect(contrast(ink, ground), `${token} on ${ground}`).toBeGreaterThanOrEqual(7);
  }
});

it('bold is larger than calm, and its lines are stronger, in every format', async () => {
  for (const format of everyFormat()) {
    // oxlint-disable-next-line no-await-in-loop
    const [bold, calm] = await Promise.all(['bold', 'calm'].map(async (name) => (await loadTheme(name, { ...format, cwd: path.sep })).theme!));
    for (const style of ['body', 'lead', 'prompt', 'hint', 'label', 'entry', 'section', 'furniture', 'field'] as const)
      expect(bold!.type[style].size, style).toBeGreaterThanOrEqual(calm!.type[style].size);
    if (!format.largePrint) expect(bold!.type.body.size).toBeGreaterThan(calm!.type.body.size);
    for (const width of ['width', 'table', 'frame'] as const) expect(bold!.ruling[width], width).toBeGreaterThan(calm!.ruling[width]);
    expect(bold!.tick.edge).toBeGreaterThan(calm!.tick.edge);
  }
});

it('plain mixes no colour and no grey, in any format', async () => {
  for (const format of everyFormat()) {
    // oxlint-disable-next-line no-await-in-loop
    const { theme } = await loadTheme('plain', { ...format, cwd: path.sep });
    expect(new Set(Object.values(theme?.colors ?? {})), JSON.stringify(format)).toEqual(new Set(['#000000', '#ffffff']));
  }
});

it('are known as such, and one that was made beside them is not', () => {
  const folder = shippedTemplates();
  expect(names.filter((name) => !isShipped(path.join(folder, name)))).toEqual([]);
  expect(isShipped(path.join(folder, 'mine'))).toBe(false);
  expect(isShipped('/elsewhere/calm')).toBe(false);
});
