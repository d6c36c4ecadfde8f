import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDrawing } from '../../../src/pictures/svg/read-svg.ts';

const LOGOS = path.resolve(import.meta.dirname, '../../fixtures/logos');
const read = (text: string) => readDrawing('/logo.svg', Buffer.from(text));
const svg = (inside: string, attributes = 'viewBox="0 0 10 10"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
const SHAPE = '<rect width="10" height="10"/>';

/** What is told of a drawing, as `code severity: found`. */
const told = (inside: string) =>
  read(svg(inside + SHAPE)).diagnostics.map(({ code, severity, message }) => `${code} ${severity}: ${message.replace(/^.*found /, '')}`);

describe('logos as drawing programs write them', () => {
  test.each(readdirSync(LOGOS).filter((name) => name !== 'effects.svg'))('%s is read without a word', (name) => {
    const { drawing, diagnostics } = readDrawing(name, readFileSync(path.join(LOGOS, name)));
    expect(diagnostics).toEqual([]);
    expect(drawing?.width).toBeGreaterThan(0);
    expect(drawing?.drawing).not.toMatch(/ style=|<style|class=|xlink:|<switch|foreignObject|inkscape|metadata|<text|<image|<a[ >]/);
  });

  test('effects are left out, each told once', () => {
    const { drawing, diagnostics } = readDrawing('effects.svg', readFileSync(path.join(LOGOS, 'effects.svg')));
    expect(diagnostics.map(({ code, severity, message }) => `${code} ${severity}: ${message}`)).toEqual([
      'svg-effect warning: expected shapes without effects, found an effect (vector-effect)',
      'svg-effect warning: expected shapes without effects, found an effect (filter)',
    ]);
    expect(drawing).toBeDefined();
  });
});

describe('a part that a page cannot show is told, with a way out', () => {
  test.each<[string, string]>([
    ['<text>Harbor</text>', 'svg-text error: text'],
    ['<image href="data:image/png;base64,AA"/>', 'svg-picture error: a picture of pixels in it'],
    ['<script>alert(1)</script>', 'svg-script error: a script'],
    ['<g onclick="go()"/>', 'svg-script error: a script ("onclick")'],
    ['<use href="https://example.org/a.svg#b"/>', 'svg-remote error: a part elsewhere ("https://example.org/a.svg#b")'],
    ['<style>@import url(https://example.org/a.css);</style>', 'svg-remote error: "@import"'],
    ['<foreignObject><p>Harbor</p></foreignObject>', 'svg-foreign error: something of another language (<foreignObject>)'],
    ['<style>g > rect { fill: red }</style>', 'svg-style error: "g > rect"'],
    ['<path fill="var(--brand)" d="M0 0h1"/>', 'svg-colour error: "var(--brand)"'],
    ['<path d="M0 0 lorem"/>', 'svg-path error: something else in "d"'],
    ['<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', 'svg-circle error: a part that holds itself (id "a")'],
    ['<use xlink:href="#gone"/>', 'svg-missing warning: a reference to "gone"'],
    ['<rect style="mix-blend-mode:multiply" width="1" height="1"/>', 'svg-effect warning: an effect (mix-blend-mode)'],
    ['<rect width="1" height="1"><animate attributeName="x"/></rect>', 'svg-effect warning: a movement (<animate>)'],
    ['<video/>', 'svg-unknown warning: <video>'],
  ])('%s', (inside, expected) => {
    expect(told(inside)).toEqual([expected]);
    expect(read(svg(inside + SHAPE)).diagnostics[0]?.hints).toHaveLength(1);
  });

  test('what is hidden is not looked at', () => {
    expect(told('<g display="none"><text>Guide</text><image href="https://example.org/a.png"/></g>')).toEqual([]);
  });

  test('parts that each refer to the next one are a chain that is too long, in whatever order they stand', () => {
    const chain = [...Array.from({ length: 12_000 }, (_, link) => `<use id="l${link}" href="#l${link + 1}"/>`), '<path id="l12000" d="M0 0h1"/>'];
    expect(told(chain.join(''))).toEqual(['svg-chain error: a chain that goes on and on']);
    expect(told(chain.toReversed().join(''))).toContainEqual('svg-chain error: a chain that goes on and on');
  });

  test('parts that multiply are too many, however few lines they take', () => {
    const levels = Array.from({ length: 9 }, (_, level) => `<g id="l${level + 1}">${`<use href="#l${level}"/>`.repeat(10)}</g>`).join('');
    expect(told(`<g id="l0"><path d="M0 0h1"/></g>${levels}`)).toEqual([expect.stringMatching(/^svg-large error/)]);
  });

  test('every style sheet of other places is told', () => {
    expect(read(`<?xml-stylesheet href="a.css"?>${svg(SHAPE)}`).diagnostics.map(({ code }) => code)).toEqual(['svg-remote']);
  });
});

test.each<[string, string, RegExp]>([
  ['broken markup', '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>', /^svg-broken/],
  ['other markup', '<html><body/></html>', /^svg-broken.*found <html>/],
  ['no size', svg(SHAPE, ''), /^svg-size/],
  ['nothing to see', svg('<defs><rect id="a"/></defs><title>Logo</title>').replace('<rect id="a"/>', ''), /^svg-empty/],
  ['levels without end', `${'<g>'.repeat(500)}`, /^svg-broken/],
])('%s is refused', (_, text, expected) => {
  const { drawing, diagnostics } = read(text);
  expect(drawing).toBeUndefined();
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([expect.stringMatching(expected)]);
});

test('styles count as in a browser: attributes least, then rules by weight, then the style of the element', () => {
  const { drawing } = read(
    svg(
      '<style>rect{fill:#111}.b{fill:#222}#c{fill:#333}</style><rect fill="#000" width="1" height="1"/><rect class="b" width="1" height="1"/><rect class="b" id="c" width="1" height="1"/><rect class="b" style="fill:#444" width="1" height="1"/>',
    ),
  );
  expect([...(drawing?.drawing ?? '').matchAll(/fill="(#\w+)"/g)].map(([, colour]) => colour)).toEqual(['#111111', '#222222', '#333333', '#444444']);
});

test('colours of any form become those that are drawn, with their opacity', () => {
  const { drawing } = read(svg('<rect fill="hsl(0, 100%, 50%)" width="1" height="1"/><rect fill="#0000ff80" fill-opacity="50%" width="1" height="1"/>'));
  expect(drawing?.drawing).toContain('fill="#ff0000"');
  expect(drawing?.drawing).toMatch(/fill-opacity="0\.25\d*"/);
});

test('a mask by opacity becomes one by brightness', () => {
  const { drawing } = read(svg('<mask id="m" style="mask-type:alpha"><circle r="4" fill="#d9d9d9"/></mask><g mask="url(#m)"><rect width="9" height="9"/></g>'));
  expect(drawing?.drawing).toContain('<circle r="4" fill="#ffffff">');
});

test('namespaces that are named by entities are understood', () => {
  const { drawing, diagnostics } = read(
    '<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;" width="20mm" height="10mm"><rect width="1" height="1"/></svg>',
  );
  expect(diagnostics).toEqual([]);
  expect((drawing?.width ?? 0) / (drawing?.height ?? 1)).toBeCloseTo(2);
});
