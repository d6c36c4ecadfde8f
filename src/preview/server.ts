/** The preview's HTTP server, for this machine only: it serves the page, the PDFs from memory, and a stream of build states. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { packageRoot } from '../system/package-root.ts';
import { admit, HEADERS, newToken, PRINTS, READS, SAVES } from './request-guard.ts';
import { printComparison } from './print-comparison.ts';
import { readCopy } from './read-copy.ts';
import { savePacket } from './save-packet.ts';
import { LIMITS } from '../answers/limits.ts';
import type { BuildRequest } from '../builder/resolve-options.ts';
import type { Trust } from '../trust/trust.ts';
import { chosenBy, offersFor } from './offered-controls.ts';
import { type Events, NAME_HEADER } from './protocol.ts';
import type { PreviewBuilds } from './builds.ts';

/** The files of the page by their paths. No other file is served, whatever path is requested. */
const FILES: Readonly<Record<string, { file: string; type: string }>> = {
  '/': { file: 'index.html', type: 'text/html; charset=utf-8' },
  '/page.css': { file: 'page.css', type: 'text/css; charset=utf-8' },
  '/page.js': { file: 'page.js', type: 'text/javascript; charset=utf-8' },
  '/pdf.worker.js': { file: 'pdf.worker.js', type: 'text/javascript; charset=utf-8' },
};

/** What depends on the options of the query. */
const ROUTES = new Set(['/events', '/book.pdf', '/download', '/parts', SAVES, PRINTS]);
const JSON_TYPE = { 'Content-Type': 'application/json' };

export interface ServeOptions {
  builds: PreviewBuilds;
  /** The options of the command line. */
  base: BuildRequest;
  /** Absolute path of a filled copy that the page opens at first. */
  copy?: string | undefined;
  /** Which code of templates may run that did not come with the program; left out, none. */
  trust?: Trust;
  /** 0 for any free port. */
  port: number;
  /** Stops the server and closes its connections. */
  signal: AbortSignal;
  /** Absolute path of the folder with the page's files. */
  pageFolder?: string;
}

export interface Served {
  /** The address of the page, with its token. */
  address: string;
  /** Resolves when the server has stopped. */
  ended: Promise<void>;
}

/**
 * Serves until the signal.
 * @throws NodeJS.ErrnoException when the port cannot be used
 */
export const serve = async ({
  builds,
  base,
  copy,
  trust,
  port: wanted,
  signal,
  pageFolder = path.join(packageRoot(), '.build/preview'),
}: ServeOptions): Promise<Served> => {
  const token = newToken();
  let port = wanted;
  const server = createServer((request, response) => {
    answer(request, response).catch(() => refuse(response, 500, 'A fault of the program.'));
  });
  const streams = new Set<ServerResponse>();
  /** The packets that the page has saved, as the option takes them. */
  const saved: string[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const admitted = admit(request, { token, port });
    if (!(admitted instanceof URL)) return refuse(response, admitted.status, admitted.words);
    const { pathname, searchParams } = admitted;
    const part = Object.hasOwn(FILES, pathname) ? FILES[pathname] : undefined;
    if (part) return send(request, response, await readFile(path.join(pageFolder, part.file)), { 'Content-Type': part.type });
    if (pathname === '/offers') return send(request, response, Buffer.from(JSON.stringify(await offersFor(base, saved))), JSON_TYPE);
    if (pathname === READS) {
      const sent = request.method === 'POST' ? await bodyOf(request, LIMITS.bytes) : undefined;
      if (!sent) return refuse(response, 400, 'Expected a filled copy, of 500 MB at most.');
      return send(request, response, Buffer.from(JSON.stringify(await readCopy(sent, request.headers))), JSON_TYPE);
    }
    if (pathname === '/opened') {
      if (copy === undefined) return void response.writeHead(204, HEADERS).end();
      const name = { [NAME_HEADER]: encodeURIComponent(path.basename(copy)) };
      // It is read each time that the page is loaded: the server keeps nothing of it.
      const bytes = await readFile(copy).catch(() => undefined);
      if (!bytes) return refuse(response, 404, `There is no file any more: ${path.basename(copy)}`);
      return send(request, response, bytes, { 'Content-Type': 'application/pdf', ...name });
    }
    if (!ROUTES.has(pathname)) return refuse(response, 404, 'There is nothing here.');
    const options = await chosenBy(searchParams, base, saved);
    if (!options) return refuse(response, 400, 'Expected options that the page offers.');
    if (pathname === '/parts') return send(request, response, Buffer.from(JSON.stringify(await builds.parts(options))), JSON_TYPE);
    if (pathname === SAVES) {
      const asked = request.method === 'POST' ? await bodyOf(request, LONGEST_PACKET) : undefined;
      if (asked === undefined) return refuse(response, 400, 'Expected a packet.');
      const answered = await savePacket(asked.toString('utf8'), { options, base });
      if (answered.saved) saved.push(answered.packet);
      return send(request, response, Buffer.from(JSON.stringify(answered)), JSON_TYPE);
    }
    if (pathname === PRINTS) {
      const sent = request.method === 'POST' ? await bodyOf(request, LIMITS.bytes) : undefined;
      if (!sent) return refuse(response, 400, 'Expected filled copies, of 500 MB at most.');
      const made = await printComparison(sent, request.headers, { options, trust, signal });
      if ('words' in made) return refuse(response, 400, made.words);
      return send(request, response, made.bytes, { 'Content-Type': 'application/pdf' });
    }
    if (pathname === '/events') return request.method === 'HEAD' ? send(request, response, Buffer.alloc(0), EVENT_STREAM) : follow(response, options);
    const result = builds.pdf(options);
    if (!result) return refuse(response, 404, 'There is no PDF with these options yet.');
    const attachment = { 'Content-Disposition': attachmentAs(result.state.fileName) };
    return send(request, response, result.bytes, { 'Content-Type': 'application/pdf', ...(pathname === '/download' ? attachment : {}) });
  };

  const follow = (response: ServerResponse, options: BuildRequest): void => {
    response.writeHead(200, { ...HEADERS, ...EVENT_STREAM });
    const leave = builds.listen(options, (state) => void response.write(event('state', state)));
    streams.add(response);
    response.on('close', () => {
      leave();
      streams.delete(response);
    });
  };

  await listen(server, wanted);
  ({ port } = server.address() as AddressInfo);
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      for (const stream of streams) stream.end(event('end', null));
      server.close(() => resolve());
      // Responses get a moment to finish; after that, connections that a browser keeps open are closed.
      setTimeout(() => server.closeAllConnections(), 100);
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  return { address: `http://127.0.0.1:${port}/${token}/`, ended };
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => {
      server.off('error', reject);
      resolve();
    });
  });

/** Headers are ASCII: other names are given twice, encoded in UTF-8 and with their letters replaced for old clients (RFC 6266, appendix D). */
const attachmentAs = (name: string): string => {
  const plain = name.replaceAll(/[^ -~]|["\\%]/gu, '_');
  if (plain === name) return `attachment; filename="${name}"`;
  const encoded = encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, '_')).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
};

/** The most bytes that a packet has. */
const LONGEST_PACKET = 100_000;

/** What was sent; undefined where it has more bytes than `most`. */
const bodyOf = async (request: IncomingMessage, most: number): Promise<Buffer | undefined> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const EVENT_STREAM = { 'Content-Type': 'text/event-stream' };

const event = <Name extends keyof Events>(name: Name, data: Events[Name]): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

const send = ({ method }: IncomingMessage, response: ServerResponse, bytes: Buffer, headers: Record<string, string>): void => {
  response.writeHead(200, { ...HEADERS, ...headers, ...(headers['Content-Type'] === 'text/event-stream' ? {} : { 'Content-Length': bytes.length }) });
  response.end(method === 'HEAD' ? undefined : bytes);
};

const refuse = (response: ServerResponse, status: number, words: string): void => {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8', ...(status === 405 ? { Allow: 'GET, HEAD' } : {}) });
  response.end(`${words}\n`);
};
