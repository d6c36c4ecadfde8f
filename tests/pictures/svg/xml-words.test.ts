import { expect, test } from 'vitest';
import { readDrawing } from '../../../src/pictures/svg/read-svg.ts';

const told = (text: string): string =>
  readDrawing('/logo.svg', Buffer.from(text)).diagnostics.map(({ message }) => message.replace('expected well-formed SVG, found ', ''))[0] ?? '';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">';

test.each([
  [`${SVG}<rect width="9" height="9"/>`, 'no end of the element <svg>'],
  [`${SVG}<g></svg>`, 'the end of an element before that of one inside it'],
  [`${SVG}</svg></g>`, '"</g>" without its beginning'],
  [`${SVG}<title>a < b</title></svg>`, 'a "<" that begins no element'],
  [`${SVG}<title>Harbor & Sons</title></svg>`, 'an "&" that begins no sign'],
  [`${SVG}<title>a&nbsp;b</title></svg>`, 'a sign by a name that XML does not know'],
  [`${SVG}<rect width=9 /></svg>`, 'a value without quotation marks'],
  [`${SVG}<rect hidden /></svg>`, 'an attribute without a value'],
  [`${SVG}<rect width="9"height="9"/></svg>`, 'two attributes without a space between them'],
  [`${SVG}<rect width="9" width="9"/></svg>`, 'the attribute "width" twice in one element'],
  [`${SVG}</svg>${SVG}</svg>`, 'a second drawing behind the first'],
  [`words ${SVG}</svg>`, 'words outside of the drawing'],
  [`\n<?xml version="1.0"?>${SVG}</svg>`, 'something before the line "<?xml … ?>"'],
  ['<?xml version="1.0" encoding=?><svg/>', 'a line "<?xml … ?>" that is not right'],
  [`${SVG}<!-- a -- b --></svg>`, '"--" within a comment'],
  [`${SVG}\u0007</svg>`, 'a character that XML does not have'],
  [`${SVG}${'<g>'.repeat(500)}`, 'more than 100 elements within each other'],
])('%s is told in our own words', (text, found) => {
  expect(told(text)).toBe(found);
});
