'use strict';
/* eslint-disable @typescript-eslint/no-require-imports -- VS Code loads it like this */
// Runs what a test sends it, with VS Code's API. It says where it can be reached to the address in its setting.
const { createServer } = require('node:http');
const { text } = require('node:stream/consumers');
const vscode = require('vscode');

exports.activate = async ({ subscriptions }) => {
  const server = createServer(async (request, response) => {
    const { source, argument } = JSON.parse(await text(request));
    try {
      // The functions of a test were compiled with a helper that only exists where they were written.
      const run = new Function('__name', 'require', `return ${source}`)((value) => value, require);
      const result = await run(vscode, argument);
      response.end(JSON.stringify({ result }));
    } catch (error) {
      response.end(JSON.stringify({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  subscriptions.push({ dispose: () => server.close() });
  const callAt = vscode.workspace.getConfiguration('trustProbe').get('callAt');
  await fetch(callAt, { method: 'POST', body: `http://127.0.0.1:${server.address().port}` });
};
