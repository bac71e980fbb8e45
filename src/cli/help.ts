import type { Option, Options, Verb } from './verb.ts';

const commonOptions: readonly (readonly [string, string])[] = [
  ['--json', 'Print the report alone, as JSON, on stdout.'],
  ['--verbose', 'Say more on stderr.'],
  ['-h, --help', 'Show this help.'],
];

const exitCodes = `Exit codes:
  0  pass, exempt or skipped
  1  fail
  2  something in the arguments, the repository or the environment must be fixed
  3  inconclusive`;

/** What `model-gates --help` prints. */
export function overview(verbs: readonly Verb[]): string {
  const rows = verbs.map(({ name, summary }) => [name, summary] as const);
  return `model-gates: the gates that a trunk holding a large model can trust

Usage: model-gates <verb> [options]
       model-gates --version

Verbs:
${columns(rows)}

model-gates <verb> --help says more.

${exitCodes}
`;
}

/** What `model-gates <verb> --help` prints. */
export function verbHelp(verb: Verb): string {
  const usage = ['model-gates', verb.name, verb.positionals, '[options]']
    .filter((part) => part !== undefined)
    .join(' ');
  return `${verb.summary}

Usage: ${usage}

Options:
${columns([...optionRows(verb.options), ...commonOptions])}

Examples:
${verb.examples.map((example) => `  ${example}`).join('\n')}

${exitCodes}
`;
}

/** Flags and what they do, one row an option. */
export function optionRows(options: Options): (readonly [string, string])[] {
  return Object.entries(options).map(([name, option]) => [flagText(name, option), option.help]);
}

function flagText(name: string, { value }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
