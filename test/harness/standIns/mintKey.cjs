'use strict';
/* eslint-disable @typescript-eslint/no-require-imports -- loaded with --require */
// Takes the place of code-server's own front, which we go without: it gives the browser the key that VS Code seals an
// extension's secrets with. Without one, they would be lost whenever the window is loaded again.
const { randomBytes } = require('node:crypto');
const { Server } = require('node:http');

const key = randomBytes(32);
const { emit } = Server.prototype;

Server.prototype.emit = function (event, request, response, ...rest) {
  if (event === 'request' && request.method === 'POST' && /\/mint-key$/.test(request.url)) {
    response.end(key);
    return true;
  }
  return emit.call(this, event, request, response, ...rest);
};
