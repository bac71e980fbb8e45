/** Texts that only docs, SARIF and the help of the CLI show: of settings, of inputs and of rules. No other bundle carries them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Takes the texts out of all tables in `folder`, where the compiler has put src/. */
export function dropDocTexts(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const [name, without] of [
    [/(?:settings|inputs)\.js$/, withoutSettingTexts],
    [/\brules\.js$/, withoutRuleTexts],
  ] as const) {
    for (const file of files.filter((one) => name.test(one)).map((one) => path.join(folder, one)))
      writeFileSync(file, without(readFileSync(file, 'utf8')));
  }
}

const string = String.raw`\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")`;
const texts = new RegExp(String.raw`(?<=^ *|[{,] )(?:description|help):${string},?`, 'gm');
const inputTexts = new RegExp(String.raw`(?<=^ *|[{,] )(input:|\w+: \w+Input\()${string}`, 'gm');

/** The code of a table of settings or inputs without its texts; that a setting is an input stays. */
export function withoutSettingTexts(code: string): string {
  return code.replaceAll(texts, '').replaceAll(inputTexts, "$1 ''");
}

/** The code of tables of rules with their names and severities only; a line each, as the compiler writes them. */
export function withoutRuleTexts(code: string): string {
  return code.includes('defineRules(') ? code.replaceAll(/^ {8}(?:summary|example|fix): .*,\n/gm, '') : code;
}
