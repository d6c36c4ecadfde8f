/**
 * Decides which requests the preview's server answers: those of its own page, and of a browser that opens its address. It refuses pages of other
 * sites that guess the port, host names that were pointed at this machine (DNS rebinding), and other users of the machine.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A random token that cannot be guessed; every path begins with it. */
export const newToken = (): string => randomBytes(18).toString('base64url');

const isToken = (given: string, token: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** The path of an address behind its token. */
const pathOf = (url: string): string => url.replace(/^\/[^/]*/, '').replace(/\?.*$/, '');

export interface Refused {
  status: number;
  words: string;
}

/** The default port of http, which addresses may leave out. */
const HTTP = 80;

/** The paths that take something: a packet to be saved, a filled copy to be read, and copies whose comparison is to be printed. */
export const SAVES = '/packet';
export const READS = '/answers';
export const PRINTS = '/progress';

/** What is sent to them. Pages of other sites cannot send these types without asking the server first, which never allows it. */
const TAKEN: Readonly<Record<string, string>> = { [SAVES]: 'application/json', [READS]: 'application/pdf', [PRINTS]: 'application/octet-stream' };

/** The address of a request without the token; or why the request is refused. What is sent has to come from the page itself. */
export const admit = (
  { method, url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  { token, port }: { token: string; port: number },
): URL | Refused => {
  // Browsers leave out the default port.
  const hosts = ['127.0.0.1', 'localhost'].flatMap((name) => [`${name}:${port}`, ...(port === HTTP ? [name] : [])]);
  if (!hosts.includes(headers.host ?? '')) return { status: 421, words: 'This server answers to its own address alone.' };
  const path = pathOf(url);
  const sends = method === 'POST' && Object.hasOwn(TAKEN, path) && headers.origin !== undefined && headers['content-type'] === TAKEN[path];
  if (method !== 'GET' && method !== 'HEAD' && !sends) return { status: 405, words: 'There is nothing here but to be read.' };
  if (headers.origin !== undefined && !hosts.map((host) => `http://${host}`).includes(headers.origin))
    return { status: 403, words: 'Pages of other sites get nothing here.' };
  const site = headers['sec-fetch-site'];
  // A link to the page may be opened from another site, such as a terminal that runs in a browser.
  const opened = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opened) return { status: 403, words: 'Pages of other sites get nothing here.' };
  let address: URL;
  try {
    address = new URL(url, 'http://here');
  } catch {
    return { status: 400, words: 'That is no address.' };
  }
  const [, given = '', ...rest] = address.pathname.split('/');
  if (!isToken(given, token)) return { status: 403, words: 'Open the address that "mendbook preview" has printed, with all its letters.' };
  address.pathname = `/${rest.join('/')}`;
  return address;
};

/** Headers of every response: the page loads from this server only, cannot be framed by other sites, and sends no referrer. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    // pdf.js sets styles on single elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};
