import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DependencyFacts } from '../../src/dependencies/index.ts';
import type { PlanFacts } from '../../src/policy/index.ts';
import type { RegressionFacts } from '../../src/regression/index.ts';
import type { Report } from '../../src/report/model.ts';
import { verbs } from '../../src/cli/verbs/index.ts';
import { version } from '../../src/kernel/product.ts';
import { createRepository, hermeticEnvironment, temporaryFolder } from '../support/repository.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli/index.js');

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built CLI under Node 24, as the shell runs it. */
function run(cwd: string, ...args: string[]): Run {
  return runWith({}, cwd, ...args);
}

function runWith(env: Readonly<Record<string, string>>, cwd: string, ...args: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: hermeticEnvironment({ NO_COLOR: '1', ...env }),
  });
  return { code: status, stdout, stderr };
}

function report<Facts extends object>({ stdout }: Run): Report<Facts> {
  return JSON.parse(stdout) as Report<Facts>;
}

function folder(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  return root;
}

const rows = (wrong: number, total = 300) =>
  Array.from({ length: total }, (_, id) =>
    JSON.stringify({ id, target: 1, prediction: id < wrong ? 0 : 1 }),
  ).join('\n');

describe('a policy that is not valid', () => {
  it.each([[['config', '--entries']], [['schema']], [['version']], [['sync', '--trunk', 'main']]])(
    '%j does nothing by an empty one',
    (args) => {
      const files = {
        '.github/model-gates.yml': 'runs: torchrun\n',
        '.github/model-registry.yml': 'parameters: { lr: { type: float } }\n',
      };
      const repository = createRepository();
      repository.commit(files);
      const { code, stdout, stderr } = run(repository.root, ...args);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(
        /The policy of .* is not valid: \.github\/model-gates\.yml:1:7: runs must be a list, not "torchrun"\nwrite a list/,
      );
    },
  );
});

describe('help', () => {
  it.each(verbs.map(({ name }) => name))('%s --help tells every option and the exit codes', (name) => {
    const { code, stdout } = run(temporaryFolder(), name, '--help');
    const verb = verbs.find((candidate) => candidate.name === name);
    expect(code).toBe(0);
    for (const option of Object.keys(verb?.options ?? {})) expect(stdout).toContain(`--${option}`);
    expect(stdout).toContain('3  inconclusive');
  });

  it('is printed without a verb, with exit code 2', () => {
    expect(run(temporaryFolder())).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('Usage: model-gates <verb>') as string,
    });
  });
});

describe('what it is', () => {
  it.each(['--version', '-V'])('%s names the release', (option) => {
    expect(run(temporaryFolder(), option)).toMatchObject({ code: 0, stdout: `model-gates ${version}\n` });
  });

  it('schema prints what editors check configs by', () => {
    const registry = 'parameters: { lr: { type: float, max: 1 } }';
    const there = folder({ '.github/model-registry.yml': registry, 'other.yml': registry });
    for (const args of [[], ['--registry', 'other.yml']]) {
      const { code, stdout } = run(there, 'schema', ...args);
      expect([code, JSON.parse(stdout)]).toMatchObject([
        0,
        { properties: { lr: {} }, additionalProperties: false },
      ]);
    }
  });

  it.each([
    [{}, /There is no registry \.github\/model-registry\.yml.*\n.*model-gates init/],
    [
      { '.github/model-registry.yml': 'parameters: { lr: { type: flaot } }' },
      /model-registry\.yml:1: .*flaot/,
    ],
  ])('schema says why it cannot: %j', (files, message) => {
    expect(run(folder(files), 'schema')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(message) as string,
    });
  });
});

describe('arguments', () => {
  it.each([
    [['chekc'], 'did you mean check?'],
    [['config'], 'No config file was named'],
    [['config', '--dialct', 'pyyaml', 'x.yaml'], "Unknown option '--dialct'; did you mean --dialect?"],
    [['completion', 'bsh'], 'did you mean bash?'],
    [['completion'], 'Name one of bash, zsh, fish.'],
    [
      ['config', '--dialect', 'yaml', 'x.yaml'],
      '--dialect: expected one of pyyaml, omegaconf, yaml-1.2, got "yaml"',
    ],
    [['config', 'missing.yaml'], 'missing.yaml'],
    [['check', 'extra'], 'takes no arguments'],
    [['regression', '--baseline', 'a'], '--baseline and --candidate are both needed'],
    [['deps', '--before', 'a'], '--before and --after go together'],
    [['regression', '--baseline', 'a', '--candidate', 'b', '--alpha', '7'], '--alpha: expected a number'],
    [['plan', '--event', 'missing.json'], 'cannot be read'],
  ])('%j exits with 2 and says why on stderr', (args, message) => {
    const { code, stdout, stderr } = run(temporaryFolder(), ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('config', () => {
  it("is held against the team's own JSON Schema", () => {
    const made = createRepository();
    made.commit({
      '.github/model-gates.yml': 'config: { schema: team.json }\n',
      'team.json': '{ "properties": { "lr": { "exclusiveMaximum": 1 } } }',
      'train.yaml': 'lr: 2.5\n',
    });
    expect(report(run(made.root, 'config', 'train.yaml', '--json')).findings).toContainEqual(
      expect.objectContaining({ rule: 'config/out-of-range', message: 'lr must be less than 1, not 2.5' }),
    );
  });

  it('finds the number that PyYAML reads as text, at its place', () => {
    const root = folder({ 'train.yaml': 'optimizer:\n  lr: 1e-5\n' });
    const result = run(root, 'config', 'train.yaml', '--json');
    expect(result.code).toBe(1);
    expect(report(result)).toMatchObject({ gate: 'validate-model-config', verdict: 'fail' });
    expect(report(result).findings).toContainEqual(
      expect.objectContaining({ rule: 'config/number-as-text', line: 2, column: 7 }),
    );
  });

  it('explains every value in the words of Python', () => {
    const root = folder({
      'train.yaml': 'lr: 1e-5\nbeta: 1.0e-5\nsteps: 1_000\nflag: no\nwhen: 2026-01-02\nnone: ~\n',
    });
    const { stdout, code } = run(root, 'config', '--explain', 'train.yaml');
    const types = (JSON.parse(stdout) as { path: unknown; type: string }[]).map(({ type }) => type);
    expect(code).toBe(0);
    expect(types).toEqual(expect.arrayContaining(['str', 'float', 'int', 'bool', 'date', 'NoneType']));
  });

  it('reads 1e-5 as a number where the training code does', () => {
    const root = folder({ 'train.yaml': 'lr: 1e-5\n' });
    expect(run(root, 'config', 'train.yaml', '--dialect', 'omegaconf').code).toBe(0);
  });
});

describe('deps', () => {
  it('compares two folders without git', () => {
    const manifest = '[project]\nname = "a"\nversion = "1"\ndependencies = ["torch>=2.9"]\n';
    const root = folder({
      'old/requirements.txt': 'torch==2.9.1\n',
      'old/pyproject.toml': manifest,
      'new/requirements.txt': 'torch==2.10.0\n',
      'new/pyproject.toml': manifest,
    });
    const result = run(root, 'deps', '--before', 'old', '--after', 'new', '--json');
    expect(report<DependencyFacts>(result).facts.moves).toContainEqual(
      expect.objectContaining({ name: 'torch', before: ['2.9.1'], after: ['2.10.0'], watched: true }),
    );
  });
});

describe('regression', () => {
  it.each([
    ['the same answers', 30, 30, 'pass', 0],
    ['a large drop', 30, 75, 'fail', 1],
  ] as const)('decides %s', (_, before, after, verdict, code) => {
    const root = folder({ 'a.jsonl': rows(before), 'b.jsonl': rows(after) });
    const result = run(
      root,
      'regression',
      '--baseline',
      'a.jsonl',
      '--candidate',
      'b.jsonl',
      '--metric',
      'accuracy',
      '--json',
    );
    expect(report(result).verdict).toBe(verdict);
    expect(result.code).toBe(code);
  });

  it('reads files that are larger than anything else in a repository', () => {
    const long = 'x'.repeat(1 << 20);
    const answers = Array.from({ length: 70 }, (_, id) =>
      JSON.stringify({ id, target: 1, prediction: id % 7 === 0 ? 0 : 1, response: long }),
    );
    const root = folder({ 'a.jsonl': answers.join('\n'), 'b.jsonl': answers.join('\n') });
    const result = run(root, 'regression', '--baseline', 'a.jsonl', '--candidate', 'b.jsonl', '--json');
    expect(report<RegressionFacts>(result).facts.candidate).toMatchObject({ samples: 70 });
  });

  it('exits with 3 when there are not enough samples to decide', () => {
    const root = folder({
      'a.jsonl': rows(8, 40),
      'b.jsonl': rows(8, 40)
        .replace('"id":20,"target":1,"prediction":1', '"id":20,"target":1,"prediction":0')
        .replace('"id":1,"target":1,"prediction":0', '"id":1,"target":1,"prediction":1'),
    });
    expect(
      run(root, 'regression', '--baseline', 'a.jsonl', '--candidate', 'b.jsonl', '--metric', 'accuracy').code,
    ).toBe(3);
  });
});

describe('a clone of a model repository', () => {
  function repository() {
    const made = createRepository();
    made.commit({
      'configs/train.yaml': 'optimizer:\n  lr: 1.0e-5\n  warmup: 100\n',
      'requirements.txt': 'torch==2.9.1\n',
      'evals/val.jsonl': rows(10),
    });
    return made;
  }

  it('gets from init what works at once, and blocks the next mistake', () => {
    const made = repository();
    const first = run(made.root, 'init');
    expect(first).toMatchObject({ code: 0 });
    made.commit({}, 'Add the gates');
    made.branch('feature');
    expect(run(made.root, 'check', '--base', 'main').code).toBe(0);
    made.write({ 'configs/train.yaml': 'optimizer:\n  lr: 1.0e-5\n  warmpu: 100\n' });
    const checked = run(made.root, 'check', '--base', 'main');
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain('configs/train.yaml:3:3');
    expect(checked.stdout).toContain('warmup');
  });

  it('gets looks from init, and as baseline what the ledger has of trunk', () => {
    const made = createRepository();
    made.commit({ '.gitignore': 'evals/\n', 'configs/train.yaml': 'lr: 1.0e-5\n' });
    made.publish();
    made.write({ 'evals/merge.jsonl': rows(10, 1200) });
    expect(run(made.root, 'record', '--results', 'evals/merge.jsonl', '--commit', 'main').code).toBe(0);
    rmSync(path.join(made.root, 'evals'), { recursive: true });
    const { stdout, code } = run(made.root, 'init');
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(stdout).toContain(
      '1,200 samples of trunk are in the ledger as evals/merge.jsonl: looks at 500, 1000, 1200',
    );
    expect(stdout).toContain('from 4 on, samples that flip are looked at first');
    const policy = readFileSync(path.join(made.root, '.github/model-gates.yml'), 'utf8');
    expect(policy).toContain('baseline: ["evals/merge.jsonl"]');
  });

  it('gets from init the looks that a policy of its own lacks', () => {
    const made = createRepository();
    made.commit({ 'evals/val.jsonl': rows(10, 700), '.github/model-gates.yml': 'trunk: main\n' });
    expect(run(made.root, 'init').stdout).toContain(
      '.github/model-gates.yml was kept. Add to it what it does not say yet:\n  regression:\n    looks: [500, 700]\n    sampling: history\n',
    );
    made.write({ '.github/model-gates.yml': 'trunk: main\nregression:\n  looks: [700]\n' });
    expect(run(made.root, 'init').stdout).not.toContain('Add to it');
  });

  it('keeps from init what is there already', () => {
    const made = repository();
    made.write({ '.github/model-gates.yml': 'trunk: main\n' });
    expect(run(made.root, 'init').stdout).toMatch(/kept\s+\.github\/model-gates\.yml/);
    expect(run(made.root, 'check', '--base', 'main').code).toBe(0);
  });

  it('names a branch that does not exist, with one that does', () => {
    const made = repository();
    const { code, stderr } = run(made.root, 'check', '--base', 'mian');
    expect(code).toBe(2);
    expect(stderr).toContain('main');
  });

  it('names its version, and claims a tag at its remote', () => {
    const made = repository();
    made.publish();
    const sha = made.git('rev-parse', 'HEAD');
    expect(report(run(made.root, 'version', '--json')).facts).toMatchObject({
      version: `dev-${sha.slice(0, 8)}`,
      created: false,
      sha,
    });
    expect(report(run(made.root, 'version', '--claim', 'v1.0.0', '--json')).facts).toMatchObject({
      tag: 'v1.0.0',
      created: true,
    });
    expect(report(run(made.root, 'version', '--claim', 'v1.0.0', '--json')).facts).toMatchObject({
      tag: 'v1.0.0',
      created: false,
    });
    made.commit({ 'README.md': 'x' });
    expect(run(made.root, 'version', '--claim', 'v1.0.0').code).toBe(1);
    expect(report(run(made.root, 'version', '--next', 'v1.0', '--json')).facts).toMatchObject({
      tag: 'v1.0.1',
      created: true,
    });
  });

  it('plans an event', () => {
    const made = repository();
    const sha = 'a'.repeat(40);
    const side = { ref: 'main', sha, repo: { full_name: 'a/b' } };
    made.write({
      'event.json': JSON.stringify({
        pull_request: { number: 1, draft: true, user: { login: 'ada' }, head: side, base: side },
      }),
    });
    expect(
      report<PlanFacts>(run(made.root, 'plan', '--event', 'event.json', '--json')).facts.plan,
    ).toContainEqual(expect.objectContaining({ gate: 'regression-gate', run: false }));
  });
});

describe('a bad machine', () => {
  const config = { 'a.yaml': 'lr: 0.1\n' };

  it('whose PATH leads where nobody may look gets a report and nothing else on standard output', () => {
    const root = folder(config);
    createRepository(root).commit({});
    const env = { PATH: [path.join(root, 'a.yaml'), process.env['PATH']].join(path.delimiter) };
    expect(report(runWith(env, root, 'config', 'a.yaml', '--base', 'HEAD', '--json')).verdict).toBe('pass');
  });

  it('without a folder for temporary files is reported as such', () => {
    const made = createRepository();
    made.commit(config);
    made.publish();
    made.write({
      'job.json': '{"inputs":[{"kind":"job","id":"j"}],"outputs":[{"kind":"weights","id":"w"}]}',
    });
    const nowhere = path.join(made.root, 'gone');
    const env = { TMPDIR: nowhere, TEMP: nowhere, TMP: nowhere };
    const { code, stderr } = runWith(env, made.root, 'record', 'job.json');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^model-gates: there is no folder for temporary files \(.*gone.*\)\nMake it/m);
  });

  it.skipIf(process.platform === 'win32')('whose folder was removed meanwhile is reported as such', () => {
    const args = ['-c', 'rmdir "$PWD" && exec "$0" "$@"', process.execPath, cli, 'branch'];
    const how = { cwd: temporaryFolder(), env: hermeticEnvironment(), encoding: 'utf8' as const };
    const { status, stderr } = spawnSync('/bin/sh', args, how);
    expect(status).toBe(2);
    expect(stderr).toContain('model-gates: the folder in which this runs is gone');
  });

  it('whose reader has gone keeps the exit code, and says nothing of it', async () => {
    const root = folder(config);
    const args = [cli, 'config', 'a.yaml', '--explain'];
    const child = spawn(process.execPath, args, { cwd: root, env: hermeticEnvironment() });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(stderr).toBe('');
  });

  it.skipIf(!existsSync('/dev/full'))('whose disk is full has not reported its verdict', () => {
    const root = folder(config);
    const stdio = ['ignore', openSync('/dev/full', 'w'), 'pipe'] as const;
    const how = { cwd: root, env: hermeticEnvironment(), stdio: [...stdio], encoding: 'utf8' as const };
    const { status, stderr } = spawnSync(process.execPath, [cli, 'config', 'a.yaml', '--json'], how);
    expect(status).toBe(2);
    expect(stderr).toContain('model-gates: the disk is full (ENOSPC');
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('on which no file can be replaced keeps those that init found', () => {
    const made = createRepository();
    made.commit(config);
    expect(run(made.root, 'init').code).toBe(0);
    const policy = path.join(made.root, '.github/model-gates.yml');
    rmSync(policy);
    mkdirSync(policy);
    const { code, stderr } = run(made.root, 'init', '--force');
    expect(code).toBe(2);
    expect(stderr).toContain('is there, and is not a regular file');
  });
});

describe('one value of a manifest', () => {
  const manifest = '\uFEFFtag: v1 # {"$imagepolicy": "flux:app:tag"}\r\nother: 1';
  const edit = (...args: string[]) => {
    const root = folder({ 'a.yaml': manifest });
    return { root, ...run(root, 'promote', '--manifest', 'a.yaml', ...args) };
  };

  it('is edited byte for byte, and nothing else is printed', () => {
    const { root, code, stdout, stderr } = edit('--path', 'tag', '--value', ' 2024', '--dry-run', '--json');
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: manifest.replace('v1', '" 2024"'),
      stderr: '',
    });
    expect(readFileSync(path.join(root, 'a.yaml'), 'utf8')).toBe(manifest);
  });

  it('is written where no dry run was asked for', () => {
    const { root, ...ran } = edit('--path', 'tag', '--value', '', '--json');
    expect(report<object>(ran).facts).toMatchObject({ edits: [{ path: 'tag', before: 'v1', after: '' }] });
    expect(readFileSync(path.join(root, 'a.yaml'), 'utf8')).toBe(manifest.replace('v1', '""'));
  });

  it.each([
    [['--path', 'tags', '--value', 'v2'], /a\.yaml:1:2: there is no tags: [^]*Did you mean tag\?/],
    [['--path', 'other', '--value', 'v2'], /a\.yaml:2:8: other is a number/],
    [['--path', 'tag'], /--manifest, --path and --value belong together/],
    [
      ['--path', 'tag', '--value', 'v2', '--document', '0'],
      /--document: expected a whole number of at least 1/,
    ],
  ])('%j is refused with its place', (args, said) => {
    const { code, stdout, stderr } = edit(...args, '--dry-run');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
  });
});

describe('a path that is named lies anywhere', () => {
  const outside = folder({
    'config.json': '{"hidden_size": 64}',
    'registry.yml': 'parameters:\n  hidden_size: { type: int, max: 8 }\n',
    'schema.json': '{"required": ["vocab_size"]}',
    'old/requirements.txt': 'torch==2.9.1\n',
    'requirements.txt': 'torch==2.10.0\n',
    'old.jsonl': rows(0),
    'new.jsonl': rows(150),
  });
  const repository = createRepository();
  repository.commit({ 'configs/a.yaml': 'hidden_size: 64\n' });
  const away = path.relative(repository.root, outside);

  it.each([
    [['config', `${outside}/config.json`], 0, /config\.json: no errors/],
    [['config', `${away}/config.json`], 0, /config\.json: no errors/],
    [['config', '--base', 'main', `${outside}/config.json`], 0, /config\.json: no errors/],
    [['config', `${repository.root}/configs/a.yaml`], 0, /configs\/a\.yaml: no errors/],
    [['config', '--explain', `${away}/config.json`], 0, /"hidden_size"/],
    [['config', '--registry', `${away}/registry.yml`, 'configs/a.yaml'], 1, /hidden_size/],
    [['config', '--schema', `${outside}/schema.json`, 'configs/a.yaml'], 1, /vocab_size/],
    [['config', `${outside}/none.json`], 2, /There is no file/],
    [
      ['deps', '--before', `${outside}/old/requirements.txt`, '--after', `${away}/requirements.txt`],
      0,
      /torch/,
    ],
    [
      [
        'regression',
        '--baseline',
        `${outside}/old.jsonl`,
        '--candidate',
        `${away}/new.jsonl`,
        '--metric',
        'accuracy',
      ],
      1,
      /accuracy/,
    ],
    [['record', `${outside}/config.json`], 1, /inputs|outputs|record/],
  ])('%j', (args, code, said) => {
    const ran = run(repository.root, ...args);
    expect(ran.stdout + ran.stderr).toMatch(said);
    expect(ran.code).toBe(code);
    expect(ran.stderr).not.toMatch(/cannot be read|leads out/);
  });

  it.each([
    ['a policy', { '.github/model-gates.yml': `config: { registry: ${away}/registry.yml }\n` }],
    ['a link of the repository', { 'configs/b.yaml': { link: `../${away}/config.json` } }],
  ])('but not what %s names', (_, files) => {
    const work = createRepository();
    work.commit({ 'configs/b.yaml': 'hidden_size: 64\n', ...files });
    const ran = run(work.root, 'config', 'configs/b.yaml', `${outside}/config.json`);
    expect(ran.stdout + ran.stderr).toMatch(/leads out of the repository/);
    expect(ran.code).not.toBe(0);
  });
});
