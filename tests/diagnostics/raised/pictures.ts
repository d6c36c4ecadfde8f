/** A mistake for each code that tells of pictures, and of drawings in SVG. */
import { readDrawing } from '../../../src/pictures/svg/read-svg.ts';
import type { Mistake, Mistakes } from './place.ts';

/** The head of a JPEG of a size in pixels, and no more of it. */
const jpegHead = (width: number, height: number): Buffer =>
  Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);

/** A block with a picture of this name, beside these files. */
const image =
  (name: string, files: Record<string, string | Uint8Array> = {}): Mistake =>
  async (place) => {
    await place.write(files);
    await place.blocks(`- image: ${name}\n  alt: A ring\n`);
    return place.check();
  };

export const pictures: Mistakes<'pictures'> = {
  'image-damaged': image('ring.jpg', { 'book/en/ring.jpg': jpegHead(60, 60) }),
  'image-missing': image('rign.png'),
  'image-outside': image('../../ring.png'),
  'image-remote': image('https://example.org/ring.png'),
  'image-too-large': image('ring.jpg', { 'book/en/ring.jpg': jpegHead(9000, 9000) }),
  'image-unreadable': image('rings', { 'book/en/rings/one.txt': 'words' }),
  'not-an-image': image('ring.png', { 'book/en/ring.png': 'GIF89a' }),
};

const svg = (inside: string, attributes = 'viewBox="0 0 10 10"') => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;
const SHAPE = '<rect width="10" height="10"/>';
const drawing =
  (text: string): Mistake =>
  (place) =>
    readDrawing(place.path('logo.svg'), Buffer.from(text)).diagnostics;

/** A drawing with a shape and something else. */
const beside = (inside: string): Mistake => drawing(svg(inside + SHAPE));

export const drawings: Mistakes<'drawings'> = {
  'svg-broken': drawing('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'),
  'svg-chain': beside(Array.from({ length: 12_000 }, (_, link) => `<use id="l${link}" href="#l${link + 1}"/>`).join('') + '<path id="l12000" d="M0 0h1"/>'),
  'svg-circle': beside('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
  'svg-colour': beside('<path fill="var(--brand)" d="M0 0h1"/>'),
  'svg-effect': beside('<rect style="mix-blend-mode:multiply" width="1" height="1"/>'),
  'svg-empty': drawing(svg('<title>Logo</title>')),
  'svg-foreign': beside('<foreignObject><p>Harbor</p></foreignObject>'),
  'svg-large': beside(
    `<g id="l0"><path d="M0 0h1"/></g>${Array.from({ length: 9 }, (_, level) => `<g id="l${level + 1}">${`<use href="#l${level}"/>`.repeat(10)}</g>`).join('')}`,
  ),
  'svg-missing': beside('<use href="#gone"/>'),
  'svg-path': beside('<path d="M0 0 lorem"/>'),
  'svg-picture': beside('<image href="data:image/png;base64,AA"/>'),
  'svg-remote': beside('<use href="https://example.org/a.svg#b"/>'),
  'svg-script': beside('<script>alert(1)</script>'),
  'svg-size': drawing(svg(SHAPE, '')),
  'svg-style': beside('<style>g > rect { fill: red }</style>'),
  'svg-text': beside('<text>Harbor</text>'),
  'svg-unknown': beside('<video/>'),
};
