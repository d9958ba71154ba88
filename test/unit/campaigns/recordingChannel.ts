import type { LogLevel, LogOutputChannel } from 'vscode';

type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'raw';

/** A log channel that remembers what was written to it, with the arguments as VS Code would print them. */
export class RecordingChannel implements LogOutputChannel {
  readonly lines: { readonly level: Level; readonly text: string }[] = [];
  shown = 0;
  readonly name = 'SendKit';
  /** Nothing here asks for it. */
  declare readonly logLevel: LogLevel;
  readonly trace = this.recorder('trace');
  readonly debug = this.recorder('debug');
  readonly info = this.recorder('info');
  readonly warn = this.recorder('warn');
  readonly error = this.recorder('error');
  readonly append = this.recorder('raw');
  readonly appendLine = this.recorder('raw');
  readonly replace = this.recorder('raw');

  get text(): string {
    return this.lines.map(({ text }) => text).join('\n');
  }

  show(): void {
    this.shown += 1;
  }

  readonly onDidChangeLogLevel = () => ({ dispose: () => undefined });
  clear(): void {
    this.lines.length = 0;
  }
  hide(): void {
    this.shown = 0;
  }
  dispose(): void {
    this.clear();
  }

  private recorder(level: Level) {
    return (message: unknown, ...more: unknown[]): void => {
      const text = [message, ...more]
        .map((part) => (part instanceof Error ? (part.stack ?? '') : String(part)))
        .join(' ');
      this.lines.push({ level, text });
    };
  }
}
