// As much of VS Code as the state of the extension needs, for programs in Node: events, and real files.
import { join } from 'node:path';
import { disk } from './disk';

export { fileTypes as FileType } from './disk';
export { FileSystemError } from './fileSystemError';

export class Disposable {
  constructor(private readonly end: () => unknown) {}

  static from(...all: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => all.forEach((one) => one.dispose()));
  }

  dispose(): void {
    this.end();
  }
}

type Listener<Event> = (event: Event) => unknown;

export class EventEmitter<Event> {
  private readonly listeners = new Set<Listener<Event>>();

  readonly event = (listener: Listener<Event>): Disposable => {
    this.listeners.add(listener);
    return new Disposable(() => this.listeners.delete(listener));
  };

  fire(event: Event): void {
    for (const listener of [...this.listeners]) listener(event);
  }

  dispose(): void {
    this.listeners.clear();
  }
}

export class Uri {
  readonly scheme = 'file';

  private constructor(readonly fsPath: string) {}

  static file(path: string): Uri {
    return new Uri(path);
  }

  static joinPath({ fsPath }: Uri, ...parts: readonly string[]): Uri {
    return new Uri(join(fsPath, ...parts));
  }
}

export const workspace = { fs: disk };

export class LanguageModelTextPart {
  constructor(readonly value: string) {}
}

export class LanguageModelToolResult {
  constructor(readonly content: readonly LanguageModelTextPart[]) {}
}
