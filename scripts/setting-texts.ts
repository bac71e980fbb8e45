/** What settings and inputs say of themselves is for the docs and for the help of the CLI: no other bundle carries it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Empties the texts of all tables in `folder`, where the compiler has put src/. */
export function dropSettingTexts(folder: string): void {
  const tables = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?:^|[\\/])settings\.js$|^actions[\\/].*inputs\.js$/.test(file),
  );
  for (const file of tables.map((name) => path.join(folder, name)))
    writeFileSync(file, withoutTexts(readFileSync(file, 'utf8')));
}

/** The code of a table with its texts empty. */
export function withoutTexts(code: string): string {
  return code.replaceAll(
    /((?:^ *|[{,] )(?:description|input|help):|\b\w+Input\()\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/gm,
    "$1 ''",
  );
}
