import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkVerb } from '../../../src/cli/verbs/check.ts';
import { depsVerb } from '../../../src/cli/verbs/deps.ts';
import { configVerb } from '../../../src/cli/verbs/config.ts';
import type { Verb } from '../../../src/cli/verb.ts';
import { allFindings, type Report } from '../../../src/report/model.ts';
import { allRules } from '../../../src/bundles/rules.ts';
import { rememberingLog } from '../../support/log.ts';
import { poetryLock } from '../dependencies/support/locks.ts';
import { createRepository, temporaryFolder, type TestRepository } from '../../support/repository.ts';

type Files = Readonly<Record<string, string>>;

const registry = `parameters:
  lr: { type: float, max: 0.1 }
  steps: { type: int }
  mode: { enum: [fast, slow] }
  name: { type: str }
  old: { type: int, deprecated: one name for one thing, replaced-by: steps }
`;
const policy = 'config:\n  files: [configs/*.yaml]\n';
const config = 'lr: 0.01\n';
const manifest = (torch: string) =>
  `[project]\nname = "m"\nversion = "1"\nrequires-python = ">=3.12"\ndependencies = ["torch${torch}"]\n`;
const lock = (
  version: string,
  { torch = '', source = 'https://pypi.org/simple', hash = 'a' } = {},
) => `version = 1
requires-python = ">=3.12"

[[package]]
name = "m"
version = "1"
source = { virtual = "." }
dependencies = [{ name = "torch" }]

[package.metadata]
requires-dist = [{ name = "torch"${torch === '' ? '' : `, specifier = "${torch}"`} }]

[[package]]
name = "torch"
version = "${version}"
source = { registry = "${source}" }
wheels = [{ url = "https://files.example/torch-${version}-py3-none-any.whl", hash = "sha256:${hash.repeat(64)}" }]
`;
const before: Files = {
  '.github/model-registry.yml': registry,
  '.github/model-gates.yml': policy,
  'configs/a.yaml': config,
  'pyproject.toml': manifest('>=2.6'),
  'uv.lock': lock('2.9.1', { torch: '>=2.6' }),
  'requirements.txt': 'datasets==4.0.0\n',
};
const locked = (version: string, more = {}) => lock(version, { torch: '>=2.6', ...more });

/** Rule → a change in which its finding has a fix. */
const scenes: readonly (readonly [rule: string, change: Files, edited: string, text: RegExp])[] = [
  [
    'config/number-as-text',
    { 'configs/a.yaml': 'lr: 1e-5 # small\n' },
    'configs/a.yaml',
    /^lr: 1\.0e-5 # small$/m,
  ],
  ['config/number-as-text', { 'configs/a.yaml': 'lr: "1e-5"\n' }, 'configs/a.yaml', /^lr: 1\.0e-5$/m],
  ['config/number-as-text', { 'configs/a.yaml': "steps: '12'\n" }, 'configs/a.yaml', /^steps: 12$/m],
  [
    'config/text-as-date',
    { 'configs/a.yaml': 'name: 2026-01-31\n' },
    'configs/a.yaml',
    /^name: "2026-01-31"$/m,
  ],
  ['config/misspelt-parameter', { 'configs/a.yaml': 'setps: 3\n' }, 'configs/a.yaml', /^steps: 3$/m],
  ['config/misspelt-parameter', { 'configs/a.yaml': '"setps": 3\n' }, 'configs/a.yaml', /^"steps": 3$/m],
  [
    'config/unregistered-parameter',
    { 'configs/a.yaml': 'lr: 0.01\nnovel: { a: 1, b: [x] }\n' },
    '.github/model-registry.yml',
    /^ {2}novel\.a: \{ type: int.*\n {2}novel\.b: \{ type: list/m,
  ],
  ['config/deprecated-parameter', { 'configs/a.yaml': 'old: 3\n' }, 'configs/a.yaml', /^steps: 3$/m],
  ['config/not-allowed', { 'configs/a.yaml': 'mode: fats\n' }, 'configs/a.yaml', /^mode: fast$/m],
  [
    'config/registry-invalid',
    { '.github/model-registry.yml': `${registry}  new: { tpye: int }\n` },
    '.github/model-registry.yml',
    /^ {2}new: \{ type: int \}$/m,
  ],
  [
    'config/registry-invalid',
    { '.github/model-registry.yml': `${registry}  new: { type: innt }\n` },
    '.github/model-registry.yml',
    /^ {2}new: \{ type: int \}$/m,
  ],
  [
    'policy/unknown-key',
    { '.github/model-gates.yml': `${policy}regression:\n  tolerence: 0.3\n` },
    '.github/model-gates.yml',
    /^ {2}tolerance: 0\.3$/m,
  ],
  [
    'policy/not-allowed',
    { '.github/model-gates.yml': `${policy}  dialect: pyyamll\n` },
    '.github/model-gates.yml',
    /^ {2}dialect: pyyaml$/m,
  ],
  [
    'deps/unexplained',
    { 'uv.lock': locked('2.10.0') },
    '.github/dependency-moves.txt',
    /^torch 2\.9\.1 -> 2\.10\.0$/m,
  ],
  [
    'deps/downgraded',
    { 'uv.lock': locked('2.8.0') },
    '.github/dependency-moves.txt',
    /^torch 2\.9\.1 -> 2\.8\.0$/m,
  ],
  [
    'deps/over-move',
    { 'pyproject.toml': manifest('>=2.8'), 'uv.lock': lock('2.10.0', { torch: '>=2.8' }) },
    '.github/dependency-moves.txt',
    /^torch 2\.9\.1 -> 2\.10\.0$/m,
  ],
  [
    'deps/identity-change',
    { 'uv.lock': locked('2.9.1', { hash: 'b' }) },
    '.github/dependency-moves.txt',
    /^torch 2\.9\.1 -> 2\.9\.1 files \S+$/m,
  ],
];

/** Nobody watches what made tokenizers move, and nothing asked for it. */
const led = (version: string, tokenizers: string) =>
  poetryLock({
    [`some-lib ${version}`]: { tokenizers: `>=${tokenizers}` },
    [`tokenizers ${tokenizers}`]: {},
  });
const asked = '[tool.poetry.dependencies]\npython = "^3.12"\nsome-lib = "*"\n';
const flash =
  '\n[[package]]\nname = "flash-attn"\nversion = "2.8.3"\nsource = { registry = "https://index.example/simple" }\n';
const cuda = `
[[package]]
name = "torch"
version = "2.9.1+cu128"
source = { registry = "https://index.example/simple" }
resolution-markers = ["sys_platform == 'linux'"]
`;
const programs: Files = {
  'train.py': `import argparse
parser = argparse.ArgumentParser()
parser.add_argument('--warmup-steps', type=int)
parser.add_argument('--schedule', choices=['cosine', 'linear'])
parser.parse_args()
`,
  'hydra_train.py': `import hydra
@hydra.main(version_base=None, config_path="conf", config_name="train")
def main(cfg): pass
`,
  'conf/train.yaml': 'defaults:\n  - optim: adamw\n  - _self_\nsteps: 10\n',
  'conf/optim/adamw.yaml': 'beta: 0.9\n',
  '.github/model-gates.yml': 'config: { files: [conf/*.yaml], dialect: omegaconf }\n',
  '.github/model-registry.yml':
    'parameters: { defaults: { type: list }, "defaults.**": { type: any }, steps: { type: int } }\n',
};
const script = (...lines: readonly string[]) => ({ 'run.sh': `#!/bin/bash\n${lines.join('\n')}\n` });
const teamSchema = JSON.stringify({ properties: { lr: {}, steps: {} }, additionalProperties: false });

/** The same of a repository that contains something else before the change. */
const onOtherBases: readonly (readonly [
  rule: string,
  base: Files,
  change: Files,
  edited: string,
  text: RegExp,
])[] = [
  [
    'deps/forced',
    { 'pyproject.toml': asked, 'poetry.lock': led('1.0.0', '0.21.4') },
    { 'poetry.lock': led('2.0.0', '0.22.1') },
    '.github/dependency-moves.txt',
    /^tokenizers 0\.21\.4 -> 0\.22\.1$/m,
  ],
  [
    'deps/fork-added',
    {},
    { 'uv.lock': locked('2.9.1') + cuda },
    '.github/dependency-moves.txt',
    /^torch 2\.9\.1 -> /m,
  ],
  [
    'deps/fork-collapsed',
    { 'uv.lock': locked('2.9.1') + cuda },
    { 'uv.lock': locked('2.9.1') },
    '.github/dependency-moves.txt',
    /^torch .* -> 2\.9\.1$/m,
  ],
  [
    'deps/removed',
    { 'uv.lock': locked('2.9.1') + flash },
    { 'uv.lock': locked('2.9.1') },
    '.github/dependency-moves.txt',
    /^flash-attn 2\.8\.3 -> none$/m,
  ],
  [
    'deps/floats',
    {
      '.github/model-gates.yml': `${policy}dependencies: { classes: { floats: fail } }\n`,
      'requirements.txt': 'datasets>=2,<4\n',
    },
    { 'requirements.txt': 'datasets>=2\n' },
    '.github/dependency-moves.txt',
    /^datasets .* -> /m,
  ],
  [
    'config/undeclared-argument',
    programs,
    script('ARGS=(--warmpu-steps 5)', 'python train.py "${ARGS[@]}"'),
    'run.sh',
    /\(--warmup-steps 5\)/,
  ],
  [
    'config/undeclared-argument',
    programs,
    script('python train.py --warmpu-steps=5'),
    'run.sh',
    / --warmup-steps=5$/m,
  ],
  [
    'config/argument-value',
    programs,
    script('S=cosin', 'python train.py --schedule $S'),
    'run.sh',
    /^S=cosine$/m,
  ],
  [
    'config/argument-value',
    programs,
    script('python train.py --warmup-steps 1e3'),
    'run.sh',
    / --warmup-steps 1000$/m,
  ],
  [
    'config/unknown-override',
    programs,
    script('python hydra_train.py optim.bta=0.8'),
    'run.sh',
    / optim\.beta=0\.8$/m,
  ],
  [
    'config/missing-config',
    programs,
    { 'conf/train.yaml': 'defaults:\n  - optim: adamv\n  - _self_\nsteps: 10\n' },
    'conf/train.yaml',
    /optim: adamw$/m,
  ],
  [
    'config/unknown-key',
    { '.github/model-gates.yml': `${policy}  schema: team.json\n`, 'team.json': teamSchema },
    { 'configs/a.yaml': 'setps: 3\n' },
    'configs/a.yaml',
    /^steps: 3$/m,
  ],
];

function repositoryWith(change: Files, base: Files = {}): TestRepository {
  const repository = createRepository();
  repository.commit({ ...before, ...base });
  repository.branch('feature');
  repository.commit(change);
  return repository;
}

async function run(
  verb: Verb,
  cwd: string,
  values: Readonly<Record<string, unknown>>,
  files: readonly string[] = [],
): Promise<{ report: Report; notes: string }> {
  const terminal = { cwd, log: rememberingLog(), environment: {}, json: false };
  const outcome = await verb.run(values, files, terminal);
  if (!('report' in outcome)) throw new Error('no report');
  return { report: outcome.report, notes: outcome.notes ?? '' };
}

const textOf = (root: string, file: string) => readFileSync(path.join(root, file), 'utf8');

describe('check --fix', () => {
  test.each([...scenes.map(([rule, ...scene]) => [rule, {}, ...scene] as const), ...onOtherBases])(
    '%s, with %j before and then %j, passes the same gates',
    async (rule, base, change, edited, text) => {
      const { root } = repositoryWith(change, base);
      const found = allFindings((await run(checkVerb, root, { base: 'main' })).report);
      expect(found.filter((finding) => finding.rule === rule && finding.fix !== undefined)).not.toEqual([]);
      const { report, notes } = await run(checkVerb, root, { base: 'main', fix: true });
      expect(textOf(root, edited)).toMatch(text);
      expect(notes).toContain(`+++ b/${edited}\n`);
      expect(allFindings(report).filter(({ severity }) => severity === 'error')).toEqual([]);
      expect([
        report.verdict,
        allFindings(report).some((finding) => finding.rule === rule && finding.fix !== undefined),
      ]).toEqual(['pass', false]);
    },
  );

  test('every rule that promises an edit has a scene, and no other rule', () => {
    const promised = allRules.filter(({ fixable }) => fixable === true).map(({ id }) => id);
    expect(new Set([...scenes, ...onOtherBases].map(([rule]) => rule))).toEqual(new Set(promised));
  });

  test('several in one file, some behind others, in one go', async () => {
    const { root } = repositoryWith({ 'configs/a.yaml': 'setps: "100"\nlr: 1e-4\nmode: slwo\n' });
    const { report } = await run(checkVerb, root, { base: 'main', fix: true });
    expect(textOf(root, 'configs/a.yaml')).toBe('steps: 100\nlr: 1.0e-4\nmode: slow\n');
    expect(report.verdict).toBe('pass');
  });

  test('nothing is stated for a person where the merge goes on without it', async () => {
    const { root } = repositoryWith({ '.github/model-gates.yml': policy, 'uv.lock': locked('2.10.0') });
    const warned = `${policy}dependencies: { classes: { unexplained: warn } }\n`;
    writeFileSync(path.join(root, '.github/model-gates.yml'), warned);
    const repository = createRepository();
    repository.commit({ ...before, '.github/model-gates.yml': warned });
    repository.branch('feature');
    repository.commit({ 'uv.lock': locked('2.10.0') });
    const { report } = await run(checkVerb, repository.root, { base: 'main', fix: true });
    expect(allFindings(report).map(({ rule, severity }) => [rule, severity])).toContainEqual([
      'deps/unexplained',
      'warning',
    ]);
    expect(existsSync(path.join(repository.root, '.github/dependency-moves.txt'))).toBe(false);
  });

  test('goes with files on disk only', async () => {
    const { root } = repositoryWith({});
    await expect(run(checkVerb, root, { base: 'main', head: 'feature', fix: true })).rejects.toThrow(
      '--head judges a commit',
    );
  });
});

describe("every rule's example", () => {
  const errorsOf = (report: Report) =>
    new Set(allFindings(report).flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : [])));
  const examples = allRules.filter(({ id }) => /^(?:config|runs)\//.test(id));

  test('as a config: an edit leaves nothing to edit, and no error that was not there', async () => {
    const worse: string[] = [];
    let edited = 0;
    for (const { id, example } of examples) {
      const root = temporaryFolder();
      mkdirSync(path.join(root, '.github'));
      writeFileSync(path.join(root, '.github/model-registry.yml'), registry);
      writeFileSync(path.join(root, 'a.yaml'), `${example}\n`);
      const { report } = await run(configVerb, root, {}, ['a.yaml']);
      if (!allFindings(report).some(({ fix }) => fix !== undefined)) continue;
      edited += 1;
      const values = { fix: true, 'fix-uncommitted': true };
      const fixed = await run(configVerb, root, values, ['a.yaml']);
      const left = allFindings(fixed.report).filter(({ fix }) => fix !== undefined);
      const before = errorsOf(report);
      const fresh = [...errorsOf(fixed.report)].filter((rule) => !before.has(rule));
      if (left.length + fresh.length > 0)
        worse.push(`${id}: left ${left.map(({ rule }) => rule).join()}, new ${fresh.join()}`);
    }
    expect(worse).toEqual([]);
    expect(edited).toBeGreaterThan(50);
  });

  test('as a policy', async () => {
    for (const { example } of allRules.filter(({ id }) => id.startsWith('policy/'))) {
      const { root } = repositoryWith({ '.github/model-gates.yml': `${example}\n` });
      await run(checkVerb, root, { base: 'main', fix: true });
      const again = await run(checkVerb, root, { base: 'main' });
      expect(allFindings(again.report).filter(({ fix }) => fix !== undefined)).toEqual([]);
    }
  });
});

describe('a word of a script that is not written as it is passed', () => {
  test.each([
    ['in quotes', "python train.py --schedule 'cosin'"],
    ['put together', 'A=cos\npython train.py --schedule ${A}in'],
    ['with an escape', String.raw`python train.py --schedule cosi\n`],
    ['an override in quotes', "python hydra_train.py 'optim.bta=0.8'"],
  ])('%s, has advice and no edit', async (_, text) => {
    const { root } = repositoryWith(script(text), programs);
    const { report } = await run(checkVerb, root, { base: 'main' });
    const errors = allFindings(report).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ help, fix }) => [/did you mean/.test(help ?? ''), fix])).toEqual([
      [true, undefined],
    ]);
  });
});

describe('what --fix leaves alone', () => {
  const wrong = 'lr: 1e-5\n';

  test.skipIf(process.platform === 'win32')('who may run a script', async () => {
    const repository = createRepository();
    repository.commit({ ...programs, ...script('python train.py --warmpu-steps=5') });
    repository.branch('feature');
    const file = path.join(repository.root, 'run.sh');
    chmodSync(file, 0o755);
    appendFileSync(file, '# more\n');
    repository.commit({});
    await run(checkVerb, repository.root, { base: 'main', fix: true });
    expect(readFileSync(file, 'utf8')).toContain('--warmup-steps=5');
    expect(statSync(file).mode & 0o777).toBe(0o755);
  });

  test.each([
    ['a file with uncommitted changes', { fix: true }, wrong, 'configs/a.yaml has uncommitted changes'],
    ['unless it is asked to', { fix: true, 'fix-uncommitted': true }, 'lr: 1.0e-5\n', '1 fix in 1 file'],
  ])('%s', async (_, values, text, note) => {
    const { root } = repositoryWith({});
    writeFileSync(path.join(root, 'configs/a.yaml'), wrong);
    const checked = await run(checkVerb, root, { base: 'main', ...values });
    expect([textOf(root, 'configs/a.yaml'), checked.notes]).toEqual([text, expect.stringContaining(note)]);
  });

  test('a file that no commit has', async () => {
    const { root } = repositoryWith({});
    writeFileSync(path.join(root, 'configs/b.yaml'), wrong);
    const { notes, report } = await run(configVerb, root, { fix: true }, ['configs/b.yaml']);
    expect([textOf(root, 'configs/b.yaml'), report.verdict]).toEqual([wrong, 'fail']);
    expect(notes).toContain('Not fixed: configs/b.yaml has uncommitted changes');
  });

  test('everything, where there is no git', async () => {
    const root = temporaryFolder();
    writeFileSync(path.join(root, 'a.yaml'), wrong);
    expect((await run(configVerb, root, { fix: true }, ['a.yaml'])).notes).toContain('is in no commit');
    await run(configVerb, root, { fix: true, 'fix-uncommitted': true }, ['a.yaml']);
    expect(textOf(root, 'a.yaml')).toBe('lr: 1.0e-5\n');
  });

  test('a link, and where it leads to', async () => {
    const outside = temporaryFolder();
    writeFileSync(path.join(outside, 'moves.txt'), '');
    const repository = repositoryWith({ 'uv.lock': locked('2.10.0') });
    symlinkSync(path.join(outside, 'moves.txt'), path.join(repository.root, '.github/dependency-moves.txt'));
    const values = { base: 'main', fix: true, 'fix-uncommitted': true };
    await run(checkVerb, repository.root, values).catch(() => undefined);
    expect(readFileSync(path.join(outside, 'moves.txt'), 'utf8')).toBe('');
    rmSync(path.join(repository.root, '.github/dependency-moves.txt'));
    symlinkSync(outside, path.join(repository.root, 'linked'));
  });
});

describe('deps --fix', () => {
  test.each<[string, Files, string]>([
    ['a move', { 'uv.lock': locked('2.10.0') }, 'torch 2.9.1 -> 2.10.0\n'],
    [
      'a move of the files alone',
      { 'uv.lock': locked('2.9.1', { hash: 'b' }) },
      'torch 2.9.1 -> 2.9.1 files ',
    ],
  ])('states %s, and judges again', async (_, change, line) => {
    const { root } = repositoryWith(change);
    const { report, notes } = await run(depsVerb, root, { base: 'main', fix: true });
    expect(textOf(root, '.github/dependency-moves.txt')).toContain(line);
    expect(notes).toContain('1 fix in 1 file');
    expect(report.verdict).toBe('pass');
  });

  test.each([{ head: 'feature' }, { before: 'a', after: 'b' }])(
    'edits no other files: %j',
    async (values) => {
      const { root } = repositoryWith({});
      await expect(run(depsVerb, root, { ...values, fix: true })).rejects.toThrow(
        '--fix edits files of this branch',
      );
    },
  );
});

describe('config --fix', () => {
  test.each([[{}], [{ base: 'main' }]])('edits what is named, and judges again: %j', async (values) => {
    const { root } = repositoryWith({ 'configs/a.yaml': 'lr: 1e-5\n' });
    const { report, notes } = await run(configVerb, root, { ...values, fix: true }, ['configs/a.yaml']);
    expect(notes).toContain('-lr: 1e-5\n+lr: 1.0e-5\n');
    expect([report.verdict, textOf(root, 'configs/a.yaml')]).toEqual(['pass', 'lr: 1.0e-5\n']);
  });

  test('below the folder in which it is typed', async () => {
    const { root } = repositoryWith({ 'configs/a.yaml': 'lr: 1e-5\n' });
    await run(configVerb, path.join(root, 'configs'), { fix: true }, ['a.yaml']);
    expect(textOf(root, 'configs/a.yaml')).toBe('lr: 1.0e-5\n');
  });

  test('says so where there is nothing to do', async () => {
    const { root } = repositoryWith({});
    expect((await run(configVerb, root, { fix: true }, ['configs/a.yaml'])).notes).toMatch(
      /^No finding has a fix/,
    );
  });
});
