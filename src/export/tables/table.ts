// Tables as plain data: Markdown and HTML draw the same.

export interface Cell {
  readonly main: string;
  /** What stands below it, smaller. */
  readonly quiet?: readonly string[];
  /** Both, where a cell has one line. */
  readonly line?: string;
}

export interface Row {
  readonly header: string;
  /** What stands below the header. */
  readonly quiet?: readonly string[];
  /** 1 for a part of the row before it. */
  readonly level?: 1;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly caption: string;
  /** The first is that of the rows' headers. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** More rows than a person reads; JSON and CSV have them all. */
export const MOST_ROWS = 200;
