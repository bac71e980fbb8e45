import type { ShellScript } from '../../documents/shell/model.ts';

/** The reader of shell scripts, which is loaded apart. */
export type ReadShell = (
  text: string,
  options: { readonly file: string; readonly environment?: ReadonlyMap<string, string> },
) => ShellScript;
