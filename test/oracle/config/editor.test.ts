import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorSchema, readRegistry } from '../../../src/config/index.ts';
import { root } from '../../support/contract/sources.ts';
import { LanguageServer } from '../../support/language-server.ts';
import { temporaryFolder } from '../../support/repository.ts';

/** Path of yaml-language-server's program: what VS Code, Neovim and others ask. */
const program = process.env['YAML_LANGUAGE_SERVER'] ?? '';
if (program === '') console.log('skipped: YAML_LANGUAGE_SERVER names no yaml-language-server');

const example = path.join(root, 'examples/qwen3-vl');

describe.skipIf(program === '')('in an editor', () => {
  const folder = temporaryFolder();
  let server: LanguageServer;
  let opened = 0;

  beforeAll(async () => {
    const text = readFileSync(path.join(example, '.github/model-registry.yml'));
    const { registry } = await readRegistry(text, '.github/model-registry.yml');
    if (registry === undefined) throw new Error('the registry of the example cannot be read');
    writeFileSync(path.join(folder, 'schema.json'), JSON.stringify(editorSchema(registry, true)));
    server = new LanguageServer(program);
    await server.request('initialize', { processId: null, rootUri: null, capabilities: {} });
    server.notify('initialized', {});
  });

  afterAll(() => server.close());

  function open(text: string): string {
    const uri = pathToFileURL(path.join(folder, `${(opened += 1)}.yaml`)).href;
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    server.notify('textDocument/didOpen', { textDocument });
    return uri;
  }

  const modeline = '# yaml-language-server: $schema=./schema.json\n';
  const config = readFileSync(path.join(example, 'configs/qwen3_vl_30b.yaml'), 'utf8');

  async function problems(text: string): Promise<string[]> {
    open(modeline + text);
    const { diagnostics } = await server.notification('textDocument/publishDiagnostics');
    return (diagnostics as { message: string }[]).map(({ message }) => message);
  }

  it('a config of the example has no problem', async () => {
    expect(await problems(config)).toEqual([]);
  });

  it.each([
    [/^ {2}total_steps: .*$/m, '  total_steps: many', /Incorrect type|Expected|"integer"/],
    [/^ {2}total_steps: /m, '  total_stepz: ', /total_stepz is not allowed|Missing property "total_steps"/],
    [/^ {2}name: adamw$/m, '  name: sgd', /adamw/],
  ])('%s as %j is marked', async (line, wrong, message) => {
    expect(config).toMatch(line);
    expect((await problems(config.replace(line, wrong))).join('\n')).toMatch(message);
  });

  it('names are completed, with what they mean', async () => {
    const uri = open(`${modeline}optimizer:\n  l\n`);
    const position = { line: 2, character: 3 };
    const answer = await server.request('textDocument/completion', { textDocument: { uri }, position });
    const { items } = answer as { items: { label: string; documentation?: unknown }[] };
    const documentation = JSON.stringify(items.find(({ label }) => label === 'lr')?.documentation);
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['lr', 'lr_scheduler']));
    expect(documentation).toContain('Peak learning rate.');
  });
});
