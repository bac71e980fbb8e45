import type { Path } from '../../documents/tree/node.ts';
import type { Finding } from '../../report/model.ts';
import { runValueFindings } from '../registry/run-values.ts';
import { checkRules } from '../rules/check.ts';
import type { EntryRun } from '../runs/run.ts';
import { atWord } from './at-word.ts';
import type { JudgeContext } from './context.ts';
import { keyOf } from './touched.ts';

/** What is wrong with one way in which an entry runs: by its program, by the rules, by the registry. */
export function runFindings(
  { document, args, others = [], findings, standing, launch }: EntryRun,
  { settings, registry }: JudgeContext,
): Finding[] {
  const found = checkRules(document, [], settings, { others }).filter(
    (finding) => standing?.has(keyOf(finding)) !== true,
  );
  const values = registry === undefined ? [] : runValueFindings(document, givenPaths(args), registry);
  const told = [...findings, ...found.map((finding) => atWord(finding, args))]
    .filter((finding) => !isOfAnotherWorld(finding, launch))
    .map((finding) => ownTrainer(finding, launch));
  return [...told, ...withoutSame(values, told)];
}

/** torchrun starts the ranks itself, however many a config of its program speaks of. */
function isOfAnotherWorld({ rule, message }: Finding, { kind, launcher }: EntryRun['launch']): boolean {
  return (
    kind === 'torchrun' &&
    launcher.length > 0 &&
    rule === 'config/world-size' &&
    message.includes('n_gpus_per_node')
  );
}

/** verl's own trainer refuses such batches; one that a repository writes itself may count samples in another way. */
function ownTrainer(finding: Finding, { program }: EntryRun['launch']): Finding {
  if (finding.rule !== 'config/policy-batch' || finding.severity !== 'error') return finding;
  const name = program?.word.text ?? '';
  const isOwn = name !== '' && !/(?:^|[./])trainer[./]main_ppo(?:\.py)?$/.test(name);
  return isOwn ? { ...finding, severity: 'warning' } : finding;
}

/** Where the values of flags and overrides stand in the tree of a run. */
export function givenPaths({ flags, overrides }: EntryRun['args']): Path[] {
  const paths = overrides.map(({ text }) => text.slice(0, text.indexOf('=')).replace(/^[+~]+/, ''));
  return [...flags.map(({ name }) => name), ...paths].map((path) => path.split('.'));
}

/** What is said of a value already is not said again. */
function withoutSame(findings: readonly Finding[], told: readonly Finding[]): Finding[] {
  const places = new Set(told.map(placeOf));
  return findings.filter((finding) => !places.has(placeOf(finding)));
}

function placeOf({ file, line, column }: Finding): string {
  return JSON.stringify([file, line, column]);
}
