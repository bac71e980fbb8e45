import type { Logger } from '../../src/ports/index.ts';

/** A logger that remembers what it is given. */
export function rememberingLog(): Logger & { readonly lines: string[] } {
  const lines: string[] = [];
  const add = (level: string) => (message: string) => void lines.push(`${level}: ${message}`);
  return { lines, info: add('info'), debug: add('debug'), warning: add('warning') };
}
