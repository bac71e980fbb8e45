import { describe, expect, test } from 'vitest';
import { configDefaults, type ConfigSettings } from '../../../src/config/index.ts';
import { judgeConfig } from '../../../src/config/gate/validate-model-config.ts';
import type { FileTree } from '../../../src/ports/index.ts';
import { UserError } from '../../../src/kernel/user-error.ts';
import { memoryPorts, memoryTree } from '../../support/trees.ts';

const path = 'configs/model.yaml';
const registryPath = configDefaults.registry;

const registry = `parameters:
  hidden_size: { type: int, min: 1, multiple-of: 64, owner: '@acme/architecture' }
  num_attention_heads: { type: int, min: 1 }
  learning_rate: { type: float, min: 0, max: 0.1, kind: tuning }
  hidden_act: { type: str, enum: [silu, gelu] }
  rope.*: { type: float }
  notes: { type: [str, 'null'] }
`;
const valid = `hidden_size: 2048
num_attention_heads: 16
learning_rate: 1.0e-4
hidden_act: silu
`;

type Files = Readonly<Record<string, string>>;

async function judge(base: Files, head: Files, settings: Partial<ConfigSettings> = {}) {
  const ports = await memoryPorts(memoryTree(base), memoryTree(head));
  return judgeConfig({ ...configDefaults, ...settings }, ports);
}

const edit = (from: string | RegExp, to: string) =>
  judge(
    { [path]: valid, [registryPath]: registry },
    { [path]: valid.replace(from, to), [registryPath]: registry },
  );

describe('what a change amounts to', () => {
  test('nothing changed: skipped, and says so', async () => {
    const report = await judge({ [path]: valid }, { [path]: valid });
    expect(report).toMatchObject({
      gate: 'validate-model-config',
      verdict: 'skipped',
      facts: { change: 'none' },
    });
  });

  test.each([
    ['# a comment\nhidden_size: 2048', 'none'],
    ['hidden_size: 2048\nnotes: x', 'structural'],
    ['hidden_size: 1024', 'structural'],
  ])('%j: %s', async (text, change) => {
    const report = await edit('hidden_size: 2048', text);
    expect(report).toMatchObject({ verdict: 'pass', facts: { change, files: [{ file: path, change }] } });
  });

  test('only the learning rate: tuning, with a table of old and new', async () => {
    const report = await edit('1.0e-4', '3.0e-4');
    expect(report.facts).toMatchObject({ change: 'tuning' });
    expect(report.sections?.[0]).toMatchObject({ rows: [['learning_rate', '0.0001', '0.0003', 'tuning']] });
  });

  test('a change cannot call its own parameter tuning', async () => {
    const lenient = registry.replace("owner: '@acme/architecture' }", 'kind: tuning }');
    const report = await judge(
      { [path]: valid, [registryPath]: registry },
      { [path]: valid.replace('2048', '1024'), [registryPath]: lenient },
    );
    expect(report.facts).toMatchObject({ change: 'structural' });
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        rule: 'config/registry-changed',
        severity: 'warning',
        message: expect.stringContaining('structural → tuning'),
      }),
    );
  });
});

describe('a changed file that sets what configs set, and that no glob takes', () => {
  const found = async (file: string, files: readonly string[]) =>
    (await judge({}, { [file]: 'learning_rate: 1.0e-4\nmax_steps: 10\n' }, { files })).findings.map(
      ({ rule, severity, file: at }) => `${severity} ${rule} ${at}`,
    );
  test.each([
    ['is named', 'other/b.yaml', ['configs/**'], ['notice config/not-taken other/b.yaml']],
    ['is meant to be left out', 'other/b.yaml', ['**/*.yaml', '!other/**'], []],
    ['is of a test', 'tests/b.yaml', ['configs/**'], []],
  ])('%s', async (_, file, files, findings) => {
    expect(await found(file, files)).toEqual(findings);
  });

  test('is judged once the fix is followed, and what the default takes is too', async () => {
    const text = 'learning_rate: 1.0e-4\nmax_steps: 10\n';
    const changed = { 'other/b.yaml': text, 'other/c.toml': 'learning_rate = 1e-4\nmax_steps = 10\n' };
    const { findings } = await judge({}, changed);
    expect(findings.map(({ message }) => message)).toContain(
      'no glob of the policy takes other/b.yaml and 1 other changed file: what configs set was not judged there',
    );
    const list = /to (\[.*\]);/.exec(findings[0]?.help ?? '')?.[1] ?? '';
    const files = JSON.parse(list) as string[];
    expect(files).toEqual([...configDefaults.files, 'other/b.yaml', 'other/c.toml']);
    const report = await judge({}, { ...changed, 'configs/a.yaml': text }, { files });
    expect(report.title).toContain('3 configs');
    expect(report.findings.map(({ rule }) => rule)).not.toContain('config/not-taken');
  });

  test('and the registry, wherever it lies', async () => {
    const settings = { files: ['configs/**'], registry: 'parameters.yml' };
    const text = 'parameters:\n  learning_rate: { type: float }\n  max_steps: { type: int }\n';
    const rules = (await judge({}, { 'parameters.yml': text }, settings)).findings.map(({ rule }) => rule);
    expect(rules).not.toContain('config/not-taken');
  });

  test('and one that sets nothing of the kind', async () => {
    const report = await judge({}, { 'b.yaml': 'learning_rate: 1\nname: x\n' }, { files: ['configs/**'] });
    expect(report).toMatchObject({ verdict: 'skipped', findings: [] });
  });
});

describe('configs that are judged because the registry changed, and that the change leaves as they are', () => {
  const faulty = valid.replace('1.0e-4', '1e-4').replace('hidden_act: silu', 'fresh_idea: 1');
  const grown = `${registry}  zeta: { type: int }\n`;

  test('faults that were there before warn', async () => {
    const report = await judge(
      { [path]: faulty, [registryPath]: registry },
      { [path]: faulty, [registryPath]: grown },
    );
    expect(report.verdict).toBe('pass');
    expect(report.findings).toMatchObject([
      {
        rule: 'config/number-as-text',
        severity: 'warning',
        message: expect.stringContaining('it was so before this change'),
      },
      { rule: 'config/unregistered-parameter', severity: 'warning' },
      { rule: 'config/registry-changed' },
    ]);
  });

  test('what only the new registry finds fails', async () => {
    const narrower = registry.replace('[silu, gelu]', '[gelu]');
    const report = await judge(
      { [path]: valid, [registryPath]: registry },
      { [path]: valid, [registryPath]: narrower },
    );
    expect(report).toMatchObject({ verdict: 'fail', findings: [{ rule: 'config/not-allowed' }, {}] });
  });

  test('the first registry is held to all of them', async () => {
    const report = await judge({ [path]: faulty }, { [path]: faulty, [registryPath]: registry });
    expect(report.findings).toMatchObject([
      { rule: 'config/unregistered-parameter', severity: 'error' },
      { rule: 'config/number-as-text', severity: 'warning' },
    ]);
  });

  test('a team schema that comes with the change is held to them too', async () => {
    const schema = { 'schema.json': '{"required": ["seed"]}' };
    const report = await judge({ [path]: valid }, { [path]: valid, ...schema }, { schema: 'schema.json' });
    expect(report.verdict).toBe('fail');
  });

  test('one that is readable now, and was not, says that what changed is not known', async () => {
    const given = memoryTree({ [path]: valid, [registryPath]: registry }, 'merge base');
    const ports = await memoryPorts(
      given,
      memoryTree({ [path]: `${valid}\n`, [registryPath]: registry }, 'head'),
    );
    const lost = async (file: string) => {
      if (file === path) throw new UserError(`git has no content for 1a2b (${given.name})`);
      return given.read(file);
    };
    const change = { ...ports.change, base: { ...ports.change.base, read: lost } };
    expect(await judgeConfig(configDefaults, { ...ports, change })).toMatchObject({
      verdict: 'pass',
      findings: [{ rule: 'config/base-unreadable', severity: 'warning', file: path }],
    });
  });

  test('so does what could not be read before either; the other configs are judged', async () => {
    const withLink = (tree: FileTree): FileTree => ({
      ...tree,
      read: async (file) => {
        if (file === 'configs/link.yaml') throw new UserError(`${file} leads nowhere (${tree.name})`);
        return tree.read(file);
      },
    });
    const plain = await memoryPorts(
      memoryTree({ [path]: valid, 'configs/link.yaml': '', [registryPath]: registry }, 'merge base'),
      memoryTree(
        { [path]: valid.replace('2048', '2080'), 'configs/link.yaml': '', [registryPath]: grown },
        'head',
      ),
    );
    const { change } = plain;
    const ports = {
      ...plain,
      change: { ...change, base: withLink(change.base), head: withLink(change.head) },
    };
    const report = await judgeConfig(configDefaults, ports);
    expect(report.findings).toMatchObject([
      { rule: 'config/bad-value', severity: 'error', file: path },
      {
        rule: 'config/unreadable',
        severity: 'warning',
        message: 'configs/link.yaml leads nowhere; it was so before this change',
      },
      { rule: 'config/registry-changed' },
    ]);
    const touched = { ...ports.change, files: [{ status: 'modified' as const, path: 'configs/link.yaml' }] };
    expect(await judgeConfig(configDefaults, { ...ports, change: touched })).toMatchObject({
      verdict: 'fail',
      findings: [{ rule: 'config/unreadable', severity: 'error' }],
    });
  });

  test('a config that the change touches is judged for all that it holds', async () => {
    const report = await judge(
      { [path]: faulty, [registryPath]: registry },
      { [path]: `${faulty}notes: x\n`, [registryPath]: grown },
    );
    expect(report.verdict).toBe('fail');
  });

  test('so is one that was named', async () => {
    const files = { [path]: faulty, [registryPath]: registry };
    expect(await judge(files, files, { only: [path] })).toMatchObject({ verdict: 'fail' });
  });
});

describe('the lines that would register what is not', () => {
  const linesIn = (report: Awaited<ReturnType<typeof judge>>): readonly string[] =>
    report.sections?.flatMap((section) => (section.kind === 'list' ? section.items : [])) ?? [];

  test('are reported, once for all configs, and register it', async () => {
    const fresh = `${valid}router: { top_k: 2, lr: 1e-4 }\nblocks: [{ a: 1 }]\n`;
    const report = await judge(
      { [registryPath]: registry },
      { [path]: fresh, 'configs/b.yaml': fresh, [registryPath]: registry },
    );
    expect(linesIn(report)).toEqual([
      'blocks: { type: list, kind: structural }',
      '"blocks.**": { type: any, kind: structural }',
      'router.lr: { type: float, kind: tuning }',
      'router.top_k: { type: int, kind: structural }',
    ]);
    const grown = `${registry}${linesIn(report)
      .map((line) => `  ${line}\n`)
      .join('')}`;
    const later = await judge({}, { [path]: fresh.replace('1e-4', '1.0e-4'), [registryPath]: grown });
    expect(later.verdict).toBe('pass');
  });

  test('are not reported where all is registered, under a wildcard too', async () => {
    expect(linesIn(await edit('2048\n', '2048\nrope: { theta: 1.0 }\n'))).toEqual([]);
  });
});

describe('against the registry', () => {
  test.each([
    ['hidden_act: silu', 'hidden_atc: silu', { rule: 'config/misspelt-parameter', line: 4, column: 1 }],
    ['hidden_act: silu', 'fresh_idea: 1', { rule: 'config/unregistered-parameter', line: 4, column: 1 }],
    ['1.0e-4', '1e-4', { rule: 'config/number-as-text', line: 3, column: 16, help: 'write 1.0e-4' }],
    [
      '1.0e-4',
      '"0.001"',
      { rule: 'config/number-as-text', line: 3, column: 16, help: 'write 0.001 without quotes' },
    ],
    ['1.0e-4', '0.5', { rule: 'config/out-of-range', message: 'learning_rate must be at most 0.1, not 0.5' }],
    ['2048', '2080', { rule: 'config/bad-value', message: 'hidden_size must be a multiple of 64, not 2080' }],
    ['2048', '2048.0', { rule: 'config/wrong-type', message: 'hidden_size must be int, not 2048.0 (float)' }],
    ['silu', 'sillu', { rule: 'config/not-allowed', help: expect.stringContaining('did you mean silu?') }],
    ['hidden_act: silu', 'rope: { factor: x }', { rule: 'config/wrong-type', line: 4 }],
    ['num_attention_heads: 16', 'num_attention_heads: 24', { rule: 'config/heads-divide-hidden', line: 2 }],
  ])('%s → %s', async (from, to, expected) => {
    const report = await edit(from, to);
    expect(report.verdict).toBe('fail');
    expect(report.findings).toContainEqual(
      expect.objectContaining({ severity: 'error', file: path, ...expected }),
    );
    expect(report.findings.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  });

  test('not strict: unregistered parameters only warn', async () => {
    const files = { [registryPath]: registry };
    const report = await judge(files, { ...files, [path]: `${valid}fresh_idea: 1\n` }, { strict: false });
    expect(report).toMatchObject({
      verdict: 'pass',
      findings: [{ rule: 'config/unregistered-parameter', severity: 'warning' }],
    });
  });

  test('a changed registry judges every config', async () => {
    const narrow = registry.replace('max: 0.1', 'max: 0.00001');
    const report = await judge(
      { [path]: valid, [registryPath]: registry },
      { [path]: valid, [registryPath]: narrow },
    );
    expect(report.verdict).toBe('fail');
    expect(report.findings.map(({ rule }) => rule)).toEqual([
      'config/out-of-range',
      'config/registry-changed',
    ]);
  });

  test.each([
    ['max: 0.1', 'max: 1', /widened \(max 0.1 → 1/],
    [/ {2}hidden_act.*\n/, '', /hidden_act is removed/],
    ['enum: [silu, gelu]', 'enum: [silu, gelu, relu]', /widened/],
    ['min: 1 }', 'min: 1, seen: 2 }', /widened \(another type only warns/],
    ['multiple-of: 64, ', '', /widened \(multiple-of 64 → none; owner: @acme\/architecture/],
  ])('registry %s → %j warns', async (from, to, message) => {
    const report = await judge({ [registryPath]: registry }, { [registryPath]: registry.replace(from, to) });
    expect(report.findings).toMatchObject([
      { rule: 'config/registry-changed', severity: 'warning', message: expect.stringMatching(message) },
    ]);
  });

  test('an added parameter is a notice', async () => {
    const report = await judge(
      { [registryPath]: registry },
      { [registryPath]: `${registry}  fresh: { type: int }\n` },
    );
    expect(report).toMatchObject({ verdict: 'pass', findings: [{ severity: 'notice', line: 8 }] });
  });

  test('a removed registry fails', async () => {
    expect(await judge({ [registryPath]: registry }, {})).toMatchObject({ verdict: 'fail' });
  });

  test.each([
    ['parameters: { lr: { min: 2, max: 1 } }', /min 2 is above max 1/],
    ['parameters: { lr: { type: int, enum: [a] } }', /not of its type/],
    ['parameters: { lr: { pattern: "(?=a)" } }', /look-around/],
    ['parameters: { n: { min: 4, max: 6, multiple-of: 10 } }', /no multiple of 10 lies between/],
    ['parameters: { n: { enum: [3], multiple-of: 2 } }', /not a multiple of 2/],
    ['parameters: { n: { enum: [a], pattern: "^b" } }', /not matched by its pattern/],
    ['parameters: { n: { type: str, min: 3 } }', /min applies to numbers, and its type is str/],
    ['parameters: { n: { type: int, pattern: x } }', /pattern applies to text/],
    ['parameters: { n: { type: int, max-items: 3 } }', /max-items applies to lists/],
    ['parameters: { n: { type: int, items: { type: int } } }', /items apply to a list/],
    ['parameters: { n: { items: { min: 3, max: 1 } } }', /min 3 is above max 1/],
    ['parameters: { p: { type: int }, p.q: { type: int } }', /q is registered below it/],
    ['parameters: { "a.**.b": {} }', /only at the end/],
    ['parameters: { lr: { required: true, deprecated: true } }', /required and deprecated/],
    ['parameters: { lr: { replaced-by: learning_rate } }', /not registered/],
    ['parameters: { lr: { tpye: int } }', /unknown key "tpye"/],
    ['parameters: [', /cannot read/],
  ])('a registry that contradicts itself: %s', async (text, message) => {
    const report = await judge({}, { [registryPath]: text, [path]: valid });
    expect(report.verdict).toBe('fail');
    expect(report.findings[0]).toMatchObject({
      rule: 'config/registry-invalid',
      file: registryPath,
      message: expect.stringMatching(message),
    });
  });
});

describe('which files', () => {
  test('named files are judged, changed or not', async () => {
    const files = { 'any/where.yaml': 'lr: 1e-5\n' };
    expect(await judge(files, files, { only: ['./any/where.yaml'] })).toMatchObject({
      verdict: 'fail',
      facts: { change: 'none' },
    });
  });

  test("a named file that is not there is the user's to fix", async () => {
    await expect(judge({}, { [path]: valid }, { only: ['model.yaml'] })).rejects.toMatchObject({
      message: 'There is no file model.yaml.',
      help: `Did you mean ${path}?`,
    });
  });

  test('JSON is read as JSON, with line and column', async () => {
    const json = '{\n  "hidden_size": 2048,\n  "num_attention_heads": 24,\n  "model_type": "x"\n}\n';
    const report = await judge({}, { 'configs/config.json': json });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: 'config/heads-divide-hidden', line: 3, column: 26 }),
    );
  });

  test('a deleted config is reported', async () => {
    expect(await judge({ [path]: valid }, {})).toMatchObject({
      verdict: 'pass',
      facts: { change: 'structural' },
    });
  });
});

test('a policy can switch a rule off or lower it, with its reason shown', async () => {
  const files = { [path]: 'lr: 1e-5\n' };
  const lowered = await judge({}, files, {
    rules: { 'config/number-as-text': { severity: 'warning', reason: 'the trainer casts' } },
  });
  expect(lowered).toMatchObject({ verdict: 'pass' });
  expect(lowered.findings).toContainEqual(
    expect.objectContaining({
      severity: 'warning',
      message: expect.stringContaining('(warning by policy: the trainer casts)'),
    }),
  );
  const off = await judge({}, files, {
    rules: { 'config/number-as-text': { severity: 'off', reason: 'x' } },
  });
  expect(off.findings.map(({ rule }) => rule)).toEqual(['config/no-registry']);
});

test('a registry that someone chose must be there', async () => {
  const report = await judge({}, { [path]: valid }, { registry: 'my-registry.yml' });
  expect(report).toMatchObject({
    verdict: 'fail',
    findings: [{ rule: 'config/registry-invalid', file: 'my-registry.yml' }],
  });
});

test('an unknown type in the registry is reported once', async () => {
  const report = await judge({}, { [registryPath]: 'parameters: { a: { type: integer } }' });
  expect(report.findings).toHaveLength(1);
});

test('tells parameters, memory and cache before and after', async () => {
  const model = (layers: number) =>
    `model_type: llama\nhidden_size: 64\nintermediate_size: 128\nnum_hidden_layers: ${layers}\nnum_attention_heads: 4\nvocab_size: 100\n`;
  const report = await judge({ [path]: model(2) }, { [path]: model(3) });
  const rows = report.sections?.flatMap((section) => (section.kind === 'table' ? section.rows : []));
  expect(rows).toContainEqual(['num_hidden_layers', '2', '3', 'structural']);
  expect(rows).toContainEqual(['cache a token (2 bytes an element)', '512 B', '768 B']);
  expect(report.facts).toMatchObject({
    change: 'structural',
    parameters: { total: 136_128, active: 136_128 },
  });
});

test.each([
  ['int', '010', ['config/leading-zero']],
  ['int', '1:30', ['config/base-60']],
  ['float', '1:30.5', ['config/base-60']],
  ['str', '08', []],
  ['bool', 'no', []],
  ['str', '1e-5', []],
  ['date', '2024-01-01', []],
])('registered as %s, %s: %j', async (type, text, rules) => {
  const report = await judge(
    {},
    { [path]: `value: ${text}\n`, [registryPath]: `parameters: { value: { type: ${type} } }\n` },
  );
  expect(report.findings.map(({ rule }) => rule)).toEqual(rules);
});

const llama =
  'model_type: llama\nhidden_size: 64\nintermediate_size: 128\nnum_attention_heads: 4\nnum_hidden_layers: 2\nvocab_size: 100\n';

test.each([
  ['', 'in bfloat16'],
  ['quantization_config: { quant_method: mxfp4 }\n', 'in bfloat16, before quantisation (mxfp4)'],
  [
    'quantization_config: { quant_method: gptq, bits: 4 }\n',
    'in bfloat16, before quantisation (gptq, 4 bits)',
  ],
  [
    'quantization_config: { quant_method: bitsandbytes, load_in_8bit: true }\n',
    'in bfloat16, before quantisation (bitsandbytes, 8 bits)',
  ],
])('the weights of a model with %j are reported %s', async (quantization, text) => {
  const report = await judge({}, { [path]: llama + quantization });
  const rows = report.sections?.flatMap((section) => (section.kind === 'table' ? section.rows : []));
  expect(rows?.find(([title]) => title === 'weights')?.[1]).toBe(`186 KiB ${text}`);
});

test('more than five models share one table of five columns, what changed first', async () => {
  const models = Object.fromEntries([1, 2, 3, 4, 5, 6].map((index) => [`configs/${index}.yaml`, llama]));
  const head = { ...models, 'configs/4.yaml': llama.replace('layers: 2', 'layers: 3') };
  const report = await judge(models, head, { only: Object.keys(models) });
  const table = report.sections?.find((section) => section.title === 'The models');
  expect(table).toMatchObject({ kind: 'table' });
  if (table?.kind !== 'table') return;
  expect(table.columns).toHaveLength(5);
  expect(table.rows[0]).toEqual([
    'configs/4.yaml',
    expect.stringMatching(/^95,\d+ → 136,\d+$/),
    expect.anything(),
    expect.anything(),
    '512 B → 768 B',
  ]);
});

describe("the team's own JSON Schema", () => {
  const schema = JSON.stringify({
    type: 'object',
    properties: { hidden_size: { maximum: 1000 } },
    required: ['owner'],
  });
  const settings = { schema: 'schema.json' };

  test('is applied beside the registry', async () => {
    const report = await judge({ 'schema.json': schema }, { 'schema.json': schema, [path]: valid }, settings);
    expect(
      report.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    ).toEqual(['the document has no owner', 'hidden_size must be at most 1000, not 2048']);
  });

  test('is that of the merge base, and a change of it is reported', async () => {
    const report = await judge({ 'schema.json': schema }, { 'schema.json': '{}', [path]: valid }, settings);
    expect(report.verdict).toBe('fail');
    expect(report.findings.map(({ rule }) => rule)).toContain('config/registry-changed');
  });

  test.each([
    ['{', /cannot|JSON/],
    ['{"type": "objekt"}', /cannot be used/],
    ['{"$ref": "https://schemas.example/x.json"}', /cannot be used/],
    ['{"pattern": "(?=a)"}', /look-around/],
  ])('%s cannot be used, and fails', async (text, message) => {
    const report = await judge({}, { 'schema.json': text, [path]: valid }, settings);
    expect(report.findings[0]).toMatchObject({
      rule: 'config/schema-invalid',
      message: expect.stringMatching(message),
    });
  });

  test('that is not there fails', async () => {
    const report = await judge({}, { [path]: valid }, settings);
    expect(report.findings[0]).toMatchObject({ rule: 'config/schema-invalid' });
  });
});
