/** What an editor shows of a config below the schema of its registry: the answers of the real yaml-language-server, as markup. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { editorSchema, readRegistry } from '../src/config/index.ts';
import { htmlText } from '../src/report/escape.ts';
import { LanguageServer } from '../test/support/language-server.ts';

const example = path.resolve(import.meta.dirname, '../examples/qwen3-vl');
const registryFile = '.github/model-registry.yml';
/** Half a word, where completion is asked for, and a value that the registry does not allow. */
const text = `# yaml-language-server: $schema=../.vscode/configs.schema.json
training:
  total_steps: many
optimizer:
  name: adamw
  lr: 2.0e-5
  w
`;
const cursor = { line: 6, character: 3 };

interface Item {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
}

interface Mark {
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** `program` is that of yaml-language-server; its folder for files is `folder`. Throws where it completes or marks nothing. */
export async function editorMarkup(program: string, folder: string): Promise<string> {
  const { registry } = await readRegistry(readFileSync(path.join(example, registryFile)), registryFile);
  if (registry === undefined) throw new Error('the registry of the example cannot be read');
  const schema = path.join(folder, 'configs.schema.json');
  writeFileSync(schema, JSON.stringify(editorSchema(registry, false)));
  const server = new LanguageServer(program);
  try {
    const { items, marks } = await answers(server, folder, text.replace('../.vscode/', './'));
    if (items.length === 0 || marks.length === 0) throw new Error('the language server has nothing to show');
    return markup(items, marks);
  } finally {
    server.close();
  }
}

async function answers(server: LanguageServer, folder: string, shown: string) {
  await server.request('initialize', { processId: null, rootUri: null, capabilities: {} });
  server.notify('initialized', {});
  const uri = pathToFileURL(path.join(folder, 'qwen3_vl_30b.yaml')).href;
  const textDocument = { uri, languageId: 'yaml', version: 1, text: shown };
  server.notify('textDocument/didOpen', { textDocument });
  const { diagnostics } = await server.notification('textDocument/publishDiagnostics');
  const position = cursor;
  const answer = await server.request('textDocument/completion', { textDocument: { uri }, position });
  const { items } = answer as { readonly items: readonly Item[] };
  const started = items.filter(({ label }) => label.startsWith('w'));
  // What is half written is marked too, until it is a word: editors wait with that.
  const marks = (diagnostics as readonly Mark[]).filter(({ range }) => range.start.line === 2);
  return { items: started, marks };
}

function markup(items: readonly Item[], marks: readonly Mark[]): string {
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const mark = marks.find(({ range }) => range.start.line === index);
      const note = mark === undefined ? '' : `<em>${htmlText(mark.message)}</em>`;
      const caret = index === cursor.line ? '<i></i>' : '';
      return `<div class="line"><span>${index + 1}</span><pre>${marked(line, mark)}${caret}</pre>${note}</div>`;
    });
  return `<div class="editor"><div class="tab">configs/qwen3_vl_30b.yaml</div>${rows.join('')}${popup(items)}</div>`;
}

function marked(line: string, mark: Mark | undefined): string {
  if (mark === undefined) return coloured(line);
  const { start, end } = mark.range;
  const part = (from: number, to?: number): string => coloured(line.slice(from, to));
  return `${part(0, start.character)}<u>${htmlText(line.slice(start.character, end.character))}</u>${part(end.character)}`;
}

function coloured(line: string): string {
  if (line.startsWith('#')) return `<s>${htmlText(line)}</s>`;
  const [, key = '', rest = ''] = /^(\s*[\w.]*)(.*)$/s.exec(line) ?? [];
  return `<b>${htmlText(key)}</b>${htmlText(rest)}`;
}

function popup(items: readonly Item[]): string {
  const names = items.map(({ label }) => `<li>${htmlText(label)}</li>`);
  const { documentation = '' } = items[0] ?? {};
  const words = typeof documentation === 'string' ? documentation : documentation.value;
  const [first = ''] = words.trim().split('\n');
  return `<div class="popup"><ul>${names.join('')}</ul><p>${htmlText(first.replaceAll(/\\(?=[^\w\s])/g, ''))}</p></div>`;
}
