/** Opening an address in the browser of the person who sits here. */
import { spawn } from 'node:child_process';

/** The program that opens addresses, and what it wants before them; none where nobody has a screen. */
export const opener = (platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): readonly [string, ...string[]] | undefined => {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler'];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
};

/** Opens it, without a shell. That there is no browser is no error: the address was printed. */
export const openBrowser = (address: string): void => {
  const found = opener(process.platform, process.env);
  if (!found) return;
  const [command, ...args] = found;
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
};
