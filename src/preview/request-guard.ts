/**
 * Who may ask the preview's server: the page that it has served itself, and whoever opens its address. Not a page of another site that
 * guesses the port, not one whose name was made to lead here (DNS rebinding), not another user of the machine.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A word that nobody guesses: the first part of every path. */
export const newToken = (): string => randomBytes(18).toString('base64url');

const isToken = (given: string, token: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
};

export interface Refused {
  status: number;
  words: string;
}

/** The port of addresses that name none. */
const HTTP = 80;

/** Where a request goes, below the token; or why it is refused. */
export const admit = (
  { method, url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  { token, port }: { token: string; port: number },
): URL | Refused => {
  // Browsers leave out the port that is meant where none is said.
  const hosts = ['127.0.0.1', 'localhost'].flatMap((name) => [`${name}:${port}`, ...(port === HTTP ? [name] : [])]);
  if (!hosts.includes(headers.host ?? '')) return { status: 421, words: 'This server answers to its own address alone.' };
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, words: 'There is nothing here but to be read.' };
  if (headers.origin !== undefined && !hosts.map((host) => `http://${host}`).includes(headers.origin))
    return { status: 403, words: 'Pages of other sites get nothing here.' };
  const site = headers['sec-fetch-site'];
  // A link to the page may stand anywhere: in a mail, in a terminal that runs in a browser.
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

/** Nothing is asked of anyone but this server, nothing is shown in another's frame, no address is told to anyone. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    // What pdf.js sets on the pages' parts, one by one.
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
