/** Changes that reach what a gate judges by another path than its own: links, submodules, renames, other kinds of entries. */
import { expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { openRepository } from '../../src/git/index.ts';
import { loadPolicy } from '../../src/policy/gate/policy.ts';
import { allFindings } from '../../src/report/model.ts';
import { policyFile, policyText } from '../support/gated.ts';
import { rememberingLog } from '../support/log.ts';
import { createRepository, hermeticEnvironment, type Content } from '../support/repository.ts';

/** A submodule at a commit that nobody has here. */
interface Module {
  readonly module: string;
}
type Files = Readonly<Record<string, Content | Module>>;

interface Attack {
  readonly name: string;
  readonly base: Files;
  readonly head: Files;
  /** Findings, each with its file. */
  readonly shown: readonly string[];
  readonly verdict: 'fail' | 'pass';
  /** A part of a message. */
  readonly says?: string;
}

const link = (target: string): Content => ({ link: target });
const module = (digit: string): Module => ({ module: digit.repeat(40) });
const good = 'optimizer:\n  lr: 2.0e-5\n';
const bad = 'optimizer:\n  lr: 7.0\n';
const registry = 'parameters:\n  optimizer.lr: { type: float, min: 0, max: 1, kind: tuning }\n';
const config = { [policyFile]: policyText(), '.github/model-registry.yml': registry };
const range = 'config/out-of-range';

const configAttacks: readonly Attack[] = [
  {
    name: 'the target of a linked config',
    base: { 'configs/train.yaml': link('../shared/t.yaml'), 'shared/t.yaml': good },
    head: { 'shared/t.yaml': bad },
    shown: [`${range} configs/train.yaml`, 'config/linked-change configs/train.yaml'],
    verdict: 'fail',
    says: 'shared/t.yaml',
  },
  {
    name: 'the target of a link to a link',
    base: { 'configs/train.yaml': link('../shared/l'), 'shared/l': link('t.yaml'), 'shared/t.yaml': good },
    head: { 'shared/t.yaml': bad },
    shown: [`${range} configs/train.yaml`],
    verdict: 'fail',
  },
  {
    name: 'the link between a link and its target',
    base: {
      'configs/train.yaml': link('../shared/l'),
      'shared/l': link('t.yaml'),
      'shared/t.yaml': good,
      'shared/u.yaml': bad,
    },
    head: { 'shared/l': link('u.yaml') },
    shown: [`${range} configs/train.yaml`],
    verdict: 'fail',
    says: 'shared/u.yaml',
  },
  {
    name: 'a file of a linked folder',
    base: { configs: link('shared'), 'shared/train.yaml': good },
    head: { 'shared/train.yaml': bad },
    shown: [`${range} configs/train.yaml`],
    verdict: 'fail',
  },
  {
    name: 'a folder that is linked to elsewhere',
    base: { configs: link('one'), 'one/train.yaml': good, 'two/train.yaml': bad },
    head: { configs: link('two') },
    shown: [`${range} configs/train.yaml`],
    verdict: 'fail',
    says: 'two/train.yaml',
  },
  {
    name: 'a link through a linked folder that leads upwards',
    base: { 'configs/train.yaml': link('up/shared/t.yaml'), 'configs/up': link('..'), 'shared/t.yaml': good },
    head: { 'shared/t.yaml': bad },
    shown: [`${range} configs/train.yaml`],
    verdict: 'fail',
  },
  {
    name: 'a new file behind a link that led nowhere',
    base: { 'configs/train.yaml': link('../shared/t.yaml') },
    head: { 'shared/t.yaml': bad },
    shown: [`${range} configs/train.yaml`],
    verdict: 'fail',
  },
  {
    name: 'a linked registry',
    base: {
      '.github/model-registry.yml': link('../shared/r.yml'),
      'shared/r.yml': registry,
      'configs/train.yaml': good,
    },
    head: { 'shared/r.yml': registry.replace('max: 1', 'max: 1e-9') },
    shown: [`${range} configs/train.yaml`],
    verdict: 'fail',
  },
  {
    name: 'a linked registry, with configs in a linked folder',
    base: {
      '.github/model-registry.yml': link('../shared/r.yml'),
      'shared/r.yml': registry,
      configs: link('shared'),
      'shared/train.yaml': good,
    },
    head: { 'shared/r.yml': registry.replace('max: 1', 'max: 1e-9') },
    shown: [`${range} configs/train.yaml`],
    verdict: 'fail',
  },
  {
    name: 'a linked team schema',
    base: {
      [policyFile]: policyText().replace('config:', 'config:\n  schema: schema.json'),
      'schema.json': link('shared/s.json'),
      'shared/s.json': '{"type": "object"}',
      'configs/train.yaml': good,
    },
    head: { 'shared/s.json': '{}' },
    shown: ['config/registry-changed schema.json'],
    verdict: 'pass',
  },
  ...(
    [
      ['is removed', undefined, 'config/schema-invalid'],
      ['is cut in half', '{"type": "obj', 'config/schema-invalid'],
      ['is not a schema any more', '{"type": "objekt"}', 'config/schema-invalid'],
      ['refers to what is elsewhere', '{"$ref": "https://schemas.example/s.json"}', 'config/schema-invalid'],
      ['becomes a link to nothing', link('nowhere.json'), 'runtime/cannot-run'],
    ] satisfies readonly (readonly [string, Content, string])[]
  ).map(([how, after, rule]): Attack => ({
    name: `a team schema that ${how}, and would judge nothing once merged`,
    base: {
      [policyFile]: policyText().replace('config:', 'config:\n  schema: schema.json'),
      'schema.json': '{"type": "object"}',
      'configs/train.yaml': good,
    },
    head: { 'schema.json': after },
    shown: [`${rule} schema.json`],
    verdict: 'fail',
  })),
  {
    name: 'a config that becomes a submodule',
    base: { 'configs/train.yaml': good },
    head: { 'configs/train.yaml': module('1') },
    shown: ['config/deleted configs/train.yaml', 'config/submodule-changed configs/train.yaml'],
    verdict: 'pass',
  },
  {
    name: 'a folder of configs that becomes a submodule',
    base: { 'configs/train.yaml': good },
    head: { 'configs/train.yaml': undefined, configs: module('1') },
    shown: ['config/deleted configs/train.yaml', 'config/submodule-changed configs'],
    verdict: 'pass',
  },
  {
    name: 'a submodule in a linked folder of configs',
    base: { configs: link('vendor'), vendor: module('1') },
    head: { vendor: module('2') },
    shown: ['config/submodule-changed configs'],
    verdict: 'pass',
    says: 'vendor',
  },
  {
    name: 'a submodule through which a config is read',
    base: { 'configs/train.yaml': link('../vendor/t.yaml'), vendor: module('1') },
    head: { vendor: module('2') },
    shown: ['config/submodule-changed configs/train.yaml'],
    verdict: 'pass',
    says: 'vendor',
  },
  {
    name: 'a config that becomes a folder',
    base: { 'configs/train.yaml': good },
    head: { 'configs/train.yaml': undefined, 'configs/train.yaml/x': good },
    shown: ['config/deleted configs/train.yaml'],
    verdict: 'pass',
  },
  {
    name: 'a config that becomes a link out of the repository',
    base: { 'configs/train.yaml': good },
    head: { 'configs/train.yaml': link('../../t.yaml') },
    shown: ['config/unreadable configs/train.yaml'],
    verdict: 'fail',
  },
  {
    name: 'a folder of configs that becomes a link out of the repository',
    base: { 'configs/train.yaml': good },
    head: { 'configs/train.yaml': undefined, configs: link('../elsewhere') },
    shown: ['config/unreadable configs/train.yaml'],
    verdict: 'fail',
  },
  {
    name: 'a config renamed to a name that no glob matches',
    base: { 'configs/train.yaml': good },
    head: { 'configs/train.yaml': undefined, 'configs/train.yaml.bak': good },
    shown: ['config/deleted configs/train.yaml'],
    verdict: 'pass',
  },
  {
    name: 'a config whose name only changes its case',
    base: { 'configs/train.yaml': good },
    head: { 'configs/train.yaml': undefined, 'configs/train.YAML': good },
    shown: ['config/deleted configs/train.yaml'],
    verdict: 'pass',
  },
];

const locked = (version: string) =>
  `#\n# This file is autogenerated by pip-compile with Python 3.12\n# by the following command:\n#\n#    pip-compile requirements.in\n#\ntorch==${version}\n    # via -r requirements.in\n`;
const before = { [policyFile]: policyText(), 'requirements.in': 'torch>=2\n' };

const lockAttacks: readonly Attack[] = [
  {
    name: 'the target of a linked lock',
    base: { 'requirements.txt': link('locks/gpu'), 'locks/gpu': locked('2.9.1') },
    head: { 'locks/gpu': locked('2.10.0') },
    shown: ['deps/unexplained requirements.txt', 'deps/linked-change requirements.txt'],
    verdict: 'fail',
    says: 'locks/gpu',
  },
  {
    name: 'a lock that is linked to another one',
    base: { 'requirements.txt': link('locks/a'), 'locks/a': locked('2.9.1'), 'locks/b': locked('2.10.0') },
    head: { 'requirements.txt': link('locks/b') },
    shown: ['deps/unexplained requirements.txt'],
    verdict: 'fail',
  },
  {
    name: 'a lock of a linked folder',
    base: {
      [policyFile]: policyText('dependencies: { files: [app/requirements.txt] }\n'),
      app: link('real'),
      'real/requirements.txt': locked('2.9.1'),
      'real/requirements.in': 'torch>=2\n',
    },
    head: { 'real/requirements.txt': locked('2.10.0') },
    shown: ['deps/unexplained app/requirements.txt'],
    verdict: 'fail',
  },
  {
    name: 'the target of a linked lock goes away',
    base: { 'requirements.txt': link('locks/gpu'), 'locks/gpu': locked('2.9.1') },
    head: { 'locks/gpu': undefined },
    shown: ['deps/unreadable-file requirements.txt'],
    verdict: 'fail',
  },
  {
    name: 'a lock renamed to a name that nobody judges',
    base: { 'requirements.txt': locked('2.9.1') },
    head: { 'requirements.txt': undefined, 'old.bak': locked('2.9.1') },
    shown: ['deps/lock-removed -'],
    verdict: 'fail',
  },
  ...[
    ['requirements.txt', 'torch==2.9.1\n'],
    ['constraints.txt', 'torch==2.9.1\n'],
    ['environment.yml', 'dependencies:\n  - pytorch=2.9\n'],
    ['pyproject.toml', '[project]\nname = "m"\nversion = "0"\ndependencies = ["torch==2.9.1"]\n'],
    ['setup.cfg', '[options]\ninstall_requires =\n  torch==2.9.1\n'],
    ['.python-version', '3.12\n'],
  ].flatMap(([file = '', text = '']): Attack[] => [
    {
      name: `${file} renamed to a name that nobody reads`,
      base: { 'requirements.in': undefined, [file]: text },
      head: { [file]: undefined, 'docs/old.bak': text },
      shown: ['deps/floats -'],
      verdict: 'pass',
      says: file,
    },
    {
      name: `${file} deleted`,
      base: { 'requirements.in': undefined, [file]: text },
      head: { [file]: undefined },
      shown: ['deps/floats -'],
      verdict: 'pass',
      says: 'was deleted',
    },
  ]),
  {
    name: 'a file that chose an interpreter, and is empty now',
    base: { '.python-version': '3.12\n' },
    head: { '.python-version': '\n' },
    shown: ['deps/floats -'],
    verdict: 'pass',
  },
  {
    name: 'a lock whose name only changes its case',
    base: {
      'app/uv.lock':
        'version = 1\n[[package]]\nname = "torch"\nversion = "2.9.1"\nsource = { registry = "https://pypi.org/simple" }\n',
    },
    head: {
      'app/uv.lock': undefined,
      'app/UV.lock':
        'version = 1\n[[package]]\nname = "torch"\nversion = "2.9.1"\nsource = { registry = "https://pypi.org/simple" }\n',
    },
    shown: ['deps/lock-removed -'],
    verdict: 'fail',
  },
  {
    name: 'a lock that becomes a submodule',
    base: { 'requirements.txt': locked('2.9.1') },
    head: { 'requirements.txt': module('1') },
    shown: ['deps/lock-removed -', 'deps/submodule-changed requirements.txt'],
    verdict: 'fail',
  },
  {
    name: 'a lock that becomes a link out of the repository',
    base: { 'requirements.txt': locked('2.9.1') },
    head: { 'requirements.txt': link('/etc/requirements.txt') },
    shown: ['deps/unreadable-file requirements.txt'],
    verdict: 'fail',
  },
  {
    name: 'a submodule that may contain locks',
    base: { vendor: module('1') },
    head: { vendor: module('2') },
    shown: ['deps/submodule-changed vendor'],
    verdict: 'pass',
  },
  {
    name: 'a submodule through which a lock is read',
    base: { 'requirements.txt': link('vendor/r.txt'), vendor: module('1') },
    head: { vendor: module('2') },
    shown: ['deps/submodule-changed requirements.txt'],
    verdict: 'pass',
  },
];

const ruleAttacks: readonly Attack[] = [
  {
    name: 'the target of a linked policy',
    base: { [policyFile]: link('../shared/p.yml'), 'shared/p.yml': policyText() },
    head: { 'shared/p.yml': 'gates: { validate-model-config: false }\n' },
    shown: [`policy/changed ${policyFile}`],
    verdict: 'pass',
    says: 'shared/p.yml',
  },
  {
    name: 'a policy in a linked folder',
    base: { [policyFile]: undefined, '.github': link('meta'), 'meta/model-gates.yml': policyText() },
    head: { 'meta/model-gates.yml': 'gates: { validate-model-config: false }\n' },
    shown: [`policy/changed ${policyFile}`],
    verdict: 'pass',
  },
  {
    name: 'a policy that becomes a part of a submodule',
    base: {},
    head: { [policyFile]: undefined, '.github': module('1') },
    shown: [`policy/changed ${policyFile}`, 'policy/workflow-changed .github'],
    verdict: 'pass',
  },
  {
    name: 'a submodule in which the policy would lie',
    base: { [policyFile]: undefined, '.github': module('1') },
    head: { '.github': module('2') },
    shown: ['policy/changed .github', 'policy/workflow-changed .github'],
    verdict: 'pass',
  },
  {
    name: 'a policy whose name only changes its case',
    base: {},
    head: { [policyFile]: undefined, '.github/Model-Gates.yml': policyText() },
    shown: [`policy/changed ${policyFile}`],
    verdict: 'pass',
  },
  {
    name: 'an action behind a link',
    base: { '.github/actions/eval': link('../../tools/eval'), 'tools/eval/action.yml': 'a' },
    head: { 'tools/eval/action.yml': 'b' },
    shown: ['policy/workflow-changed .github/actions/eval/action.yml'],
    verdict: 'pass',
    says: 'tools/eval/action.yml',
  },
  {
    name: 'a submodule of actions',
    base: { '.github/actions': module('1') },
    head: { '.github/actions': module('2') },
    shown: ['policy/workflow-changed .github/actions'],
    verdict: 'pass',
  },
];

it.each([
  ...configAttacks.map((attack) => ({ kind: 'config', own: config, ...attack })),
  ...lockAttacks.map((attack) => ({ kind: 'lock', own: before, ...attack })),
  ...ruleAttacks.map((attack) => ({ kind: 'policy', own: { [policyFile]: policyText() }, ...attack })),
])('$kind: $name', async ({ own, base, head, shown, says = '', verdict }) => {
  const report = await judged({ ...own, ...base }, head);
  const findings = allFindings(report);
  expect(findings.map(({ rule, file = '-' }) => `${rule} ${file}`)).toEqual(
    expect.arrayContaining([...shown]),
  );
  expect(findings.map(({ message }) => message).join('\n')).toContain(says);
  const gates = report.reports?.slice(0, 2).map((gate) => gate.verdict);
  expect(gates?.includes('fail') === true ? 'fail' : 'pass').toBe(verdict);
});

it.each<{ readonly name: string; readonly base: Files; readonly head: Files }>([
  {
    name: 'moved to another file of their own',
    base: { 'requirements.txt': 'torch==2.9.1\n' },
    head: {
      'requirements.txt': undefined,
      'pyproject.toml': '[project]\nname = "m"\nversion = "0"\ndependencies = ["torch==2.9.1"]\n',
    },
  },
  {
    name: 'stated once more',
    base: { 'requirements.txt': 'torch==2.9.1\n', 'app/requirements.txt': 'torch==2.9.1\n' },
    head: { 'requirements.txt': undefined },
  },
  {
    name: 'locked as well',
    base: { 'requirements-dev.txt': 'torch==2.9.1\n', 'requirements.txt': locked('2.9.1') },
    head: { 'requirements-dev.txt': undefined },
  },
])('nothing floats where the pins of a file that goes are $name', async ({ base, head }) => {
  const report = await judged({ [policyFile]: policyText(), ...base }, head);
  expect(allFindings(report).filter(({ rule }) => rule === 'deps/floats')).toEqual([]);
});

/** What the plan makes of harmless files, of which one leads to what is judged. */
const harmless = policyText().replace(
  'regression:',
  'plan: { harmless: ["**/*.md"] }\nregression:\n  pool: pool.md',
);
it.each([
  { name: 'the pool', base: { 'pool.md': 'q1\n' }, head: { 'pool.md': 'q2\n' } },
  {
    name: 'a linked prompt',
    base: { 'prompts/system.txt': link('../docs/p.md'), 'docs/p.md': 'a' },
    head: { 'docs/p.md': 'b' },
  },
  { name: 'a submodule', base: { vendor: module('1') }, head: { vendor: module('2') } },
])('the evaluation is due for $name', async ({ base, head }) => {
  const report = await judged({ [policyFile]: harmless, 'README.md': 'x', ...base }, head);
  expect(report.facts.plan?.find(({ gate }) => gate === 'regression-gate')).toMatchObject({
    decision: 'run',
  });
});

it('and it is not where only harmless files changed', async () => {
  const report = await judged({ [policyFile]: harmless, 'README.md': 'x' }, { 'README.md': 'y' });
  expect(report.facts.plan?.find(({ gate }) => gate === 'regression-gate')).toMatchObject({
    decision: 'not-applicable',
  });
});

async function judged(base: Files, head: Files) {
  const { root, shas } = history(base, head);
  const log = rememberingLog();
  const repository = await openRepository({ cwd: root, log, env: hermeticEnvironment() });
  const [baseSha = '', headSha = ''] = shas;
  const change = await repository.changeSet({ base: baseSha, head: headSha });
  const policy = await loadPolicy(change.base, policyFile);
  const ports = {
    change,
    workspace: change.head,
    log,
    commands: { run: () => Promise.resolve(undefined) },
    now: () => 0,
  };
  return check({ event: { kind: 'pull-request', name: 'pull_request' }, policy, policyFile }, ports);
}

function history(base: Files, head: Files): { root: string; shas: string[] } {
  const repository = createRepository();
  const shas = [base, { ...modulesOf(base), ...head }].map((files) => {
    const modules = Object.entries(modulesOf(files)).map(([path, file]) => ({ path, file }));
    const plain = Object.entries(files).flatMap(([path, file]) =>
      isModule(file) ? [] : [[path, file] as const],
    );
    const gone = plain.filter(([, file]) => file === undefined);
    repository.write(Object.fromEntries([...gone, ...plain.filter(([, file]) => file !== undefined)]));
    repository.git('add', '--all');
    for (const { path, file } of modules) {
      repository.git('rm', '-r', '--quiet', '--cached', '--ignore-unmatch', '--', path);
      repository.git('update-index', '--add', '--cacheinfo', `160000,${file.module},${path}`);
    }
    repository.git('commit', '--quiet', '--allow-empty', '--no-verify', '--message=Change');
    return repository.git('rev-parse', 'HEAD');
  });
  return { root: repository.root, shas };
}

function modulesOf(files: Files): Readonly<Record<string, Module>> {
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, file]) => (isModule(file) ? [[path, file] as const] : [])),
  );
}

function isModule(file: Content | Module): file is Module {
  return typeof file === 'object' && 'module' in file;
}
