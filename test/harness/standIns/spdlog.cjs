// Takes the place of @vscode/spdlog, whose native half npm would have to compile: VS Code's logs, and with them the
// log channels of extensions, go to plain files.
'use strict';
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

let commonLevel = 2;

class Logger {
  constructor(_type, _name, file) {
    this.file = file;
    this.level = commonLevel;
    this.timed = true;
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, '');
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {}
  clearFormatters() {
    this.timed = false;
  }
  flush() {}
  drop() {}
}

['trace', 'debug', 'info', 'warning', 'error', 'critical'].forEach((name, level) => {
  const method = name === 'warning' ? 'warn' : name;
  Logger.prototype[method] = function write(message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    appendFileSync(this.file, this.timed ? `${time} [${name}] ${message}\n` : message);
  };
});

// Assigned one by one: an `import` of this file sees only names that are written like this.
exports.version = 1;
exports.Logger = Logger;
exports.setLevel = (level) => (commonLevel = level);
exports.setFlushOn = () => {};
exports.createRotatingLogger = async (name, file) => new Logger('rotating', name, file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
