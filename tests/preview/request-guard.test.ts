/** Who is let in. */
import { expect, test } from 'vitest';
import { admit, newToken } from '../../src/preview/request-guard.ts';

const token = newToken();
const port = 4321;
const ask = (more: { method?: string; url?: string; headers?: Record<string, string> } = {}) => {
  const answer = admit({ method: 'GET', url: `/${token}/`, ...more, headers: { host: `127.0.0.1:${port}`, ...more.headers } }, { token, port });
  return answer instanceof URL ? answer.pathname + answer.search : answer.status;
};

test('the page may ask, by the address of this machine and by its name', () => {
  expect(ask()).toBe('/');
  expect(ask({ headers: { host: `localhost:${port}` }, url: `/${token}/book.pdf?paper=a4` })).toBe('/book.pdf?paper=a4');
  expect(ask({ headers: { origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' } })).toBe('/');
  expect(ask({ method: 'HEAD' })).toBe('/');
});

test('a browser leaves out the port that addresses without one mean', () => {
  const asked = (host: string, origin: string) => admit({ method: 'GET', url: `/${token}/`, headers: { host, origin } }, { token, port: 80 });
  expect(asked('127.0.0.1', 'http://127.0.0.1')).toBeInstanceOf(URL);
  expect(asked('localhost:80', 'http://localhost')).toBeInstanceOf(URL);
  expect(asked('evil.example', 'http://evil.example')).toMatchObject({ status: 421 });
});

test.each(['evil.example', `evil.example:${port}`, '127.0.0.1', '127.0.0.1:80', `127.0.0.1.evil.example:${port}`, `[::1]:${port}`, ''])(
  'a name that was made to lead here is refused: %j',
  (host) => expect(ask({ headers: { host } })).toBe(421),
);

test.each([
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: `https://127.0.0.1:${port}` },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
  { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
])('a page of another site is refused: %o', (headers) => expect(ask({ headers: headers as Record<string, string> })).toBe(403));

test('a link to it may be opened from anywhere', () => {
  expect(ask({ headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' } })).toBe('/');
});

test('without the whole token there is nothing, whatever the path', () => {
  for (const url of ['/', '/book.pdf', `/${token.slice(1)}/`, `/${token}x/`, `//${token}/`, '/..', '']) expect(ask({ url }), url).toBe(403);
});

test('nothing can be sent', () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) expect(ask({ method }), method).toBe(405);
});

test('each token is another', () => {
  expect(newToken()).not.toBe(token);
  expect(token.length).toBeGreaterThan(20);
});

test('a packet may be sent by the page itself, and by nothing else', () => {
  const send = (headers: Record<string, string>, path = 'packet') => ask({ method: 'POST', url: `/${token}/${path}`, headers });
  const json = { 'content-type': 'application/json' };
  const origin = `http://127.0.0.1:${port}`;
  expect(send({ ...json, origin, 'sec-fetch-site': 'same-origin' })).toBe('/packet');
  expect(send({ ...json, origin: 'https://evil.example' })).toBe(403);
  // A form of another site can send neither JSON nor leave its origin out.
  expect(send({ 'content-type': 'text/plain', origin })).toBe(405);
  expect(send(json)).toBe(405);
  expect(send({ ...json, origin }, 'events')).toBe(405);
  expect(ask({ method: 'POST', url: '/wrong-token/packet', headers: { ...json, origin } })).toBe(403);
});
