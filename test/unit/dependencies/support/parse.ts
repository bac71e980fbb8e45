import type { Format, InstallFormat, Parsed } from '../../../../src/dependencies/index.ts';
import { parseInstalls } from '../../../../src/dependencies/installs/index.ts';
import { readShell } from '../../../../src/documents/shell/read.ts';

/** What a format reads, whichever of the two kinds it is. */
export function parseWith(format: Format | InstallFormat, text: string, path: string): Parsed {
  return format.installs === undefined
    ? format.parse(text, path)
    : parseInstalls(format.installs, text, path, readShell);
}
