import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { reportContentPolicy, reportFrameHtml } from '../../../src/views/reportFrame';

const NONCE = 'bm9uY2Utb2YtdGhlLXRlc3Rz';
const TYPES: Readonly<Record<string, string>> = { '/report.js': 'text/javascript', '/report-frame.css': 'text/css' };

export interface PageServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves the built page as the extension does: the same frame, and its policy as a header besides. */
export async function startPageServer(folder: string): Promise<PageServer> {
  const server = createServer((request, response) => {
    const type = TYPES[request.url ?? ''];
    if (type !== undefined) {
      readFile(join(folder, request.url ?? '')).then(
        (content) => response.writeHead(200, { 'content-type': type }).end(content),
        () => response.writeHead(404).end(),
      );
    } else if (request.url === '/') {
      const frame = { nonce: NONCE, cspSource: url };
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': reportContentPolicy(frame),
      });
      response.end(
        reportFrameHtml({
          ...frame,
          scriptUri: `${url}/report.js`,
          styleUri: `${url}/report-frame.css`,
          lang: 'en',
        }),
      );
    } else {
      response.writeHead(204).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
