/** Each system has its own place for settings. */
import { expect, test } from 'vitest';
import { configFolder } from '../../src/trust/config-folder.ts';

test('settings lie where the system keeps them', () => {
  const linux = { platform: 'linux', home: '/home/ana', environment: {} } as const;
  expect(configFolder(linux)).toBe('/home/ana/.config/mendbook');
  expect(configFolder({ ...linux, environment: { XDG_CONFIG_HOME: '/settings' } })).toBe('/settings/mendbook');
  expect(configFolder({ ...linux, environment: { XDG_CONFIG_HOME: 'here' } })).toBe('/home/ana/.config/mendbook');
  expect(configFolder({ ...linux, platform: 'darwin' })).toBe('/home/ana/Library/Application Support/mendbook');
  const windows = { platform: 'win32', home: 'C:\\Users\\Ana' } as const;
  expect(configFolder({ ...windows, environment: { APPDATA: 'D:\\Roaming' } })).toBe('D:\\Roaming\\mendbook');
  expect(configFolder({ ...windows, environment: {} })).toBe('C:\\Users\\Ana\\AppData\\Roaming\\mendbook');
});
