import { type GivenValue, readArguments } from './flags.ts';
import type { Launch } from './launch.ts';
import { declarationOf } from './names.ts';
import type { Program } from './programs/model.ts';

/** Flags whose value is the config of the run. */
const configFlags = /^(?:(?:job\.)?config(?:_file|_path)?|cfg|yaml_cfg|train_config|yaml_file)$/;
/** Tools whose first word is the config, as it is for a program that reads its dataclasses from a file. */
const readers = /^(?:llamafactory-cli|axolotl|trl|swift|megatron|python|torchrun|accelerate|deepspeed)$/;
const ending = /\.(?:ya?ml|json|toml)$/;

/** The path of the config that a command gives to its program; `undefined` where it gives none, or one that is known only when it runs. */
export function namedConfig({ kind, args }: Launch, program?: Program): string | undefined {
  const { flags, others } = readArguments(args, declarationOf(program));
  const named = flags.findLast(({ name }) => configFlags.test(name))?.values[0]?.text;
  if (named !== undefined) return ending.test(named) ? named : undefined;
  if (!readers.test(kind)) return undefined;
  const [first] = others;
  return first?.text !== undefined && ending.test(first.text) ? first.text : undefined;
}

/** A config that a flag names and whose ending is none of those that are read. */
export function unreadConfig(
  { args }: Launch,
  program?: Program,
): (GivenValue & { flag: string }) | undefined {
  const { flags } = readArguments(args, declarationOf(program));
  const flag = flags.findLast(({ name }) => configFlags.test(name));
  const [value] = flag?.values ?? [];
  const isRead = value?.text === undefined || ending.test(value.text) || value.text.endsWith('.py');
  return flag === undefined || isRead ? undefined : { ...value, flag: flag.written };
}

/** The path of the config that accelerate reads before it starts the program. */
export function launcherConfig({ kind, launcher }: Launch): string | undefined {
  if (kind !== 'accelerate') return undefined;
  const { flags } = readArguments(launcher, () => undefined);
  const named = flags.findLast(({ name }) => name === 'config_file')?.values[0]?.text;
  return named !== undefined && ending.test(named) ? named : undefined;
}
