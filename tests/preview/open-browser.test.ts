/** Opening a browser. */
import { expect, test } from 'vitest';
import { opener } from '../../src/preview/open-browser.ts';

test('the browser is opened by the means of each system, and none where nobody has a screen', () => {
  expect(opener('darwin', {})).toEqual(['open']);
  expect(opener('win32', {})).toEqual(['rundll32.exe', 'url.dll,FileProtocolHandler']);
  expect(opener('linux', { DISPLAY: ':0' })).toEqual(['xdg-open']);
  expect(opener('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open']);
  expect(opener('linux', {})).toBeUndefined();
});
