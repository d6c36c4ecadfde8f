/** Opens an address in the default browser of this computer. */
import { spawn } from 'node:child_process';

/** The command that opens addresses, with its arguments before the address; undefined on Linux without a display. */
export const opener = (platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): readonly [string, ...string[]] | undefined => {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler'];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
};

/** Opens an address without a shell. A missing browser is no error: the address was printed too. */
export const openBrowser = (address: string): void => {
  const found = opener(process.platform, process.env);
  if (!found) return;
  const [command, ...args] = found;
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
};
