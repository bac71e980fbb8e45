import { parse } from 'unbash';
import { decodeText } from '../source/decode.ts';
import { limits } from './limits.ts';
import type { ShellPlace, ShellScript, Source } from './model.ts';
import { Places } from './places.ts';
import { Run } from './run.ts';
import type { SourceReader } from './runner.ts';

export interface ShellOptions {
  readonly file: string;
  /** The text of a file of the repository that the script sources; `undefined` where there is none. */
  readonly read?: SourceReader;
  /** What the environment sets, such as `env:` of a workflow's step. */
  readonly environment?: ReadonlyMap<string, string>;
}

/**
 * The commands of a bash or POSIX shell script with the words that bash would pass, read from the text alone: nothing runs. What
 * depends on the run is unknown, with the reason. Never throws for what stands in the text.
 */
export function readShell(input: string | Uint8Array, options: ShellOptions): ShellScript {
  const size = typeof input === 'string' ? input.length : input.byteLength;
  if (size > limits.script) return refused(options.file, 'the script is larger than 1 MiB: it is not read');
  const decoded = decodeText(input);
  if (!decoded.ok) return refused(options.file, decoded.message);
  const other = otherShell(decoded.text);
  if (other !== undefined)
    return refused(options.file, `the script is for ${other}: bash and POSIX shells are read`);
  return run({ file: options.file, text: decoded.text }, options);
}

function run(source: Source, { read, environment }: ShellOptions): ShellScript {
  const places = new Places();
  const { commands: statements, errors = [] } = parse(source.text);
  const running = new Run(places, read, environment);
  running.start(statements, source);
  const problems = errors.map(({ message, pos }) => ({
    ...places.of({ source, start: pos, end: pos }),
    message: `this is not read as bash: ${message}`,
  }));
  return {
    commands: running.commands,
    problems: [...problems, ...running.problems],
    missing: [...running.missing],
    unfollowed: running.unfollowed,
  };
}

function refused(file: string, message: string): ShellScript {
  const place: ShellPlace = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { commands: [], problems: [{ ...place, message }], missing: [], unfollowed: [] };
}

/** The interpreter that the first line names, if it is not a shell script that is read. */
function otherShell(text: string): string | undefined {
  const [, program = '', argument = ''] = /^#![ \t]*(\S+)(?:[ \t]+(?:-S[ \t]+)?(\S+))?/.exec(text) ?? [];
  const name = nameOf(program) === 'env' ? nameOf(argument) : nameOf(program);
  return name === '' || /^(?:ba|da|a)?sh$/.test(name) ? undefined : name;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
