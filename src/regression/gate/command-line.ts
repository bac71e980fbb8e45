export interface CommandLine {
  readonly program: string;
  readonly args: readonly string[];
}

/** What a shell would act on; as words of their own they are meant for one. */
const shellWords = /^(?:&&?|\|\|?|;|\d?>{1,2}|<{1,2}|2>&1)$/;

/**
 * Cuts a command at spaces outside quotes and fills `{ids}` and `{out}` in; no shell ever sees it, and a backslash is one, as in paths
 * of Windows. Returns what is wrong with it, if so.
 */
export function commandLine(
  template: string,
  values: Readonly<Record<'ids' | 'out', string>>,
): CommandLine | string {
  const words = template.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  const [program, ...args] = words.map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'));
  if (program === undefined) return 'regression.evaluate is empty';
  const missing = (['ids', 'out'] as const).filter((name) => !template.includes(`{${name}}`));
  if (missing.length > 0)
    return `regression.evaluate lacks ${missing.map((name) => `{${name}}`).join(' and ')}`;
  return (
    misread(template, words) ?? {
      program,
      args: args.map((word) =>
        word.replaceAll('{ids}', () => values.ids).replaceAll('{out}', () => values.out),
      ),
    }
  );
}

/** What only a shell would understand is reported, not handed to the program. */
function misread(template: string, words: readonly string[]): string | undefined {
  if (/["']/.test(template.replaceAll(/"[^"]*"|'[^']*'/g, '')))
    return 'a quote in regression.evaluate is never closed';
  const operator = words.find((word) => shellWords.test(word));
  if (operator !== undefined)
    return `regression.evaluate is run without a shell, which ${operator} is meant for; put the commands in a script`;
  if (/^\w+=/.test(words[0] ?? ''))
    return `regression.evaluate begins with ${words[0]?.split('=', 1)[0]}=, which is meant for a shell; set variables with env: in the workflow`;
  return undefined;
}
