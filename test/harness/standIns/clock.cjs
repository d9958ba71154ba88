'use strict';
/* eslint-disable @typescript-eslint/no-require-imports -- loaded with --require */
// Lets days pass for an extension host: it inherits this from the server, and begins with the time that the file tells.
const { readFileSync } = require('node:fs');

const RealDate = Date;
const file = process.env.SENDKIT_TEST_CLOCK;
const ahead = file ? Number(readFileSync(file, 'utf8')) : 0;

if (ahead !== 0) {
  globalThis.Date = class Date extends RealDate {
    constructor(...parts) {
      if (parts.length === 0) super(RealDate.now() + ahead);
      else super(...parts);
    }

    static now() {
      return RealDate.now() + ahead;
    }
  };
}
