import type { ShellCommand, ShellWord } from '../../documents/shell/model.ts';

/** A command that starts a training or serving run, taken apart. */
export interface Launch {
  /** `torchrun`, `deepspeed`, `accelerate`, `python`, or a tool such as `swift`. */
  readonly kind: string;
  readonly command: ShellCommand;
  /** Flags of the launcher, in front of the program. */
  readonly launcher: readonly ShellWord[];
  /** The script or module that runs; absent for a tool that brings its own program. */
  readonly program?: { readonly word: ShellWord; readonly isModule: boolean };
  /** What the program gets. */
  readonly args: readonly ShellWord[];
}

/** The run that a command starts; `undefined` where it starts none. */
export function launchOf(command: ShellCommand): Launch | undefined {
  const words = unwrapped(command.words);
  const [first, ...rest] = words;
  const name = programName(first);
  if (first === undefined) return undefined;
  if (name === undefined) return startsScript(rest) ? launched('python', command, rest) : undefined;
  if (launchers.has(name)) return launched(name, command, rest);
  if (name === 'accelerate')
    return rest[0]?.text === 'launch' ? launched(name, command, rest.slice(1)) : undefined;
  if (/^python[\d.]*$/.test(name) || isVariableFor(first, /python/i)) return python(command, rest);
  if (name.endsWith('.py'))
    return { kind: 'python', command, launcher: [], program: { word: first, isModule: false }, args: rest };
  return tool(name, command, rest);
}

const launchers = new Set(['torchrun', 'deepspeed', 'horovodrun', 'colossalai', 'torchx']);

/** The last step of a program's path. */
function programName(word: ShellWord | undefined): string | undefined {
  const text = word?.text ?? word?.pieces.at(-1)?.text;
  return text?.slice(text.lastIndexOf('/') + 1);
}

/** `$PYTHON train.py` */
function isVariableFor({ pieces }: ShellWord, name: RegExp): boolean {
  const [piece] = pieces;
  return pieces.length === 1 && piece?.text === undefined && name.test(piece?.unknown ?? '');
}

/** `$LAUNCHER train.py --lr 3`: whatever it is, it gets a script with flags behind it. */
function startsScript(words: readonly ShellWord[]): boolean {
  const at = words.slice(0, 12).findIndex(isScript);
  return (
    at >= 0 &&
    words.slice(at + 1).some(({ text, pieces }) => (text ?? pieces[0]?.text)?.startsWith('--') === true)
  );
}

/** Programs that run another one, and how many of their own words come first. */
function unwrapped(words: readonly ShellWord[]): readonly ShellWord[] {
  let rest = words;
  for (let steps = 0; steps < 8; steps += 1) {
    const [name, ...args] = rest;
    const wrapper = wrappers.get(programName(name) ?? '');
    if (name === undefined || wrapper === undefined) return rest;
    const start = wrapper(args.map(({ text }) => text ?? ''));
    if (start === undefined) return rest;
    rest = args.slice(start);
  }
  return rest;
}

type Skip = (args: readonly string[]) => number | undefined;

/** Options, the ones in `valued` with a word of their own, and variables that are set. */
const options =
  (...valued: readonly string[]): Skip =>
  (args) => {
    let at = 0;
    while (at < args.length) {
      const text = args[at] ?? '';
      if (text === '--') return at + 1;
      if (!text.startsWith('-') && !/^[A-Za-z_]\w*=/.test(text)) break;
      at += valued.includes(text) ? 2 : 1;
    }
    return at;
  };

const after =
  (...words: readonly string[]): Skip =>
  (args) => {
    if (!words.includes(args[0] ?? '')) return undefined;
    const skipped = options(
      '-n',
      '--name',
      '-p',
      '--prefix',
      '--extra',
      '--with',
      '--python',
      '--project',
      '--group',
    )(args.slice(1));
    return skipped === undefined ? undefined : skipped + 1;
  };

/** Of launchers across nodes: everything up to the first program that is known, for they have hundreds of options. */
const untilProgram: Skip = (args) => {
  const at = args.findIndex(
    (text) =>
      /(?:^|\/)(?:python[\d.]*|torchrun|deepspeed|accelerate|bash|sh|env)$/.test(text) ||
      text.endsWith('.py'),
  );
  return at < 0 ? undefined : at;
};

const wrappers: ReadonlyMap<string, Skip> = new Map<string, Skip>([
  ['env', options('-u', '-C')],
  ['nohup', options()],
  ['exec', options('-a')],
  ['command', options()],
  ['time', options('-f', '-o')],
  ['sudo', options('-u')],
  ['nice', options('-n')],
  ['stdbuf', options('-i', '-o', '-e')],
  ['timeout', (args) => (options('-s', '-k', '--signal')(args) ?? 0) + 1],
  ['numactl', options('-N', '-m', '-C')],
  ['taskset', (args) => (options()(args) ?? 0) + 1],
  ['uv', after('run')],
  ['poetry', after('run')],
  ['pdm', after('run')],
  ['pixi', after('run')],
  ['conda', after('run')],
  ['srun', untilProgram],
  ['mpirun', untilProgram],
  ['mpiexec', untilProgram],
  ['nsys', untilProgram],
  ['ncu', untilProgram],
  ['ray', (args) => (args[0] === 'job' && args.includes('--') ? args.indexOf('--') + 1 : undefined)],
  ['apptainer', untilProgram],
  ['singularity', untilProgram],
]);

/** Behind the launcher's own flags comes a script, or a module behind `-m`. */
function launched(kind: string, command: ShellCommand, words: readonly ShellWord[]): Launch {
  const at = words.findIndex(isScript);
  const module = words.findIndex(({ text }) => text === '-m' || text === '--module');
  if (module >= 0 && (at < 0 || module < at)) {
    const word = words[module + 1];
    if (word !== undefined) {
      return {
        kind,
        command,
        launcher: words.slice(0, module),
        program: { word, isModule: true },
        args: words.slice(module + 2),
      };
    }
  }
  const word = words[at];
  if (word === undefined) return { kind, command, launcher: words, args: [] };
  return {
    kind,
    command,
    launcher: words.slice(0, at),
    program: { word, isModule: false },
    args: words.slice(at + 1),
  };
}

function isScript({ text, pieces }: ShellWord): boolean {
  return (
    (text ?? pieces.at(-1)?.text)?.endsWith('.py') === true &&
    !(text ?? pieces[0]?.text ?? '').startsWith('-')
  );
}

const launchModules: ReadonlyMap<string, string> = new Map([
  ['torch.distributed.run', 'torchrun'],
  ['torch.distributed.launch', 'torchrun'],
  ['accelerate.commands.launch', 'accelerate'],
  ['deepspeed.launcher.runner', 'deepspeed'],
  ['vllm.entrypoints.openai.api_server', 'vllm'],
  ['vllm.entrypoints.api_server', 'vllm'],
  ['sglang.launch_server', 'sglang'],
  ['llamafactory.cli', 'llamafactory-cli'],
  ['axolotl.cli.train', 'axolotl'],
]);

/** Modules that everybody runs and that train nothing. */
const otherModules =
  /^(?:pip|venv|build|pytest|unittest|http|json|ruff|mypy|black|isort|twine|ipykernel|compileall|site|ensurepip|pdb|cProfile|tox|coverage|sphinx|mkdocs|tensorboard|timeit|zipfile|tarfile|virtualenv|uv|setuptools)(?:\.|$)/;

function python(command: ShellCommand, words: readonly ShellWord[]): Launch | undefined {
  const own =
    options(
      '-W',
      '-X',
    )(words.map(({ text }) => (text === '-m' || text === '-c' || text === '-' ? '' : (text ?? '')))) ?? 0;
  const [first, second] = words.slice(own);
  if (first === undefined || first.text === '-c' || first.text === '-') return undefined;
  if (first.text !== '-m') {
    if (!isScript(first) && first.text !== undefined) return undefined;
    return {
      kind: 'python',
      command,
      launcher: [],
      program: { word: first, isModule: false },
      args: words.slice(own + 1),
    };
  }
  const module = second?.text;
  if (second === undefined || (module !== undefined && otherModules.test(module))) return undefined;
  const rest = words.slice(own + 2);
  const launcher = launchModules.get(module ?? '');
  if (launcher === 'torchrun' || launcher === 'accelerate' || launcher === 'deepspeed')
    return launched(launcher, command, rest);
  if (launcher !== undefined) return { kind: launcher, command, launcher: [], args: rest };
  return { kind: 'python', command, launcher: [], program: { word: second, isModule: true }, args: rest };
}

/** Tools that bring their own program, with the subcommands that start a run. */
const tools: ReadonlyMap<string, RegExp> = new Map([
  ['swift', /^(?:sft|pt|rlhf|infer|eval|deploy|export|rollout|megatron)$/],
  ['megatron', /^(?:sft|pt|rlhf|export)$/],
  ['llamafactory-cli', /^(?:train|chat|api|export|eval|webchat)$/],
  ['axolotl', /^(?:train|preprocess|inference|merge-lora|evaluate)$/],
  ['vllm', /^(?:serve|bench)$/],
  ['sglang', /^serve$/],
  ['tune', /^run$/],
  ['xtuner', /^(?:train|chat|convert)$/],
  ['trl', /^(?:sft|dpo|grpo|kto|reward|rloo|vllm-serve)$/],
  ['litgpt', /^(?:finetune\w*|pretrain|serve)$/],
  ['lmdeploy', /^serve$/],
  ['nanotron', /^train$/],
  ['torchtitan', /^train$/],
]);

/** Programs without a subcommand. */
const bareTools = new Set(['fairseq-train', 'composer', 'llava-train', 'vllm-serve']);

function tool(name: string, command: ShellCommand, words: readonly ShellWord[]): Launch | undefined {
  const isRun = tools.get(name)?.test(words[0]?.text ?? '') === true;
  if (isRun) return { kind: name, command, launcher: [], args: words.slice(1) };
  return bareTools.has(name) ? launched(name, command, words) : undefined;
}
