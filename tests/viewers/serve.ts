/** What the browser is given, on this machine alone: pdf.js from its package, the page round it, and the PDFs of the tests. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const here = import.meta.dirname;
const pdfjs = path.resolve(here, '../../node_modules/pdfjs-dist');
const TYPES: Record<string, string> = {
  '.mjs': 'text/javascript',
  '.html': 'text/html',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
};

export interface Served {
  /** The address of the page with the viewer. */
  viewer: string;
  /** Serves a PDF; gives its path. */
  add(bytes: Uint8Array): string;
  close(): void;
}

/** Serves until it is closed. */
export const serve = async (): Promise<Served> => {
  const files = new Map<string, Uint8Array>();
  const fileOf = (url: string): Promise<Uint8Array> | Uint8Array => {
    const known = files.get(url);
    if (known) return known;
    if (url.startsWith('/pdfjs/')) return readFile(path.join(pdfjs, path.posix.normalize(url.slice('/pdfjs'.length))));
    return readFile(path.join(here, path.basename(url)));
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    try {
      const body = await fileOf(pathname);
      response.writeHead(200, { 'content-type': TYPES[path.extname(pathname)] ?? 'application/octet-stream', 'content-length': body.length }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    viewer: `http://127.0.0.1:${(server.address() as AddressInfo).port}/viewer.html`,
    add: (bytes) => {
      const name = `/document-${files.size}.pdf`;
      files.set(name, bytes);
      return name;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
