import { describe, expect, test } from 'vitest';
import { configDefaults, explain, readDocument } from '../../../../src/config/index.ts';
import { judgeConfig } from '../../../../src/config/gate/validate-model-config.ts';
import { findEntries, launchedBy } from '../../../../src/config/gate/find-entries.ts';
import { memoryPorts, memoryTree } from '../../../support/trees.ts';

type Files = Readonly<Record<string, string>>;

const program = `import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--num-layers", type=int)
parser.add_argument("--pipeline-model-parallel-size", type=int)
parser.add_argument("--learning-rate", type=float)
parser.add_argument("--warmup-steps", type=int)
parser.add_argument("--precision", choices=["bf16", "fp16"])
parser.add_argument("--resume", action="store_true")
args = parser.parse_args()
`;
const script = `#!/bin/bash
set -e
LR=\${LR:-2e-5}
ARGS=(
  --num-layers 48
  --precision bf16 # as trained
)
torchrun --nproc_per_node 8 train.py \\
  "\${ARGS[@]}" \\
  --learning-rate $LR \\
  --warmup-steps=100
`;
const before: Files = { 'train.py': program, 'scripts/train.sh': script };

async function judge(head: Files, base: Files = before) {
  return judgeConfig(configDefaults, await memoryPorts(memoryTree(base), memoryTree({ ...base, ...head })));
}

const change = (from: string, to: string) => judge({ 'scripts/train.sh': script.replace(from, to) });
const places = ({ findings }: Awaited<ReturnType<typeof judge>>) =>
  findings.map(({ rule, severity, file, line }) => [rule, severity, file, line]);

describe('a launch script that changes', () => {
  test.each([
    ['a misspelt flag', '--warmup-steps', '--warmpu-steps', 'config/undeclared-argument', 'error', 11],
    [
      'a flag that there is not',
      '--warmup-steps=100',
      '--epochs 3',
      'config/undeclared-argument',
      'error',
      11,
    ],
    ['in an array', '--num-layers', '--num-layer', 'config/undeclared-argument', undefined, undefined],
    ['a flag in an array', '--num-layers', '--num-layres', 'config/undeclared-argument', 'error', 5],
    ['no whole number', '48', '48.5', 'config/argument-value', 'error', 5],
    ['none of the choices', 'bf16', 'bf8', 'config/argument-value', 'error', 6],
    ['a default that lost its sign', '2e-5', '2e5', 'config/learning-rate-range', 'error', 3],
    [
      'layers over stages',
      '--precision bf16',
      '--pipeline-model-parallel-size 5',
      'config/pipeline-parallel',
      'error',
      6,
    ],
  ])('%s', async (_, from, to, rule, severity, line) => {
    const found = places(await change(from, to)).filter(([id]) => id === rule);
    expect(found).toEqual(severity === undefined ? [] : [[rule, severity, 'scripts/train.sh', line]]);
  });

  test('says which name is meant, where it is declared, and which run it is', async () => {
    const { findings } = await change('--warmup-steps', '--warmpu-steps');
    expect(findings[0]).toMatchObject({
      message: '--warmpu-steps of scripts/train.sh:8: train.py declares no such argument',
      help: 'did you mean --warmup-steps? (train.py:7)',
    });
  });

  test('a value that changes: which, and of what kind', async () => {
    const report = await change('2e-5', '3e-5');
    expect(report).toMatchObject({
      verdict: 'pass',
      title: 'scripts/train.sh: no errors; the change is tuning; 1 of 1 touched run judged',
      facts: {
        change: 'tuning',
        files: [
          { file: 'scripts/train.sh', changes: [{ path: 'learning_rate', before: '2e-05', after: '3e-05' }] },
        ],
        runs: [
          {
            entry: 'scripts/train.sh:8',
            kind: 'torchrun',
            files: ['scripts/train.sh', 'train.py'],
            judged: true,
          },
        ],
      },
    });
  });

  test('what is known only when it starts is said', async () => {
    const report = await judge({ 'scripts/train.sh': '#!/bin/bash\ntorchrun train.py "$@"\n' });
    expect(report.title).toContain('0 of 1 touched run judged: scripts/train.sh:2 is not');
    expect(places(report)).toEqual([['config/run-not-judged', 'notice', 'scripts/train.sh', 2]]);
  });

  test.each([
    ['LOAD=${2:-}\npython train.py --num-layers $LOAD\n', 0],
    ['LOAD=${LOAD:-""}\nARGS=(--num-layers $LOAD)\npython train.py ${ARGS[@]}\n', 0],
    ['LOAD=${2:-""}\nARGS=(--num-layers "$LOAD")\npython train.py ${ARGS[@]} --warmup-steps 2\n', 0],
    ['LOAD=\npython train.py --num-layers $LOAD\n', 1],
  ])('a value that its caller gives is not missing: %j', async (script, errors) => {
    const report = await judge({ 'run.sh': script });
    expect(report.findings.filter(({ severity }) => severity === 'error')).toHaveLength(errors);
  });

  test('eval of what is not known is said', async () => {
    const report = await judge({
      'run.sh': 'CMD="python train.py $EXTRA"\neval "$CMD"\npython train.py --num-layers 4\n',
    });
    expect(places(report)).toEqual([['config/run-not-judged', 'notice', 'run.sh', 2]]);
  });

  test('a script that starts no run is nobody’s business', async () => {
    expect(await judge({ 'build.sh': 'docker build . --tga x\npython setup.py build\n' })).toMatchObject({
      verdict: 'skipped',
    });
  });

  test('a script that no shell reads', async () => {
    const report = await change('--warmup-steps=100', '"open');
    expect(places(report)).toContainEqual([
      'config/script-unreadable',
      'warning',
      'scripts/train.sh',
      expect.any(Number),
    ]);
  });
});

describe('a program that changes', () => {
  test('a flag that a script still gives', async () => {
    const report = await judge({ 'train.py': program.replace('"--warmup-steps"', '"--warmup-iters"') });
    expect(places(report)).toEqual([['config/undeclared-argument', 'error', 'scripts/train.sh', 11]]);
  });

  test('what a script had wrong before is not said again', async () => {
    const base = { ...before, 'scripts/train.sh': script.replace('--warmup-steps', '--warmpu-steps') };
    expect(places(await judge({ 'train.py': `${program}# a comment\n` }, base))).toEqual([]);
  });
});

describe('other files that start runs', () => {
  const right = 'torchrun --nproc_per_node=8 train.py --num-layers 48 --warmup-steps 10';
  const wrong = right.replace('warmup', 'warmpu');
  test.each([
    ['jobs/train.slurm', (command: string) => `#!/bin/bash\n#SBATCH --nodes=4\nsrun ${command}\n`, 3],
    [
      'Makefile',
      (command: string) =>
        `L := 48\nhelp:\ndefine PAGE\n\tre.match(r'^(a)$$'\nendef\ntrain: data\n\t@echo start\n\t${command.replace('48', '$(L)')}\n`,
      8,
    ],
    [
      '.github/workflows/train.yml',
      (command: string) =>
        `on: push\njobs:\n  train:\n    runs-on: gpu\n    steps:\n      - run: |\n          set -e\n          ${command}\n      - run: ${command.replace('48', '${{ inputs.layers }}')}\n`,
      8,
    ],
    [
      'run.sh',
      (command: string) =>
        `function run() {\n  cd "$(dirname "$0")" && exec env A=1 ${command}\n}\nrun "$@"\n`,
      2,
    ],
    ['run.bash', (command: string) => `bash -c '${command}'\n`, 1],
    [
      'a.sh',
      (command: string) =>
        command.replace(
          'torchrun --nproc_per_node=8',
          'accelerate launch --num_processes 8 --mixed_precision bf16',
        ),
      1,
    ],
    [
      'b.sh',
      (command: string) =>
        command
          .replace('torchrun --nproc_per_node=8', 'deepspeed --num_gpus 8 --module')
          .replace('train.py', 'train'),
      1,
    ],
    [
      'c.sh',
      (command: string) => command.replace('torchrun --nproc_per_node=8', 'python -m torch.distributed.run'),
      1,
    ],
    ['d.sh', (command: string) => command.replace('torchrun --nproc_per_node=8', 'uv run python -u'), 1],
    ['e.sh', (command: string) => `sbatch --nodes 2 --wrap "${command}"\n`, 1],
    [
      'f.sh',
      (command: string) => `W=10\nsbatch <<EOF\n#SBATCH --nodes=2\n${command.replace('10', '$W')}\nEOF\n`,
      4,
    ],
    ['g.sh', (command: string) => `bash -s <<'EOF'\n${command}\nEOF\n`, 2],
  ])('%s', async (path, text, line) => {
    const report = await judge({ [path]: text(wrong) }, { ...before, [path]: text(right) });
    expect(places(report)).toContainEqual(['config/undeclared-argument', 'error', path, line]);
    expect(places(await judge({ [path]: `${text(right)}\n` }, { ...before, [path]: text(right) }))).toEqual(
      [],
    );
  });
});

describe('a command behind another program', () => {
  const files = { 'train.py': program };
  test.each([
    'ls | xargs -n 1 @',
    'xargs -P 4 @ < list',
    "ssh -p 22 user@node1 'cd /work && @'",
    'ssh "$node" @',
    "ssh node1 <<'EOF'\n@\nEOF",
    "pdsh -w n[1-4] '@'",
    "srun -N 2 bash -c '@'",
    'sh -c "env A=1 @"',
    'nohup @ > log 2>&1 &',
    'timeout --kill-after 10 2h @',
    'env -u B A=b @',
    'time -p @',
    'A=0 @',
    'setsid @',
    'ionice -c 2 -n 7 @',
    'flock /tmp/lock @',
    'apptainer exec --nv x.sif @',
    "singularity exec x.sif bash -c '@'",
    'docker run --gpus all -v $PWD:/w image @',
    "docker compose run trainer bash -lc '@'",
    'kubectl exec pod -- @',
    'parallel @ ::: 1 2',
    "tmux new-session -d -s x '@'",
    "tmux send-keys -t x '@' C-m",
    'screen -dmS x @',
    "find . -name '*.yaml' -exec @ {} \\;",
    "su user -c '@'",
    'micromamba run -n x @',
  ])('%s', async (text) => {
    const command = text.replace('@', 'python train.py --num-layers 4 --warmpu-steps 3');
    const report = await judge({ 'run.sh': `${command}\n` }, files);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['config/undeclared-argument']);
  });

  test.each([
    'xargs -I{} python train.py --num-layers {}',
    'xargs -I % python train.py --num-layers=%',
    'parallel python train.py --num-layers {1} ::: 1 2',
    'find . -exec python train.py --num-layers {} +',
  ])('what it fills in is not known: %s', async (text) => {
    expect((await judge({ 'run.sh': `${text}\n` }, files)).findings).toEqual([]);
  });

  test.each([
    'ssh node1 "cd $WHERE && python train.py --num-layers 3"',
    "xargs -L 1 bash -c 'python train.py --num-layers $0'",
    'srun bash -c "cd $WHERE; python train.py"',
  ])('a text that only the run knows is named: %s', async (text) => {
    expect((await judge({ 'run.sh': `python train.py\n${text}\n` }, files)).findings).toMatchObject([
      { rule: 'config/run-not-judged', line: 2 },
    ]);
  });
});

describe('a program of one of several projects', () => {
  test('is that of the folder above the script', async () => {
    const files = {
      'a/code/train.py': program,
      'b/code/train.py': program.replace('warmup', 'wait'),
      'b/shell/big/run.sh': 'python code/train.py --wait-steps 3\n',
    };
    const run = { 'b/shell/big/run.sh': 'python code/train.py --wiat-steps 3\n' };
    expect((await judge(run, files)).findings).toMatchObject([
      { help: 'did you mean --wait-steps? (b/code/train.py:7)' },
    ]);
  });

  test('gets no flag behind --', async () => {
    const run = {
      'run.sh': 'python train.py --warmup-steps 3 -- bash -c other --dtype bfloat16x --warmpu-steps 3\n',
    };
    expect(places(await judge(run))).toEqual([]);
  });
});

describe('a run that several files start', () => {
  const callers = {
    ...before,
    '.github/workflows/a.yml': 'jobs:\n  a:\n    steps:\n      - run: bash scripts/train.sh\n',
    'scripts/all.sh': 'bash scripts/train.sh\nbash scripts/train.sh --more\n',
  };

  test('is counted once', async () => {
    const report = await judge({ 'train.py': program.replace('type=int', 'type=float') }, callers);
    expect(report.facts.runs?.map(({ entry }) => entry)).toEqual(['scripts/train.sh:8']);
    const { entries } = await findEntries(memoryTree(callers), configDefaults);
    expect(entries.filter(({ entry }) => entry === 'scripts/train.sh:8')).toHaveLength(1);
  });
});

describe('a run that the policy declares', () => {
  test.each([
    [{ command: 'torchrun train.py --warmup-steps 3', cwd: '.' }, undefined],
    [{ command: 'torchrun train.py', cwd: 'nowhere' }, /cwd nowhere is not a folder/],
    [{ command: 'torchrun train.py', cwd: '../../etc' }, /not a folder/],
    [{ command: 'torchrun train.py', config: '/etc/passwd' }, /config \/etc\/passwd is not a file/],
    [{ command: 'torchrun train.py', config: 'configs/*.yaml' }, /not a file/],
    [{ command: 'torchrun nope.py --warmup-steps 3' }, /nope\.py is not a file/],
    [{ command: 'echo hi' }, /starts no training/],
  ])('says what is wrong with %j', async (run, reason) => {
    const { entries } = await findEntries(memoryTree(before), { ...configDefaults, runs: [run] });
    const declared = entries.filter(({ entry }) => entry === '.github/model-gates.yml runs[0]');
    expect(declared.map(({ judged }) => judged)).toEqual([reason === undefined]);
    expect(declared[0]?.reason ?? '').toMatch(reason ?? /^$/);
  });

  test.each([
    ['plain', 'runs:\n  - command: torchrun train.py --warmpu-steps 3\n', 2, 32],
    ['in quotes', "runs:\n  - cwd: .\n    command: 'torchrun train.py --warmpu-steps 3'\n", 3, 33],
    ['a block', 'runs:\n  - command: |\n      torchrun train.py \\\n        --warmpu-steps 3\n', 4, 9],
    ['on one line', 'runs: [{command: torchrun train.py --warmpu-steps 3}]\n', 1, 36],
  ])('stands at its words: %s', async (_, policy, line, column) => {
    const { value } = readDocument(policy, { file: 'p.yml', dialect: 'yaml-1.2' });
    const settings = { ...configDefaults, ...JSON.parse(JSON.stringify(value)) };
    const old = { 'train.py': program.replace('warmup', 'warmpu'), '.github/model-gates.yml': policy };
    const ports = await memoryPorts(memoryTree(old), memoryTree({ ...old, 'train.py': program }));
    const { findings } = await judgeConfig(settings, ports);
    expect(findings).toMatchObject([
      { rule: 'config/undeclared-argument', file: '.github/model-gates.yml', line, column },
    ]);
  });
});

describe('programs that are not in the repository', () => {
  test.each([
    ['swift sft --model a --warmup_step 3', 'did you mean --warmup_steps?'],
    [
      'megatron sft --model a --pipeline-model-paralel-size 2',
      'did you mean --pipeline-model-parallel-size?',
    ],
    ['vllm serve a --tensor-parallel-sise 2', 'did you mean --tensor-parallel-size?'],
    ['swift sft --model a --some_new_thing 3 --lora_rank 8', undefined],
  ])('%s', async (command, help) => {
    const { findings } = await judge({ 'run.sh': command });
    expect(findings.map((finding) => finding.help)).toEqual(help === undefined ? [] : [help]);
  });

  test('take what they build on takes, though only a range says of which version', async () => {
    const { findings } = await judge({
      'requirements.txt': 'transformers>=4.33,<5.17\n',
      'run.sh': 'swift rlhf --rlhf_type grpo --model a --dataset b --save_strategy no\n',
    });
    expect(findings).toEqual([]);
  });

  test('rules hold for what they are given', async () => {
    const report = await judge({
      'run.sh': 'megatron sft --num_layers 46 \\\n  --pipeline_model_parallel_size 4\n',
    });
    expect(places(report)).toEqual([['config/pipeline-parallel', 'error', 'run.sh', 2]]);
  });
});

describe('what starts runs in a repository', () => {
  const files: Files = {
    ...before,
    'scripts/env.sh': 'export A=1\n',
    'scripts/zsh.sh': '#!/bin/zsh\ntorchrun train.py\n',
    'scripts/open.sh': 'torchrun "$SCRIPT" --lr 3\ntorchrun train.py "$@"\n',
    'tests/run.sh': 'torchrun train.py --lr 3\n',
    'configs/a.yaml': 'lr: 1\n',
    'configs/b.gin': 'x = 1\n',
    'ci/gpu.yaml': 'train:\n  script:\n    - torchrun other.py\n',
    'ci/lint.yaml': 'lint:\n  script:\n    - ruff check\n',
    'runs/tiny.py': 'with read_base():\n    from .big import *\nlr = 1e-4\n',
    'bench.sh': "on_all 'torchrun --nnodes 2 x.py'\n",
    'image.sh': 'docker run --rm trainer --learning-rate 3\n',
    'sft.sh': '$COMMAND optim.lr=1e-5 optim.weight_decay=0.1\n',
    'smoke.sh': 'lr=1e-3\npython - <<EOF\nprint($lr)\nEOF\n',
    'steps.sh': 'run --optim.lr=1e-3 --optim.weight_decay=0\n',
    'lint.sh': 'lr=1\npip install deepspeed==0.17 accelerate\n',
  };

  test('what is not judged is there too, with the reason', async () => {
    const { entries, declared } = await findEntries(memoryTree(files), {
      ...configDefaults,
      runs: [{ command: 'python ../train.py --num-layers 2', cwd: 'scripts' }],
    });
    expect(entries.map(({ entry, kind, judged, reason }) => [entry, kind, judged, reason])).toEqual([
      ['scripts/open.sh:1', 'torchrun', true, undefined],
      ['scripts/open.sh:2', 'torchrun', false, 'it is built when it runs: the arguments of the script'],
      ['scripts/train.sh:8', 'torchrun', true, undefined],
      ['scripts/zsh.sh:1', 'script', false, 'the script is for zsh: bash and POSIX shells are read'],
      ['bench.sh:1', 'script', false, 'a launcher stands in it, and what it starts is not known to train'],
      ['image.sh:1', 'script', false, 'a program stands in it, which is not read'],
      ['sft.sh:1', 'script', false, expect.stringContaining('values of a training')],
      ['smoke.sh:1', 'script', false, 'a program stands in it, which is not read'],
      ['steps.sh:1', 'script', false, expect.stringContaining('values of a training')],
      ['.github/model-gates.yml runs[0]', 'python', true, undefined],
      ['configs/a.yaml', 'config', true, undefined],
      ['configs/b.gin', 'config', false, 'gin-config is not read'],
      ['ci/gpu.yaml', 'config', false, expect.stringContaining('a launcher stands in it')],
      ['runs/tiny.py', 'config', false, expect.stringContaining('(config.files) do not take it')],
    ]);
    expect([...declared]).toContain('warmup_steps');
  });

  test('names are judged where only the values are not known', async () => {
    const report = await judge({ 'run.sh': 'python train.py --warmpu-steps "$STEPS"\n' });
    expect(report.facts.runs).toEqual([expect.objectContaining({ entry: 'run.sh:1', judged: true })]);
    expect(places(report)).toEqual([['config/undeclared-argument', 'error', 'run.sh', 1]]);
  });

  test('a run that the policy declares is judged when its program or its config changes', async () => {
    const runs = [{ command: 'python train.py --warmup-steps 3', config: 'configs/a.yaml' }];
    const settings = { ...configDefaults, runs };
    const judged = async (head: Files) =>
      judgeConfig(settings, await memoryPorts(memoryTree(files), memoryTree({ ...files, ...head })));
    const report = await judged({ 'train.py': program.replace('"--warmup-steps"', '"--warmup-iters"') });
    expect(places(report)).toContainEqual([
      'config/undeclared-argument',
      'error',
      '.github/model-gates.yml',
      1,
    ]);
    expect((await judged({ 'configs/a.yaml': 'lr: 2\n' })).facts.runs).toEqual([
      {
        entry: '.github/model-gates.yml runs[0]',
        kind: 'python',
        files: ['.github/model-gates.yml', 'train.py', 'configs/a.yaml'],
        judged: true,
      },
    ]);
  });
});

describe('a program of Hydra', () => {
  const hydra: Files = {
    'main.py':
      '@hydra.main(config_path="config", config_name="ppo", version_base=None)\ndef main(cfg): ...\n',
    'config/ppo.yaml':
      'defaults:\n  - model: base\n  - _self_\ntrain:\n  tensor_model_parallel_size: 4\n  lr: 1.0e-6\n',
    'config/model/base.yaml':
      'num_attention_heads: 16\nnum_key_value_heads: 4\nnum_hidden_layers: 24\nhidden_size: 2048\n',
    'run.sh': 'python main.py train.lr=1e-6 \\\n  train.tensor_model_parallel_size=4\n',
  };
  const run = (text: string) => judge({ 'run.sh': text }, hydra);

  test.each([
    [
      'an override against a group',
      'TP=3\npython main.py \\\n  train.tensor_model_parallel_size=$TP\n',
      'config/tensor-parallel',
      3,
    ],
    ['a key that there is not', 'python main.py \\\n  train.lrr=3\n', 'config/unknown-override', 2],
    ['a key that is deleted and not there', 'python main.py \\\n  ~train.lrr\n', 'config/not-composed', 2],
    ['a group that there is not', 'python main.py model=bsae\n', 'config/missing-config', 1],
  ])('%s', async (_, text, rule, line) => {
    const { findings } = await run(text);
    expect(findings.filter(({ severity }) => severity === 'error')).toContainEqual(
      expect.objectContaining({ rule: expect.stringContaining(rule), file: 'run.sh', line }),
    );
  });

  test('what its config has wrong already is not said of the command', async () => {
    const files = {
      ...hydra,
      'config/ppo.yaml': hydra['config/ppo.yaml']?.replace('size: 4', 'size: 3') ?? '',
    };
    const report = await judge({ 'run.sh': 'python main.py train.lr=2e-6\n' }, files);
    expect(places(report)).toEqual([]);
  });

  test('a value that is not known leaves the others to be judged', async () => {
    const report = await run('python main.py train.lr=$LR train.tensor_model_parallel_size=3\n');
    expect(report.facts.runs).toEqual([
      {
        entry: 'run.sh:1',
        kind: 'python',
        files: ['run.sh', 'main.py', 'config/ppo.yaml', 'config/model/base.yaml'],
        judged: true,
      },
    ]);
    expect(report.verdict).toBe('fail');
  });

  test('a value of the command is said of the command, where the other one stands in a group', async () => {
    expect(places(await run('python main.py train.lr=1e-6 model.num_attention_heads=18\n'))).toContainEqual([
      'config/tensor-parallel',
      'error',
      'run.sh',
      1,
    ]);
  });

  test('a group that is not known: the run is not judged', async () => {
    const report = await run('python main.py model=$MODEL\n');
    expect(report.facts.runs?.[0]?.reason).toBe('what it composes is known only when it runs');
  });

  test('words that are not known may choose a group that has the key', async () => {
    const conditions = Array.from({ length: 5 }, (_, at) => `[ -e ${at} ] && A+=(model.x${at}=1)`);
    const report = await run(`A=()\n${conditions.join('\n')}\npython main.py "\${A[@]}" train.lrr=3\n`);
    expect(report.facts.runs?.[0]?.reason).toBe('what it composes is known only when it runs');
    expect((await run('python main.py train.lr=$LR train.lrr=3 "$@"\n')).verdict).toBe('fail');
  });

  test('what a key adds is not gone from the version that is pinned', async () => {
    const files = {
      ...hydra,
      'requirements.txt': 'verl==0.9.1\n',
      'config/ppo.yaml': 'actor_rollout_ref: { rollout: { engine_kwargs: { sglang: {} } } }\n',
    };
    const key = 'actor_rollout_ref.rollout.engine_kwargs.sglang.attention_backend=fa3';
    expect(places(await judge({ 'run.sh': `python main.py +${key}\n` }, files))).toEqual([]);
  });

  test('a group that changes touches the runs of scripts', async () => {
    const report = await judge(
      { 'config/model/base.yaml': hydra['config/model/base.yaml']?.replace('heads: 16', 'heads: 18') ?? '' },
      hydra,
    );
    expect(report.facts.runs).toContainEqual(expect.objectContaining({ entry: 'run.sh:1', judged: true }));
  });

  test('a config that is not there is said', async () => {
    const report = await run('python main.py --config-name sft train.lr=1\n');
    expect(report.facts.runs?.[0]?.reason).toBe('its primary config is not found: config/sft.yaml');
  });
});

describe('a launch script that somebody names', () => {
  const named = async (only: readonly string[], files: Files = before) =>
    judgeConfig(
      { ...configDefaults, only: [...only] },
      await memoryPorts(memoryTree(files), memoryTree(files)),
    );

  test('is judged by what it starts, whether it changed or not', async () => {
    const files = { ...before, 'scripts/train.sh': script.replace('2e-5', '2e5') };
    const report = await named(['scripts/train.sh'], files);
    expect(places(report)).toContainEqual(['config/learning-rate-range', 'error', 'scripts/train.sh', 3]);
    expect(report.facts.runs).toEqual([
      {
        entry: 'scripts/train.sh:8',
        kind: 'torchrun',
        files: ['scripts/train.sh', 'train.py'],
        judged: true,
      },
    ]);
  });

  test('beside a config', async () => {
    const files = { ...before, 'configs/a.yaml': 'lr: 3.0e+5\n' };
    const report = await named(['scripts/train.sh', 'configs/a.yaml'], files);
    expect(places(report).map(([, severity, file]) => [severity, file])).toContainEqual([
      'error',
      'configs/a.yaml',
    ]);
    expect(report.title).toContain('1 of 1 touched run judged');
  });

  test('which starts nothing that is known says so', async () => {
    const report = await named(['x.sh'], { 'x.sh': 'echo hello\n' });
    expect(places(report)).toEqual([['config/run-not-judged', 'warning', 'x.sh', undefined]]);
  });
});

describe('what a launch script gives to its runs', () => {
  const given = async (text: string, line?: number) => {
    const tree = memoryTree({ ...before, 'scripts/train.sh': text });
    const launched = await launchedBy('scripts/train.sh', line, tree, configDefaults);
    return launched?.runs.flatMap(({ document }) => explain(document)) ?? [];
  };

  test('each value with the flag that sets it', async () => {
    const values = await given(script);
    const of = (path: string) => values.find((value) => value.path === path);
    expect(of('num_layers')).toMatchObject({
      type: 'int',
      value: 48,
      line: 5,
      origin: { kind: 'flag', file: 'scripts/train.sh', line: 5, name: '--num-layers' },
    });
    expect(of('learning_rate')).toMatchObject({ value: 2e-5, origin: { name: '--learning-rate', line: 3 } });
  });

  test('a flag that is given twice: the last one counts, and what it overrides is there', async () => {
    const values = await given('torchrun train.py --num-layers 48 --num-layers 24\n');
    expect(values.find(({ path }) => path === 'num_layers')).toMatchObject({
      value: 24,
      origin: { column: 48, overrode: [{ kind: 'flag', column: 32, value: 48 }] },
    });
  });

  test('what is known only when it runs says why', async () => {
    const values = await given('torchrun train.py --num-layers $1\n');
    expect(values.find(({ path }) => path === 'num_layers')).toMatchObject({
      type: 'unknown',
      reason: expect.stringContaining('$1') as string,
    });
  });

  test('of one line', async () => {
    const two = 'torchrun train.py --num-layers 48\ntorchrun train.py --num-layers 24\n';
    // the other one is what the program sets by itself
    expect((await given(two, 2)).map(({ path, value }) => [path, value])).toEqual([
      ['resume', false],
      ['num_layers', 24],
    ]);
    expect(await given(two, 3)).toEqual([]);
  });
});

describe('what a command names belongs to its run', () => {
  const model = JSON.stringify({
    model_type: 'qwen2',
    architectures: ['Qwen2ForCausalLM'],
    hidden_size: 3584,
    intermediate_size: 18944,
    num_hidden_layers: 28,
    num_attention_heads: 28,
    num_key_value_heads: 4,
    vocab_size: 152064,
    max_position_embeddings: 32768,
  });
  const sft = 'learning_rate: 1.0e-5\nwarmup_steps: 100\nmax_steps: 1000\ncutoff_len: 4096\n';
  const ds =
    '{"train_micro_batch_size_per_gpu": 2, "gradient_accumulation_steps": 8, "zero_optimization": {"stage": 2}}';
  const hf = `from dataclasses import dataclass
from transformers import HfArgumentParser, TrainingArguments

@dataclass
class Arguments(TrainingArguments):
    lora_targets: str = "all"

parser = HfArgumentParser(Arguments)
`;
  const parser = `import argparse
parser = argparse.ArgumentParser()
parser.add_argument("--warmup_steps", type=int, default=500)
parser.add_argument("--max_steps", type=int)
parser.add_argument("--learning_rate", type=float, default=1e-4)
parser.parse_args()
`;
  test.each<[string, Files, string, string, unknown[]]>([
    [
      'the model, of a server',
      { 'model/config.json': model },
      'vllm serve ./model --tensor-parallel-size 4\n',
      'vllm serve ./model --tensor-parallel-size 8\n',
      ['config/tensor-parallel', 'error', 'run.sh', 1],
    ],
    [
      'the model, named by a flag',
      { 'model/config.json': model },
      'vllm serve --model model --max-model-len 8192\n',
      'vllm serve --model model --max-model-len 65536\n',
      ['config/sequence-length', 'error', 'run.sh', 1],
    ],
    [
      'the ranks of a server, by their short name',
      { 'model/config.json': model },
      'python -m sglang.launch_server --model-path model --tp 1\n',
      'python -m sglang.launch_server --model-path model --tp 3\n',
      ['config/tensor-parallel', 'error', 'run.sh', 1],
    ],
    [
      'the ranks of vLLM, by their shorter name',
      { 'model/config.json': model },
      'vllm serve ./model -tp 1\n',
      'vllm serve ./model -tp 3\n',
      ['config/tensor-parallel', 'error', 'run.sh', 1],
    ],
    [
      'the model behind the server of lmdeploy',
      { 'model/config.json': model },
      'lmdeploy serve api_server ./model --tp 1\n',
      'lmdeploy serve api_server ./model --tp 3\n',
      ['config/tensor-parallel', 'error', 'run.sh', 1],
    ],
    [
      'the config of a tool, whose values the flags go before',
      { 'sft.yaml': sft },
      'llamafactory-cli train sft.yaml max_steps=500\n',
      'llamafactory-cli train sft.yaml max_steps=50\n',
      ['config/warmup', 'warning', 'sft.yaml', 2],
    ],
    [
      'a config behind --config',
      { 'sft.yaml': sft },
      'trl sft --config sft.yaml --warmup_steps 10\n',
      'trl sft --config sft.yaml --warmup_steps 5000\n',
      ['config/warmup', 'warning', 'run.sh', 1],
    ],
    [
      'the DeepSpeed file',
      { 'ds.json': ds, 'train.py': hf },
      'deepspeed train.py --deepspeed ds.json --gradient_accumulation_steps 8 --learning_rate 1e-5\n',
      'deepspeed train.py --deepspeed ds.json --gradient_accumulation_steps 4 --learning_rate 1e-5\n',
      ['config/files-disagree', 'error', 'run.sh', 1],
    ],
    [
      'the batch of the DeepSpeed file over all ranks',
      { 'ds.json': '{"train_batch_size": 64, "zero_optimization": {"stage": 2}}', 'train.py': hf },
      'deepspeed --num_gpus 8 train.py --deepspeed ds.json --per_device_train_batch_size 8 --learning_rate 1e-5\n',
      'deepspeed --num_gpus 4 train.py --deepspeed ds.json --per_device_train_batch_size 8 --learning_rate 1e-5\n',
      ['config/files-disagree', 'error', 'run.sh', 1],
    ],
    [
      'the groups of a quantised model',
      {
        'model/config.json': model.replace(
          '"vocab_size"',
          '"quantization_config":{"quant_method":"awq","bits":4,"group_size":256},"vocab_size"',
        ),
      },
      'vllm serve ./model --tensor-parallel-size 2\n',
      'vllm serve ./model --tensor-parallel-size 4\n',
      ['config/quantization-groups', 'error', 'run.sh', 1],
    ],
    [
      "accelerate's config",
      { 'acc.yaml': 'distributed_type: FSDP\nmixed_precision: bf16\nnum_processes: 8\n', 'train.py': hf },
      'accelerate launch --config_file acc.yaml train.py --bf16 True --learning_rate 1e-5\n',
      'accelerate launch --config_file acc.yaml train.py --fp16 True --learning_rate 1e-5\n',
      ['config/files-disagree', 'warning', 'run.sh', 1],
    ],
    [
      'an option that the pinned trainer does not know any more',
      { 'train.py': hf, 'requirements.txt': 'transformers==4.57.1\n' },
      'torchrun train.py --eval_strategy no --per_device_train_batch_size 2\n',
      'torchrun train.py --evaluation_strategy no --per_device_train_batch_size 2\n',
      ['config/framework-option', 'error', 'run.sh', 1],
    ],
    [
      'a LoRA target',
      { 'train.py': hf, 'model/config.json': model },
      'torchrun train.py --model_name_or_path ./model --lora_target_modules q_proj v_proj --max_steps 3\n',
      'torchrun train.py --model_name_or_path ./model --lora_target_modules query_key_value --max_steps 3\n',
      ['config/unknown-module', 'error', 'run.sh', 1],
    ],
    [
      'a default of the program',
      { 'train.py': parser },
      'python train.py --max_steps 1000\n',
      'python train.py --max_steps 100\n',
      ['config/warmup', 'warning', 'train.py', 3],
    ],
  ])('%s', async (_, files, good, bad, found) => {
    const base = { ...files, 'run.sh': good };
    expect(places(await judge({ 'run.sh': good.replace('\n', ' # as agreed\n') }, base))).toEqual([]);
    expect(places(await judge({ 'run.sh': bad }, base))).toContainEqual(found);
  });

  test('a range of versions says nothing of a script, which may run in another environment', async () => {
    const base = {
      'requirements/eval.txt': 'transformers>=4.32.0\n',
      'train.py': hf,
      'run.sh': 'torchrun train.py --max_steps 3\n',
    };
    const run = 'torchrun train.py --evaluation_strategy no --per_device_train_batch_size 2\n';
    expect(places(await judge({ 'run.sh': run }, base))).toEqual([]);
  });

  test('a value has its origin: the default, the config that sets another, the flag that goes before both', async () => {
    const tree = memoryTree({
      'train.py': parser,
      'sft.yaml': sft,
      'run.sh': 'python train.py --config sft.yaml --max_steps 5\n',
    });
    const [run] = (await launchedBy('run.sh', undefined, tree, configDefaults))?.runs ?? [];
    const values = run === undefined ? [] : explain(run.document);
    const origins = Object.fromEntries(
      values.map(({ path, value, origin }) => [
        path,
        [value, origin?.kind, origin?.overrode?.map((old) => [old.kind, old.value])],
      ]),
    );
    expect(origins).toMatchObject({
      warmup_steps: [100, 'file', [['default', 500]]],
      max_steps: [5, 'flag', [['file', 1000]]],
      learning_rate: [0.00001, 'file', [['default', 0.0001]]],
      cutoff_len: [4096, 'file', undefined],
    });
  });

  test('a changed model is judged with the scripts that name it', async () => {
    const base = { 'model/config.json': model, 'run.sh': 'vllm serve ./model --tensor-parallel-size 4\n' };
    const head = {
      'model/config.json': model.replace('"num_attention_heads":28', '"num_attention_heads":30'),
    };
    expect(places(await judge(head, base))).toContainEqual(['config/tensor-parallel', 'error', 'run.sh', 1]);
  });
});

describe('ranks of one node', () => {
  const flags = '--num-layers 32 --micro-batch-size 1 --tensor-model-parallel-size 2';
  const start = (more: string, nodes = '') =>
    `torchrun --nproc_per_node 8 ${nodes} pretrain_gpt.py ${flags} ${more}\n`;
  test.each([
    ['more stages than ranks', '--pipeline-model-parallel-size 8', '', ['config/world-size']],
    ['a batch that its ranks do not share', '--global-batch-size 65', '', ['config/batch-product']],
    ['nodes that are set', '--pipeline-model-parallel-size 8', '--nnodes 2', []],
    ['nodes that are known when it runs', '--pipeline-model-parallel-size 8', '--nnodes $NODES', []],
  ])('%s', async (_, more, nodes, rules) => {
    const base = { 'pre.sh': start('', nodes) };
    const { findings } = await judge({ 'pre.sh': start(more, nodes) }, base);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual(rules);
  });
});

describe('a Hydra config that the policy does not take', () => {
  const files = {
    't.py':
      'import hydra\n@hydra.main(version_base=None, config_path="conf", config_name="main")\ndef m(c): ...\n',
    'conf/main.yaml': 'defaults:\n  - model: s\n  - _self_\nlr: 0.1\n',
    'conf/model/s.yaml': 'n: 1\n',
    'run.sh': 'python t.py lr=0.2\n',
  };

  test.each([
    [
      'cannot be composed any more',
      { 'conf/model/s.yaml': 'defaults:\n  - /model: s\n' },
      'config/not-composed',
      'error',
    ],
    [
      'is searched elsewhere',
      { 'conf/main.yaml': `${files['conf/main.yaml']}hydra:\n  searchpath: [file:///etc]\n` },
      'config/search-path-outside',
      'notice',
    ],
  ])('%s: the run that reads it says so', async (_, head, rule, severity) => {
    const { findings } = await judge(head, files);
    expect(findings).toContainEqual(expect.objectContaining({ rule, severity }));
  });

  test('is merged in another order: what overrides what now', async () => {
    const own = `defaults:\n  - model: s\n  - _self_\nlr: 0.1\nmodel: {n: 5}\n`;
    const other = own.replace('  - model: s\n  - _self_', '  - _self_\n  - model: s');
    const { findings } = await judge({ 'conf/main.yaml': other }, { ...files, 'conf/main.yaml': own });
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'config/defaults-reordered',
        file: 'conf/main.yaml',
        line: 3,
        message: expect.stringMatching(
          /s\.yaml:1 now overrides conf\/main\.yaml:5: model\.n becomes 1, was 5/,
        ),
      }),
    );
  });

  test('says so once: what was wrong before is not repeated', async () => {
    const base = { ...files, 'conf/model/s.yaml': 'defaults:\n  - /model: s\n' };
    const report = await judge({ 'conf/main.yaml': `${files['conf/main.yaml']}n: 1\n` }, base);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
