/** Finds the folder where this program keeps a person's settings: one in the usual place of the system. */
import { homedir } from 'node:os';
import system from 'node:path';

interface System {
  environment: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  /** Absolute path of the person's own folder. */
  home: string;
}

/**
 * The folder, which need not exist.
 *
 * @returns its absolute path: in XDG_CONFIG_HOME where that is set (XDG Base Directory Specification 0.8: relative paths are ignored), else in
 *   %APPDATA%, ~/Library/Application Support or ~/.config
 */
export const configFolder = ({ environment = process.env, platform = process.platform, home = homedir() }: Partial<System> = {}): string => {
  const path = platform === 'win32' ? system.win32 : system.posix;
  const { XDG_CONFIG_HOME: asked, APPDATA: windows } = environment;
  const set = [asked, platform === 'win32' ? windows : undefined].find((one) => one !== undefined && path.isAbsolute(one));
  const usual = { win32: ['AppData', 'Roaming'], darwin: ['Library', 'Application Support'] }[platform as 'win32' | 'darwin'] ?? ['.config'];
  return path.join(set ?? path.join(home, ...usual), 'mendbook');
};
