/** Each system has its own place for what can be made again. */
import { expect, test } from 'vitest';
import { cacheFolder } from '../../src/cache/cache-folder.ts';

const linux = { platform: 'linux', home: '/home/ana', environment: {} } as const;

test('the cache lies where the system keeps caches', () => {
  expect(cacheFolder(linux)).toBe('/home/ana/.cache/mendbook');
  expect(cacheFolder({ ...linux, environment: { XDG_CACHE_HOME: '/fast' } })).toBe('/fast/mendbook');
  expect(cacheFolder({ ...linux, environment: { XDG_CACHE_HOME: 'here' } })).toBe('/home/ana/.cache/mendbook');
  expect(cacheFolder({ ...linux, platform: 'darwin' })).toBe('/home/ana/Library/Caches/mendbook');
  const windows = { platform: 'win32', home: 'C:\\Users\\Ana' } as const;
  expect(cacheFolder({ ...windows, environment: { LOCALAPPDATA: 'D:\\Local' } })).toBe('D:\\Local\\mendbook');
  expect(cacheFolder({ ...windows, environment: {} })).toBe('C:\\Users\\Ana\\AppData\\Local\\mendbook');
});

test('there is none where it is switched off, or a person has no folder', () => {
  expect(cacheFolder({ ...linux, environment: { XDG_CACHE_HOME: '/fast', MENDBOOK_CACHE: 'off' } })).toBeUndefined();
  expect(cacheFolder({ ...linux, home: '' })).toBeUndefined();
});
