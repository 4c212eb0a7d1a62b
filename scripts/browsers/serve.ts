import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
};

export interface ServeOptions {
  /** 0, a free port, where absent. */
  readonly port?: number;
  /** Headers of every answer, such as a Content-Security-Policy. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Pages made on the spot: path to HTML, or to what gives it piece by piece, as a slow server sends it; they win over files. */
  readonly pages?: Readonly<Record<string, string | (() => AsyncIterable<string>)>>;
  /** The same for scripts. */
  readonly scripts?: Readonly<Record<string, string>>;
}

export interface Server {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a folder on 127.0.0.1. A folder's address gives its index.html; nothing outside the folder is read. */
export async function serve(folder: string, options: ServeOptions = {}): Promise<Server> {
  const { port = 0, headers = {}, pages = {}, scripts = {} } = options;
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const page = pages[path];
    const script = scripts[path];
    try {
      const body = page ?? script ?? (await readFile(inside(folder, file)));
      response.writeHead(200, {
        'content-type':
          TYPES[page === undefined ? (script === undefined ? extname(file) : '.js') : '.html'] ?? 'application/octet-stream',
        ...headers,
      });
      if (typeof body === 'function') Readable.from(body()).pipe(response);
      else response.end(body);
    } catch {
      // Any file that cannot be read is "not found" to the browser; there is nobody else to tell.
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('not found');
    }
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function inside(folder: string, path: string): string {
  const file = normalize(join(folder, path));
  if (!file.startsWith(normalize(folder + sep))) throw new Error(`outside the folder: ${path}`);
  return file;
}
