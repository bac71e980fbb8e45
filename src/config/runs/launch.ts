import type { ShellCommand, ShellWord } from '../../documents/shell/model.ts';
import { optionsEnd, type Wrapped, wrappedBy } from '../../documents/shell/wrappers.ts';

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

/** What a command starts in the end, behind all programs that start another one; none where a shell reads it as a text of its own. */
function unwrapped(words: readonly ShellWord[]): readonly ShellWord[] {
  let rest = words;
  for (let steps = 0; steps < 8; steps += 1) {
    const [, ...args] = rest;
    const wrapped = wrappedBy([programName(rest[0]), ...args.map(({ text }) => text)]);
    if (wrapped === undefined) return rest;
    if (wrapped.isText) return [];
    const inner = filledIn(rest.slice(wrapped.from, wrapped.to), wrapped);
    const named = wrapped.program && rest[wrapped.program.at];
    rest = named === undefined ? inner : [withText(named, wrapped.program?.text ?? ''), ...inner];
  }
  return rest;
}

/** `--entrypoint=python` names the program in a part of a word. */
function withText(word: ShellWord, text: string): ShellWord {
  return { ...word, text, pieces: [{ text, place: word }] };
}

/** Words of which another program fills in a part when it runs: `{}` of `xargs -I{}`, or more words behind them. */
function filledIn(words: readonly ShellWord[], { fills }: Wrapped): readonly ShellWord[] {
  const last = words.at(-1);
  if (fills === undefined || last === undefined) return words;
  const { by, text: place } = fills;
  const unknown = (word: ShellWord, isMany: boolean): ShellWord => ({
    ...word,
    text: undefined,
    isMany,
    pieces: [{ text: undefined, unknown: by, place: word }],
  });
  if (place === undefined) return [...words, unknown(last, true)];
  return words.map((word) =>
    word.text !== undefined && place.test(word.text) ? filled(word, unknown) : word,
  );
}

/** `--lr={}`: the name of the flag stays known. */
function filled(word: ShellWord, unknown: (word: ShellWord, isMany: boolean) => ShellWord): ShellWord {
  const whole = unknown(word, false);
  const start = /^(?:--?)?[\w.@/+~-]+=/.exec(word.text ?? '')?.[0];
  return start === undefined ? whole : { ...whole, pieces: [{ text: start, place: word }, ...whole.pieces] };
}

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

/** Debuggers and profilers, which run the script behind their own options. */
const watchers =
  /^(?:debugpy|pdb|ipdb|pudb|cProfile|profile|trace|coverage|viztracer|scalene|memray|kernprof|torch\.utils\.bottleneck)$/;

/** Modules that everybody runs and that train nothing. */
const otherModules =
  /^(?:pip|venv|build|pytest|unittest|http|json|ruff|mypy|black|isort|twine|ipykernel|compileall|site|ensurepip|pdb|cProfile|tox|coverage|sphinx|mkdocs|tensorboard|timeit|zipfile|tarfile|virtualenv|uv|setuptools)(?:\.|$)/;

function python(command: ShellCommand, words: readonly ShellWord[]): Launch | undefined {
  const own = optionsEnd(
    words.map(({ text }) => (text === '-m' || text === '-c' || text === '-' ? '' : (text ?? ''))),
    /^-[WX]$/,
  );
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
  const rest = words.slice(own + 2);
  if (watchers.test(module ?? '') && rest.some(isScript)) return launched('python', command, rest);
  if (second === undefined || (module !== undefined && otherModules.test(module))) return undefined;
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
