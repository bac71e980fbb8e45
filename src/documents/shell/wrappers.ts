/** Programs that start another one: where it begins in their words. */

/** What the words of a wrapper start. */
export interface Wrapped {
  /** Its first word, and the end of its words. */
  readonly from: number;
  readonly to: number;
  /** A shell reads the words from there, joined by blanks, as ssh has it. */
  readonly isText: boolean;
  /** It runs on another machine or in a container: what is exported here is not there. */
  readonly isElsewhere: boolean;
  /** What the wrapper fills in when it runs: in place of such a text, or behind the words. */
  readonly fills?: { readonly by: string; readonly text?: RegExp };
  /** The program that an option names, as the word that does: its arguments are the words. */
  readonly program?: { readonly at: number; readonly text: string };
}

type Words = readonly (string | undefined)[];
type Reading = (args: readonly string[]) => (Partial<Wrapped> & { readonly from: number }) | undefined;

/** What the program of a command line starts in its place; `undefined` where it starts none that is known. An unknown word is `undefined`. */
export function wrappedBy([called, ...args]: Words): Wrapped | undefined {
  const name = called?.slice(called.lastIndexOf('/') + 1);
  const found = name === undefined ? undefined : wrappers.get(name)?.(args.map((text) => text ?? ''));
  if (found === undefined || (found.from >= args.length && found.program === undefined)) return undefined;
  const { from, to = args.length, isText = false, isElsewhere = false, fills, program } = found;
  // one word of plain text and several words are the same to a shell and to a program
  const words = args.slice(from, to);
  const isUnknown = words.length === 1 && words[0] === undefined;
  const isScript = isText && (isUnknown || words.some((text) => /[\s;&|<>()$`'"\\]/.test(text ?? '')));
  return {
    from: from + 1,
    to: to + 1,
    isText: isScript,
    isElsewhere,
    ...(fills && { fills }),
    ...(program && { program: { ...program, at: program.at + 1 } }),
  };
}

/** Options, the ones in `valued` with a word of their own, and variables that are set. */
export function optionsEnd(args: readonly string[], valued: RegExp | undefined): number {
  let at = 0;
  while (at < args.length) {
    const text = args[at] ?? '';
    if (text === '--') return at + 1;
    if (!/^-./.test(text) && !/^[A-Za-z_]\w*=/.test(text)) break;
    at += valued?.test(text) === true ? 2 : 1;
  }
  return at;
}

const options =
  (valued?: RegExp, more = 0): Reading =>
  (args) => ({ from: optionsEnd(args, valued) + more });

const after =
  (words: RegExp, valued?: RegExp): Reading =>
  (args) =>
    words.test(args[0] ?? '') ? { from: 1 + optionsEnd(args.slice(1), valued) } : undefined;

/** Tools that bring their own program, and those that start another one. */
const toolRun =
  /^(?:\S*\/)?(?:(?:vllm|sglang|lmdeploy) serve|(?:swift|megatron|trl) (?:sft|pt|rlhf|dpo|grpo)|(?:axolotl|llamafactory-cli|xtuner) train|(?:uv|poetry|conda|tune) run)$/;

/** Of launchers across nodes and of containers: everything up to the first program that is known, for they have hundreds of options. */
const untilProgram: Reading = (args) => {
  const from = args.findIndex(
    (text, at) =>
      /(?:^|\/)(?:python[\d.]*|torchrun|deepspeed|accelerate|bash|sh|env)$/.test(text) ||
      /^[^-].*\.(?:py|sh|bash)$/.test(text) ||
      toolRun.test(`${text} ${args[at + 1] ?? ''}`),
  );
  return from < 0 ? undefined : { from };
};

const container =
  (words: RegExp): Reading =>
  (args) => {
    if (!words.test(args.slice(0, 2).join(' '))) return undefined;
    const found = behindEntrypoint(args) ?? untilProgram(args);
    return found && { ...found, isElsewhere: true };
  };

/** Options of `docker run` without a word of their own: every other one has one, up to the image. */
const flagsOfContainers =
  /^(?:-[diPtq]+|--(?:rm|privileged|init|detach|interactive|tty|quiet|publish-all|read-only|no-healthcheck|oom-kill-disable|replace|rmi)|--.*=.*|-[a-zA-Z].+)$/;

/** `docker run --entrypoint python image train.py`: the program comes first, and its arguments behind the image. */
const behindEntrypoint: Reading = (args) => {
  const at = args.findIndex((text) => /^--entrypoint(?:=|$)/.test(text));
  const text = args[at]?.includes('=') === true ? args[at].slice(13) : args[at + 1];
  let image = args.findIndex((word) => word === 'run' || word === 'exec') + 1;
  while (args[image]?.startsWith('-') === true) image += flagsOfContainers.test(args[image] ?? '') ? 1 : 2;
  if (at < 0 || at >= image || text === undefined || text === '') return undefined;
  return { from: image + 1, program: { at: args[at]?.includes('=') === true ? at : at + 1, text } };
};

/** A host, or hosts behind an option, then what a shell there reads. */
const remote =
  (valued: RegExp, hosts: 0 | 1): Reading =>
  (args) => ({ from: optionsEnd(args, valued) + hosts, isText: true, isElsewhere: true });

/** `-I{}` names what is filled in; without it the words come last. */
const xargs: Reading = (args) => {
  const from = optionsEnd(
    args,
    /^-[adEILnPs]$|^--(?:arg-file|delimiter|max-args|max-lines|max-procs|max-chars)$/,
  );
  const own = args.slice(0, from);
  const at = own.findIndex((text) => /^(?:-I|-i|--replace)/.test(text));
  const option = own[at];
  const name = option === '-I' ? own[at + 1] : (option?.replace(/^(?:-I|-i|--replace=?)/, '') ?? '');
  const text = option === undefined ? undefined : literal(name === undefined || name === '' ? '{}' : name);
  return { from, fills: { by: 'xargs fills it in', ...(text && { text }) } };
};

const parallel: Reading = (args) => {
  const from = optionsEnd(args, /^-[jaSNnP]$|^--(?:jobs|arg-file|joblog|results|sshlogin|delay|retries)$/);
  const end = args.findIndex((text) => text.startsWith(':::'));
  const to = end < 0 ? args.length : end;
  const hasPlace = args.slice(from, to).some((text) => /\{[^\s{}]*\}/.test(text));
  const text = hasPlace ? /\{[^\s{}]*\}/ : undefined;
  return { from, to, isText: true, fills: { by: 'parallel fills it in', ...(text && { text }) } };
};

/** `find … -exec x {} ;` */
const find: Reading = (args) => {
  const at = args.findIndex((text) => /^-(?:exec|execdir|ok)$/.test(text));
  const end = args.findIndex((text, index) => index > at && (text === ';' || text === '+'));
  if (at < 0) return undefined;
  const to = end < 0 ? args.length : end;
  return { from: at + 1, to, fills: { by: 'find fills it in', text: /\{\}/ } };
};

/** `tmux new -d -s x '…'`, `tmux send-keys -t x '…' C-m`. */
const tmux: Reading = (args) => {
  const keys = /^send(?:-keys)?$/.test(args[0] ?? '');
  if (!keys && !/^(?:new|new-session|neww|new-window|splitw|split-window|respawn-pane)$/.test(args[0] ?? ''))
    return undefined;
  const from = 1 + optionsEnd(args.slice(1), /^-[a-zA-Z]*[cdenstxyF]$/);
  const flags = args.slice(1).findIndex((text) => text === '-d');
  const start = flags >= 0 ? 1 + optionsEnd(args.slice(1), /^-(?!d$)[a-zA-Z]*[censtxyF]$/) : from;
  const end = keys ? args.findIndex((text, at) => at > start && /^(?:C-m|Enter|ENTER)$/.test(text)) : -1;
  return { from: start, to: end < 0 ? args.length : end, isText: true };
};

/** `su user -c '…'`, `watch '…'`, `script -c '…'`. */
const behindC: Reading = (args) => {
  const at = args.findIndex((text) => text === '-c' || text === '--command');
  return at < 0 ? undefined : { from: at + 1, to: at + 2, isText: true };
};

function literal(text: string): RegExp {
  return new RegExp(text.replaceAll(/[^\w\s]/g, String.raw`\$&`));
}

const runOptions =
  /^(?:-[npc]|--(?:name|prefix|extra|with|python|project|group|env-file|index|package|directory))$/;

const wrappers: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['env', options(/^(?:-[uC]|--unset|--chdir)$/)],
  ['nohup', options()],
  ['setsid', options()],
  ['caffeinate', options(/^-[tw]$/)],
  ['exec', options(/^-a$/)],
  ['command', options()],
  ['builtin', options()],
  ['time', options(/^-[fo]$/)],
  ['sudo', options(/^(?:-[ugCDhpRrTt]|--user|--group)$/)],
  ['nice', options(/^(?:-n|--adjustment)$/)],
  ['ionice', options(/^-[cn]$/)],
  ['chrt', options(undefined, 1)],
  ['stdbuf', options(/^-[ioe]$/)],
  ['timeout', options(/^(?:-[sk]|--signal|--kill-after)$/, 1)],
  ['flock', options(/^(?:-[wE]|--timeout|--wait)$/, 1)],
  ['numactl', options(/^(?:-[NmCip]|--(?:cpunodebind|membind|physcpubind|interleave|preferred))$/)],
  ['taskset', options(undefined, 1)],
  ['xargs', xargs],
  ['parallel', parallel],
  ['find', find],
  ['uv', after(/^run$/, runOptions)],
  ['poetry', after(/^run$/, runOptions)],
  ['pdm', after(/^run$/, runOptions)],
  ['hatch', after(/^run$/, runOptions)],
  ['pipenv', after(/^run$/, runOptions)],
  ['rye', after(/^run$/, runOptions)],
  ['pixi', after(/^run$/, runOptions)],
  ['conda', after(/^run$/, runOptions)],
  ['mamba', after(/^run$/, runOptions)],
  ['micromamba', after(/^run$/, runOptions)],
  ['srun', untilProgram],
  ['salloc', untilProgram],
  ['mpirun', untilProgram],
  ['mpiexec', untilProgram],
  ['orterun', untilProgram],
  ...['nsys', 'ncu', 'nvprof', 'compute-sanitizer', 'cuda-gdb', 'gdb', 'strace', 'ltrace', 'valgrind'].map(
    (name) => [name, untilProgram] as const,
  ),
  ...['perf', 'py-spy', 'memray', 'rocprof', 'rocprofv3', 'unbuffer', 'jsrun', 'aprun', 'flux', 'prun'].map(
    (name) => [name, untilProgram] as const,
  ),
  ['viztracer', untilProgram],
  ['scalene', untilProgram],
  ['coverage', after(/^run$/, /^(?:-[m]|--(?:source|omit|include|rcfile))$/)],
  ['bsub', (args) => ({ from: optionsEnd(args, /^-(?![BHIKNrx])[a-zA-Z]+$/), isText: true })],
  ['qsub', (args) => ({ from: optionsEnd(args, /^-(?![IVXfhxz])[a-zA-Z]$/), isElsewhere: true })],
  [
    'ray',
    (args) => (args[0] === 'job' && args.includes('--') ? { from: args.indexOf('--') + 1 } : undefined),
  ],
  ['apptainer', container(/\b(?:exec|run|shell)\b/)],
  ['singularity', container(/\b(?:exec|run|shell)\b/)],
  ['docker', container(/\b(?:run|exec|compose)\b/)],
  ['docker-compose', container(/\b(?:run|exec)\b/)],
  ['podman', container(/\b(?:run|exec)\b/)],
  ['nerdctl', container(/\b(?:run|exec)\b/)],
  ['shifter', untilProgram],
  ['enroot', container(/\bstart\b/)],
  ['kubectl', container(/\b(?:exec|run)\b/)],
  ['oc', container(/\b(?:exec|run)\b/)],
  ['ssh', remote(/^-[BbcDEeFIiJLlmOopQRSWw]$/, 1)],
  ['autossh', remote(/^-[BbcDEeFIiJLlMmOopQRSWw]$/, 1)],
  ['pdsh', remote(/^-[wxfltug]$/, 0)],
  ['clush', remote(/^-[wxgXftul]$/, 0)],
  ['tmux', tmux],
  ['screen', options(/^(?:-[SctTepshr]|-[dDm]*[dDm]S)$/)],
  ['su', behindC],
  ['script', behindC],
]);
