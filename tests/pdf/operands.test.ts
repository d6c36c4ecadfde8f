import { expect, test } from 'vitest';
import { fillOf, fine, rgb, short, strokeOf } from '../../src/pdf/operands.ts';

test('lengths are written to a thousandth, places of letters to a hundredth, and nothing as 0', () => {
  expect([short(12.34567), short(3), short(-0.0001)]).toEqual(['12.346', '3', '0']);
  expect([fine(12.34567), fine(-7.5), fine(-0.001)]).toEqual(['12.35', '-7.5', '0']);
});

test('colours of three and six digits are written by their components', () => {
  expect([rgb('#0f8'), rgb('#0e5157'), rgb('white')]).toEqual(['0 1 0.533', '0.055 0.318 0.341', '1 1 1']);
});

test('of a colour that is seen through, or has another form, nothing is said', () => {
  expect([rgb('#11223380'), rgb('tomato'), rgb('rgb(1, 2, 3)')]).toEqual([undefined, undefined, undefined]);
});

test('black and greys are set in DeviceGray, colours in DeviceRGB', () => {
  expect([fillOf('0 0 0'), strokeOf('0 0 0'), fillOf('0.5 0.5 0.5')]).toEqual(['0 g', '0 G', '0.5 g']);
  expect([fillOf('0.055 0.318 0.341'), strokeOf('0 0 0.1')]).toEqual(['0.055 0.318 0.341 rg', '0 0 0.1 RG']);
});
