'use strict';
/* eslint-disable @typescript-eslint/no-require-imports -- VS Code expects CommonJS here */
// Takes the place of @vscode/spdlog, whose native half npm would have to compile: VS Code's logs, and with them the
// log channels of extensions, go to plain files.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
let commonLevel = levels.indexOf('info');

class Logger {
  constructor(_type, _name, file) {
    this.file = file;
    this.level = commonLevel;
    this.isFormatted = true;
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, '');
  }

  write(level, message) {
    if (levels.indexOf(level) < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    appendFileSync(this.file, this.isFormatted ? `${time} [${level}] ${message}\n` : message);
  }

  trace(message) {
    this.write('trace', message);
  }
  debug(message) {
    this.write('debug', message);
  }
  info(message) {
    this.write('info', message);
  }
  warn(message) {
    this.write('warning', message);
  }
  error(message) {
    this.write('error', message);
  }
  critical(message) {
    this.write('critical', message);
  }

  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  clearFormatters() {
    this.isFormatted = false;
  }

  setPattern() {
    // Lines have one form.
  }
  flush() {
    // Each line is written at once.
  }
  drop() {
    // No file is kept open.
  }
}

// Assigned one by one: an `import` of this file sees only names that are written like this.
exports.version = 1;
exports.Logger = Logger;
exports.setLevel = (level) => (commonLevel = level);
exports.setFlushOn = () => {
  // Each line is written at once.
};
exports.createRotatingLogger = async (name, file) => new Logger('rotating', name, file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
