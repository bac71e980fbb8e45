/** What a pull request shows beside a line; 0 or '' where a run did not say. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  /** The rule's id. */
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** `file:line:column` */
export function placeOf({ file, line, column }: Pick<Annotation, 'file' | 'line' | 'column'>): string {
  return `${file}:${line}:${column}`;
}
