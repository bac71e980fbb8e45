/** What settings and inputs say of themselves is for the docs and for the help of the CLI: no other bundle carries it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Takes the texts out of all tables in `folder`, where the compiler has put src/. */
export function dropSettingTexts(folder: string): void {
  const tables = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?:settings|inputs)\.js$/.test(file),
  );
  for (const file of tables.map((name) => path.join(folder, name)))
    writeFileSync(file, withoutTexts(readFileSync(file, 'utf8')));
}

const string = String.raw`\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")`;
const texts = new RegExp(String.raw`(?<=^ *|[{,] )(?:description|help):${string},?`, 'gm');
const inputTexts = new RegExp(String.raw`(?<=^ *|[{,] )(input:|\w+: \w+Input\()${string}`, 'gm');

/** The code of a table without its texts; that a setting is an input stays. */
export function withoutTexts(code: string): string {
  return code.replaceAll(texts, '').replaceAll(inputTexts, "$1 ''");
}
