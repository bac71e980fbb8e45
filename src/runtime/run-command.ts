import { getExecOutput } from '@actions/exec';
import { which } from '@actions/io';
import type { Commands, CommandResult } from '../gates/ports.ts';

const maxOutput = 64 * 1024 * 1024;

/** The commands port. Nothing is echoed: what the programs print may hold secrets. */
export async function runCommand(
  ...[program, args, options = {}]: Parameters<Commands['run']>
): Promise<CommandResult | undefined> {
  const found = await which(program).catch(() => '');
  if (found === '') return undefined;
  const { exitCode, stdout, stderr } = await getExecOutput(`"${found}"`, [...args], {
    silent: true,
    ignoreReturnCode: true,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.env === undefined ? {} : { env: { ...definedEnvironment(), ...options.env } }),
  });
  return { exitCode, stdout: stdout.slice(0, maxOutput), stderr: stderr.slice(0, maxOutput) };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
