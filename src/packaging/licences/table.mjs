/**
 * The licences of packages that are published without their text: who holds the copyright, under which licence, and where that is said.
 * The texts are those of SPDX, beside this file; a licence other than the one in the package's own package.json stops the packing.
 *
 * @typedef {{ licence: 'MIT' | 'ISC', holders: string[], source: string }} Grant
 */

/** @type {Grant[]} */
const REACT_PDF = [{ licence: 'MIT', holders: ['2025 Diego Muracciole <diegomuracciole@gmail.com>'], source: 'LICENSE of github.com/diegomura/react-pdf' }];

const OF_REACT_PDF = [
  'fns',
  'font',
  'hyphenate',
  'image',
  'layout',
  'paginate',
  'primitives',
  'reconciler',
  'render',
  'renderer',
  'stylesheet',
  'svg',
  'textkit',
];

/**
 * By the package's name. Each must be in the bundle, and must have no text of its own.
 *
 * @type {Record<string, Grant[]>}
 */
export const GRANTS = {
  ...Object.fromEntries(OF_REACT_PDF.map((name) => [`@react-pdf/${name}`, REACT_PDF])),
  'abs-svg-path': [{ licence: 'MIT', holders: ['Jake Rosoman'], source: 'author in package.json, github.com/jkroso/abs-svg-path' }],
  brotli: [{ licence: 'MIT', holders: ['Devon Govett <devongovett@gmail.com>'], source: 'readme.md, author in package.json' }],
  dfa: [{ licence: 'MIT', holders: ['Devon Govett <devongovett@gmail.com>'], source: 'README.md, author in package.json' }],
  fontkit: [{ licence: 'MIT', holders: ['2014-present Devon Govett'], source: 'LICENSE of github.com/foliojs/fontkit' }],
  'hsl-to-hex': [{ licence: 'MIT', holders: ['David Mark Clements'], source: 'author in package.json, github.com/davidmarkclements/hsl-to-hex' }],
  'hsl-to-rgb-for-reals': [
    {
      licence: 'ISC',
      holders: ['kayellpeee', 'David Mark Clements'],
      source: 'README.md (acknowledgements), repository in package.json: github.com/davidmarkclements/hsl_rgb_converter',
    },
  ],
  'media-engine': [{ licence: 'MIT', holders: ['Diego Muracciole'], source: 'README.md' }],
  'normalize-strings': [
    {
      licence: 'MIT',
      holders: ['Pablo Terradillos <tehsis@gmail.com>, Cristian Douce, Daithi Coombes'],
      source: 'author and contributors in package.json, github.com/tehsis/normalize',
    },
  ],
  saxes: [
    { licence: 'ISC', holders: ['Contributors'], source: 'LICENSE of github.com/lddubeau/saxes' },
    { licence: 'ISC', holders: ['Isaac Z. Schlueter and Contributors'], source: 'the same file, for sax, from which saxes was forked' },
    { licence: 'MIT', holders: ['Mathias Bynens <https://mathiasbynens.be/>'], source: 'the same file, for String.fromCodePoint' },
  ],
  'yoga-layout': [{ licence: 'MIT', holders: ['Meta Platforms, Inc. and affiliates.'], source: 'head of dist/src/index.js' }],
};

/**
 * Packages whose code is inside a file of another, so that the bundler does not see them: the file, and what it names the version with.
 *
 * @type {{ inside: string, file: string, names: string, name: string, version: string, grants: Grant[] }[]}
 */
export const INSIDE_OTHERS = [
  {
    inside: 'pdfjs-dist',
    file: 'legacy/build/pdf.worker.mjs',
    names: 'core-js/blob/v3.47.0/',
    name: 'core-js',
    version: '3.47.0',
    grants: [
      {
        licence: 'MIT',
        holders: ['2014-2025 Denis Pushkarev, 2025 CoreJS Company'],
        source: 'LICENSE of core-js 3.47.0, named in pdfjs-dist/legacy/build/pdf.worker.mjs',
      },
    ],
  },
];
