import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inputDescription, isInput, type Input, type Setting } from '../../src/kernel/settings.ts';
import { markedText, shown } from '../../src/kernel/settings-text.ts';
import { readActions } from './action-metadata.ts';
import { inputTables, type InputTable } from './input-tables.ts';
import type { Page } from './page.ts';

/** Each action.yml, with the inputs that its code reads. */
export function actionPages(root: string): Page[] {
  return readActions(root).map(({ folder, id }) => {
    const table = inputTables[id];
    if (table === undefined) throw new Error(`scripts/docs/input-tables.ts has no inputs of ${folder}`);
    const file = path.posix.join(folder, 'action.yml');
    return { file, text: withInputs(readFileSync(path.join(root, file), 'utf8'), table) };
  });
}

/** The text of an action.yml with `table` between `inputs:` and `outputs:`. */
export function withInputs(text: string, table: InputTable): string {
  const entries = Object.entries(table).filter(([, item]) => isInput(item));
  return text.replace(/^inputs:\n.*?(?=^outputs:)/ms, () => `inputs:\n${entries.map(inputText).join('')}`);
}

function inputText([name, item]: readonly [string, Setting | Input]): string {
  const preset = presetOf(item);
  return `  ${name}:
    description: >-
${wrapped(markedText(item, inputDescription(item)))}
    required: false
${preset === undefined ? '' : `    default: ${scalar(preset)}\n`}`;
}

/** A setting's default is the policy's to say; only a switch that is off says so. */
function presetOf(item: Setting | Input): string | undefined {
  if (!('kind' in item)) return item.preset ?? (shown(item.default) || undefined);
  return item.default === false ? 'false' : undefined;
}

/** YAML would read a flag, a number or a dot as something else, or a person might. */
function scalar(text: string): string {
  return /^[a-z.][\w./-]*[a-z]$/.test(text) && !/^(?:true|false)$/.test(text) ? text : `'${text}'`;
}

const width = 140;

/** Folded by YAML into one line again. */
function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length + 7 > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line) => `      ${line}`).join('\n');
}
