import { commandLine, wrongExit } from '../../kernel/command-line.ts';
import { readSide, sourceOf, type Side } from '../index.ts';
import { inputRules } from '../rules.ts';
import { shown } from '../../kernel/text.ts';
import type { Finding } from '../../report/model.ts';
import type { Ports, Scratch } from '../../ports/index.ts';

export interface CommandRun {
  /** The template of inputs.command. */
  readonly command: string;
  /** Of the file in the scratch folder. */
  readonly name: string;
  /** The folder of the merge base; absent for the head. */
  readonly cwd?: string;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
}

/** What the command wrote, or a finding that says why there is nothing. */
export async function runCommand(run: CommandRun, ports: Ports, scratch: Scratch): Promise<Side | Finding> {
  const { command, name, cwd, deadline } = run;
  const line = commandLine(command, { out: scratch.pathOf(name) }, 'inputs.command');
  if (typeof line === 'string') return failed(name, line);
  const timeoutMs = Math.max(1, deadline - ports.now());
  const result = await ports.commands.run(line.program, line.args, {
    timeoutMs,
    ...(cwd !== undefined && { cwd }),
  });
  const wrong = wrongExit(line.program, result, ports.now() >= deadline, 'inputs.time-budget');
  if (wrong !== undefined) return failed(name, shown(wrong));
  const written = await writtenAt(scratch, name, command);
  if (written === undefined) return failed(name, `${line.program} ended without writing {out}`);
  return readSide([sourceOf(`${name}${kindOf(written)}`, written)]);
}

/** Some programs add the ending that is missing, and some commands have one behind `{out}`. */
async function writtenAt(scratch: Scratch, name: string, command: string): Promise<Uint8Array | undefined> {
  const own = /\{out\}(\.\w{1,12})/.exec(command)?.[1];
  for (const ending of [
    ...(own === undefined ? [] : [own]),
    '',
    '.npz',
    '.npy',
    '.safetensors',
    '.jsonl',
    '.parquet',
  ]) {
    const bytes = await scratch.read(`${name}${ending}`);
    if (bytes !== undefined) return bytes;
  }
  return undefined;
}

/** By how the bytes begin; what begins as nothing else is safetensors. */
function kindOf(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 6));
  if (start.startsWith('PK')) return '.npz';
  if (start.startsWith('\u0093NUMPY')) return '.npy';
  if (start.startsWith('PAR1')) return '.parquet';
  return start.trimStart().startsWith('{') ? '.jsonl' : '.safetensors';
}

function failed(name: string, reason: string): Finding {
  return inputRules['command-failed'].finding({
    message: `What the model is fed is not known for the ${name}: ${reason}.`,
    help: 'Run the command of inputs.command by hand.',
  });
}
