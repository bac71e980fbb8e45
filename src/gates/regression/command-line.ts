export interface CommandLine {
  readonly program: string;
  readonly args: readonly string[];
}

/** Cuts a command at spaces outside quotes and fills `{ids}` and `{out}` in; no shell ever sees it. Returns what is wrong with it, if so. */
export function commandLine(
  template: string,
  values: Readonly<Record<'ids' | 'out', string>>,
): CommandLine | string {
  const words = [...template.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
  const [program, ...args] = words;
  if (program === undefined) return 'regression.evaluate is empty';
  const missing = (['ids', 'out'] as const).filter((name) => !template.includes(`{${name}}`));
  if (missing.length > 0)
    return `regression.evaluate lacks ${missing.map((name) => `{${name}}`).join(' and ')}`;
  return {
    program,
    args: args.map((word) =>
      word.replaceAll('{ids}', () => values.ids).replaceAll('{out}', () => values.out),
    ),
  };
}
