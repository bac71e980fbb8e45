import { describe, expect, test } from 'vitest';
import { configDefaults } from '../../../../src/config/index.ts';
import { judgeConfig } from '../../../../src/config/gate/validate-model-config.ts';
import { findEntries } from '../../../../src/config/gate/find-entries.ts';
import { memoryPorts, memoryTree } from '../../../support/trees.ts';

const program = `import argparse
parser = argparse.ArgumentParser()
parser.add_argument("--learning_rate", type=float)
parser.add_argument("--warmup_steps", type=int)
parser.parse_args()
`;

type Files = Readonly<Record<string, string>>;

async function errorsOf(files: Files, path: string, text: string) {
  const base = { 'train.py': program, ...files };
  const ports = await memoryPorts(memoryTree(base), memoryTree({ ...base, [path]: text }));
  const { findings } = await judgeConfig(configDefaults, ports);
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line, rule }) => [rule, file, line]);
}

const job = '#!/bin/bash\n#SBATCH --array=0-3\nsrun python train.py --learning_rate $LR --warmup_steps $1\n';

describe('scripts that other scripts start', () => {
  test.each([
    ['sbatch with what is exported', 'export LR=2e5\nsbatch --nodes 2 jobs/a.slurm 10\n', 1],
    ['sbatch with --export', 'sbatch --export=ALL,LR=2e5 jobs/a.slurm 10\n', 1],
    ['in front of the command', 'LR=2e5 sbatch jobs/a.slurm 10\n', 1],
    ['bash', 'export LR=2e5\nbash jobs/a.slurm 10\n', 1],
    ['from a folder', 'export LR=2e5\nsbatch --chdir=jobs a.slurm 10\n', 1],
  ])('%s', async (_, text, line) => {
    const files = { 'jobs/a.slurm': job, 'jobs/train.py': program, 'go.sh': text.replace('2e5', '2e-5') };
    expect(await errorsOf(files, 'go.sh', text)).toEqual([['config/learning-rate-range', 'go.sh', line]]);
  });

  test.each([
    ['a container whose entry point an option names', 'docker run -it --entrypoint python image train.py'],
    ['a debugger', 'gdb --args python train.py'],
    ['a profiler', 'python -m cProfile -o out train.py'],
    ['a batch system', 'bsub -n 8 "torchrun train.py --learning_rate 2e-5"; bsub torchrun train.py'],
  ])('behind %s', async (_, start) => {
    const text = `${start} --learning_rate 2e5\n`;
    expect(await errorsOf({}, 'go.sh', text)).toEqual([['config/learning-rate-range', 'go.sh', 1]]);
  });

  test.each([
    ['srun "$@"', 'go.sh:1 runs (the arguments of the script), which is known only when it runs'],
    ['mpirun -np 8 $JOB', 'go.sh:1 runs (JOB is not set in the script), which is known only when it runs'],
    ['bash scripts/run_sft.sh', 'go.sh:1 runs scripts/run_sft.sh, which is not in the repository'],
    [
      'bash "$TOP/scripts/run_sft.sh"',
      'go.sh:1 runs (TOP is not set in the script)/scripts/run_sft.sh, which is known only when it runs',
    ],
    ['ssh host bash /opt/train.sh', 'go.sh:1 runs /opt/train.sh, which is not in the repository'],
    [
      'pdsh -w a "cd $D && torchrun train.py"',
      'go.sh:1 is built at run time: pdsh of what is known only then',
    ],
    [
      "alias go='torchrun train.py'\ngo --x 1",
      'go.sh:2 runs go=torchrun train.py, which is an alias: scripts expand it only behind "shopt -s expand_aliases"',
    ],
    ['ssh host "$COMMAND"', 'go.sh:1 is built at run time: ssh of what is known only then'],
    [
      'sbatch --wrap="$COMMAND"',
      'go.sh:1 runs (COMMAND is not set in the script), which is known only when it runs',
    ],
    ['ssh host "$(cat train.sh)"', 'go.sh:1 runs train.sh, which is not in the repository'],
    [
      'wandb agent me/sweep',
      'go.sh:1 runs wandb agent, which is a tool that starts what its server or its own file says',
    ],
    [
      'python -m wandb launch -u .',
      'go.sh:1 runs wandb launch, which is a tool that starts what its server or its own file says',
    ],
    ["alias python=python3\nalias ll='ls -l'\nll x", undefined],
    ['ssh host "uptime $N"', undefined],
    ['bash setup.sh', undefined],
    ['srun hostname', undefined],
    ['/tmp/xtuner_otel/bin/otelcol --version', undefined],
    ['bash setup/image_build.sh', undefined],
    ['"$TOP/bin/otelcol" --version', undefined],
    [
      'bash "$TOP/jobs/go.sh"',
      'go.sh:1 runs (TOP is not set in the script)/jobs/go.sh, which is known only when it runs',
    ],
  ])('%s is named', async (text, message) => {
    const ports = await memoryPorts(memoryTree({ 'go.sh': 'true\n' }), memoryTree({ 'go.sh': `${text}\n` }));
    const { findings } = await judgeConfig(configDefaults, ports);
    expect(findings.map((each) => [each.rule, each.message])).toEqual(
      message === undefined ? [] : [['config/run-not-judged', message]],
    );
  });

  test('of more ways than are judged the number is said', async () => {
    const ways = Array.from({ length: 70 }, (_, at) => at).join(' ');
    const text = `for N in ${ways}; do python train.py --warmup_steps $N; done\n`;
    const ports = await memoryPorts(
      memoryTree({ 'train.py': program }),
      memoryTree({ 'train.py': program, 'go.sh': text }),
    );
    const { findings } = await judgeConfig(configDefaults, ports);
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['config/run-not-judged', 'go.sh:1 may run in 6 more ways than those that are judged'],
    ]);
  });

  test('of more runs than are judged the number is said once', async () => {
    const text = Array.from({ length: 1003 }, (_, at) => `python train.py --warmup_steps ${at}\n`).join('');
    const ports = await memoryPorts(
      memoryTree({ 'train.py': program }),
      memoryTree({ 'train.py': program, 'go.sh': text }),
    );
    const { findings, title } = await judgeConfig(configDefaults, ports);
    expect(findings).toEqual([expect.objectContaining({ rule: 'config/run-not-judged', line: 1001 })]);
    expect(title).toContain('1000 of 1001 touched runs judged: go.sh:1001 is not, for 3 more runs start');
  });

  test('lines of the job itself say where it runs and what it gets', async () => {
    const lines = '#!/bin/bash\n#SBATCH --chdir=jobs\n#SBATCH --export=ALL,LR=2e-5\n';
    const text = `${lines}srun python train.py --learning_rate $LR --warmup_steps 1\n`;
    const files = { 'jobs/train.py': program, 'go.slurm': text };
    expect(await errorsOf(files, 'go.slurm', text.replace('2e-5', '2e5'))).toEqual([
      ['config/learning-rate-range', 'go.slurm', 3],
    ]);
    // Without the folder the program of the root is the one, which takes another argument.
    const other = { ...files, 'train.py': program.replace('--warmup_steps', '--steps') };
    expect(await errorsOf(other, 'go.slurm', text.replace('#SBATCH --chdir=jobs\n', ''))).toEqual([
      ['config/undeclared-argument', 'go.slurm', 3],
    ]);
  });

  test('an argument is the place where it stands', async () => {
    const files = { 'jobs/a.slurm': job, 'go.sh': 'LR=2e-5 sbatch jobs/a.slurm 10\n' };
    expect(await errorsOf(files, 'go.sh', 'LR=2e-5 sbatch jobs/a.slurm ten\n')).toEqual([
      ['config/argument-value', 'go.sh', 1],
    ]);
  });
});

describe('lines for sbatch in a script', () => {
  const array = (rates: string, line = '#SBATCH --array=0-2\n') =>
    `#!/bin/bash\n${line}LRS=(${rates})\npython train.py --learning_rate \${LRS[$SLURM_ARRAY_TASK_ID]} --warmup_steps 1\n`;
  test.each([
    ['each task of an array', array('1e-5 2e-5 3e5'), array('1e-5 2e-5 3e-5'), 3],
    [
      'an array with a step',
      array('1e-5 x 3e5', '#SBATCH -a 0-2:2%1\n'),
      array('1e-5 x 3e-5', '#SBATCH -a 0-2:2%1\n'),
      3,
    ],
    [
      'what they export',
      '#SBATCH --export=ALL,LR=2e5\npython train.py --learning_rate $LR\n',
      '#SBATCH --export=ALL,LR=2e-5\npython train.py --learning_rate $LR\n',
      1,
    ],
    [
      'the folder that they name',
      '#SBATCH --chdir=code\npython run.py --learning_rate 2e5\n',
      '#SBATCH --chdir=code\npython run.py --learning_rate 2e-5\n',
      2,
    ],
  ])('%s', async (_, text, before, line) => {
    expect(await errorsOf({ 'a.slurm': before, 'code/run.py': program }, 'a.slurm', text)).toEqual([
      ['config/learning-rate-range', 'a.slurm', line],
    ]);
  });

  test('only the tasks that there are count, and the command line goes before', async () => {
    const two = array('1e-5 2e-5 3e5', '#SBATCH --array=0-1\n');
    expect(await errorsOf({ 'a.slurm': two.replace('3e5', '3e-5') }, 'a.slurm', two)).toEqual([]);
    const files = { 'a.slurm': two, 'go.sh': 'sbatch --array=0-1 a.slurm\n' };
    expect(await errorsOf(files, 'go.sh', 'sbatch --array=2 a.slurm\n')).toEqual([
      ['config/learning-rate-range', 'a.slurm', 3],
    ]);
  });

  test('without ALL only what is listed reaches the script', async () => {
    const files = { 'jobs/a.slurm': job, 'go.sh': 'export LR=2e5\nsbatch jobs/a.slurm 10\n' };
    expect(await errorsOf(files, 'go.sh', 'export LR=2e5\nsbatch --export=NONE jobs/a.slurm 10\n')).toEqual(
      [],
    );
  });
});

describe('a job that is given as a heredoc', () => {
  const rates =
    'LRS=(1e-5 RATE)\npython train.py --learning_rate ${LRS[$SLURM_ARRAY_TASK_ID]} --warmup_steps 1\nEOF\n';
  const plain = 'python train.py --learning_rate $LR --warmup_steps 1\nEOF\n';
  test.each([
    ['its array', `sbatch <<'EOF'\n#!/bin/bash\n#SBATCH --array=0-1\n${rates}`, 4],
    ['an array of the command line', `sbatch -a 1 <<'EOF'\n${rates}`, 2],
    ['what it exports', `sbatch <<'EOF'\n#SBATCH --export=ALL,LR=RATE\n${plain}`, 2],
    ['what the script exports', `export LR=RATE\nsbatch <<'EOF'\n#SBATCH --nodes=2\n${plain}`, 1],
    [
      'a variable of the script',
      `R=RATE\nsbatch <<EOF\n#SBATCH --export=ALL,LR=$R\n${plain.replace('$', '\\$')}`,
      1,
    ],
  ])('%s', async (_, text, line) => {
    const files = { 'go.sh': text.replace('RATE', '2e-5') };
    expect(await errorsOf(files, 'go.sh', text.replace('RATE', '2e5'))).toEqual([
      ['config/learning-rate-range', 'go.sh', line],
    ]);
  });

  test.each([
    ['a folder', `sbatch <<'EOF'\n#SBATCH --chdir=code\npython run.py --learning_rate RATE\nEOF\n`, 3],
  ])('%s', async (_, text, line) => {
    const files = { 'go.sh': text.replace('RATE', '2e-5'), 'code/run.py': program };
    expect(await errorsOf(files, 'go.sh', text.replace('RATE', '2e5'))).toEqual([
      ['config/learning-rate-range', 'go.sh', line],
    ]);
  });

  test.each([
    ['what is not exported', `LR=2e5\nsbatch <<'EOF'\n${plain}`],
    ['what --export leaves out', `export LR=2e5\nsbatch --export=NONE <<'EOF'\n${plain}`],
    [
      'what only the run exports',
      `sbatch <<EOF\n#SBATCH --export=ALL,LR=$1\npython train.py --learning_rate \\\${LR:-2e5} --warmup_steps 1\nEOF\n`,
    ],
  ])('%s says nothing of the run', async (_, text) => {
    expect(await errorsOf({ 'go.sh': 'true\n' }, 'go.sh', text)).toEqual([]);
  });
});

describe('a command whose words come from a heredoc', () => {
  const text = (rate: string, flag = '--warmup_steps') =>
    `read -r -d '' args <<EOF\ntrain.py \\\n   --learning_rate ${rate} \\\n   ${flag} 10\nEOF\ndeepspeed $args\n`;
  test.each([
    ['a value', text('2e5'), 'config/learning-rate-range', 3],
    ['a flag', text('2e-5', '--warmpu_steps'), 'config/undeclared-argument', 4],
  ])('%s', async (_, script, rule, line) => {
    expect(await errorsOf({ 'go.sh': text('2e-5') }, 'go.sh', script)).toEqual([[rule, 'go.sh', line]]);
  });
});

test('a launcher that is known only when it runs', async () => {
  const text = '$LAUNCHER train.py --warmpu_steps 3\n';
  expect(await errorsOf({ 'go.sh': text.replace('warmpu', 'warmup') }, 'go.sh', text)).toEqual([
    ['config/undeclared-argument', 'go.sh', 1],
  ]);
});

test('a script with values of a training that starts none is named, unless a run sources it', async () => {
  const files = {
    'train.py': program,
    'models/a.sh': 'ARGS="--learning_rate 2e-5 --num_layers 4"\n',
    'models/b.sh': 'OPTIONS="--learning_rate 2e-5 --num_layers 4"\n',
    'go.sh': 'source models/a.sh\npython train.py $ARGS\n',
  };
  const { entries } = await findEntries(memoryTree(files), configDefaults);
  expect(entries.map(({ entry, judged, files: read }) => [entry, judged, read])).toEqual([
    ['go.sh:2', true, ['go.sh', 'models/a.sh', 'train.py']],
    ['models/b.sh:1', false, ['models/b.sh']],
  ]);
});
