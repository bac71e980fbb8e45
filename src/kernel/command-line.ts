/** Commands that a policy or a workflow names: how they are cut into words, and how one ended. */
export interface CommandLine {
  readonly program: string;
  readonly args: readonly string[];
}

/** What a shell would act on; as words of their own they are meant for one. */
const shellWords = /^(?:&&?|\|\|?|;|\d?>{1,2}|<{1,2}|2>&1)$/;

/**
 * Cuts a command at spaces outside quotes and fills `{name}` in for each value, all of which it needs; no shell ever sees it, and a
 * backslash is one, as in paths of Windows. Returns what is wrong with it, if so. `setting`: where it stands, such as `regression.evaluate`.
 */
export function commandLine(
  template: string,
  values: Readonly<Record<string, string>>,
  setting: string,
): CommandLine | string {
  const words = template.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  const [program, ...args] = words.map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'));
  if (program === undefined) return `${setting} is empty`;
  const missing = Object.keys(values).filter((name) => !template.includes(`{${name}}`));
  if (missing.length > 0) return `${setting} lacks ${missing.map((name) => `{${name}}`).join(' and ')}`;
  return (
    misread(template, words, setting) ?? {
      program,
      args: args.map((word) => filled(word, values)),
    }
  );
}

/** Each value once, as it is: what it holds is not looked at again. */
function filled(word: string, values: Readonly<Record<string, string>>): string {
  return word.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}

/** What only a shell would understand is reported, not handed to the program. */
function misread(template: string, words: readonly string[], setting: string): string | undefined {
  if (/["']/.test(template.replaceAll(/"[^"]*"|'[^']*'/g, '')))
    return `a quote in ${setting} is never closed`;
  const operator = words.find((word) => shellWords.test(word));
  if (operator !== undefined)
    return `${setting} is run without a shell, which ${operator} is meant for; put the commands in a script`;
  if (/^\w+=/.test(words[0] ?? ''))
    return `${setting} begins with ${words[0]?.split('=', 1)[0]}=, which is meant for a shell; set variables with env: in the workflow`;
  return undefined;
}

/** How a program ended. */
export interface Ended {
  readonly exitCode: number;
  readonly stderr: string;
}

/** Why a program did not do its work, if so: `undefined` for one that is not there, `late` where its time was used up. `budget`: the setting of that. */
export function wrongExit(
  program: string,
  result: Ended | undefined,
  late: boolean,
  budget: string,
): string | undefined {
  if (result === undefined) return `the program ${program} is not there`;
  if (result.exitCode === 0) return undefined;
  if (late) return `${program} was stopped, for the time budget (${budget}) was used up`;
  const last = lastWords(result.stderr);
  const how =
    result.exitCode < 0
      ? 'was killed from outside, as it is where memory runs out'
      : `ended with exit code ${result.exitCode}`;
  return `${program} ${how}${last === '' ? '' : `: ${last}`}`;
}

/** The line that names an error, else the last one: some programs say their version after it. */
function lastWords(stderr: string): string {
  const lines = stderr.trimEnd().split('\n');
  return lines.findLast((line) => /error|exception/i.test(line)) ?? lines.at(-1) ?? '';
}
