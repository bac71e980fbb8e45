import { exitCodeOf, type Report } from '../report/model.ts';
import { renderJson, renderTerminal } from '../report/index.ts';
import { causeChain } from '../kernel/cause-chain.ts';
import { asUserError } from '../kernel/system-error.ts';
import { placeText } from '../kernel/user-error.ts';
import { parseArguments } from './arguments.ts';
import { overview, verbHelp } from './help.ts';
import { stderrLog } from './log.ts';
import { meantVerb } from './meant-verb.ts';
import { version } from '../kernel/product.ts';
import { showProgress } from './progress.ts';
import { verbs } from './verbs/index.ts';
import type { Verb } from './verb.ts';

const exitUser = 2;

/** Runs the CLI and sets the exit code; nothing is thrown. */
export async function main(args: readonly string[]): Promise<void> {
  const verbose = args.includes('--verbose');
  process.stdout.on('error', (error: NodeJS.ErrnoException) => unwritten(error, verbose));
  try {
    process.exitCode = await dispatch(args, verbose);
  } catch (error) {
    process.exitCode = exitUser;
    process.stderr.write(errorText(error, verbose));
  }
}

/** Who reads may stop: `model-gates … | head`. Else what was to be reported is lost. */
function unwritten(error: NodeJS.ErrnoException, verbose: boolean): void {
  if (error.code === 'EPIPE') return;
  process.once('exit', () => (process.exitCode = exitUser));
  process.stderr.write(errorText(error, verbose));
}

async function dispatch([name, ...rest]: readonly string[], verbose: boolean): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview(verbs));
    return name === undefined ? exitUser : 0;
  }
  if (name === '--version' || name === '-V') {
    process.stdout.write(`model-gates ${version}\n`);
    return 0;
  }
  const verb = verbs.find((candidate) => candidate.name === name);
  if (verb === undefined) return unknownVerb(name);
  return runVerb(verb, rest, verbose);
}

async function runVerb(verb: Verb, rest: readonly string[], verbose: boolean): Promise<number> {
  const { values, positionals, json, help } = parseArguments(verb, rest);
  if (help) {
    process.stdout.write(verbHelp(verb));
    return 0;
  }
  const progress = showProgress(`model-gates ${verb.name}`, verb.asks === true ? undefined : process.stderr);
  const log = stderrLog(verbose, progress.clear);
  const terminal = { cwd: process.cwd(), log, environment: process.env, json };
  const outcome = await verb.run(values, positionals, terminal).finally(progress.end);
  if ('text' in outcome) {
    process.stdout.write(outcome.text);
    return 0;
  }
  if (outcome.notes !== undefined) (json ? process.stderr : process.stdout).write(outcome.notes);
  process.stdout.write(json ? renderJson(outcome.report) : readable(outcome.report));
  return exitCodeOf(outcome.report.verdict);
}

function readable(report: Report): string {
  const colour = process.stdout.isTTY && !process.env['NO_COLOR'];
  return renderTerminal(report, { width: process.stdout.columns ?? 100, colour });
}

function unknownVerb(name: string): number {
  const meant = meantVerb(name);
  process.stderr.write(
    `model-gates: there is no verb ${JSON.stringify(name)}${meant ? `; did you mean ${meant}?` : ''}\nSee model-gates --help.\n`,
  );
  return exitUser;
}

function errorText(error: unknown, verbose: boolean): string {
  const chain = verbose ? `${causeChain(error)}\n` : '';
  const known = asUserError(error);
  if (known === undefined) {
    const message = error instanceof Error ? error.message : String(error);
    return `model-gates: this is a bug in model-gates, please report it: ${message}\n${chain || 'Run it again with --verbose for the details.\n'}`;
  }
  const place = known.place === undefined ? '' : `${placeText(known.place)}: `;
  return `model-gates: ${place}${known.message}\n${known.help === undefined ? '' : `${known.help}\n`}${chain}`;
}
