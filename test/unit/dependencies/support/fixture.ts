import { readFileSync } from 'node:fs';

/** A file of test/fixtures/dependencies. */
export function fixture(path: string): string {
  return readFileSync(`test/fixtures/dependencies/${path}`, 'utf8').replaceAll('\r\n', '\n');
}
