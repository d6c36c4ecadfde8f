/** Finds the folder where this program may keep what it can make again: one in the usual place of the system for such files. */
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
 * @returns its absolute path: in XDG_CACHE_HOME where that is set (XDG Base Directory Specification 0.8: relative paths are ignored), else in
 *   %LOCALAPPDATA%, ~/Library/Caches or ~/.cache; nothing where MENDBOOK_CACHE is `off`
 */
export const cacheFolder = ({ environment = process.env, platform = process.platform, home = homedir() }: Partial<System> = {}): string | undefined => {
  if (environment.MENDBOOK_CACHE === 'off') return undefined;
  const path = platform === 'win32' ? system.win32 : system.posix;
  const { XDG_CACHE_HOME: asked, LOCALAPPDATA: windows } = environment;
  const set = [asked, platform === 'win32' ? windows : undefined].find((one) => one !== undefined && path.isAbsolute(one));
  const usual = { win32: ['AppData', 'Local'], darwin: ['Library', 'Caches'] }[platform as 'win32' | 'darwin'] ?? ['.cache'];
  const above = set ?? (path.isAbsolute(home) ? path.join(home, ...usual) : undefined);
  return above === undefined ? undefined : path.join(above, 'mendbook');
};
