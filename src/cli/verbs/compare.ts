import { compareDefaults, compareTable, type CompareSettings } from '../../compare/settings.ts';
import { regressionTable } from '../../regression/settings.ts';
import { text } from '../../kernel/fields.ts';
import { camelCase } from '../../kernel/settings.ts';
import { UserError } from '../../kernel/user-error.ts';
import { currentLedger, pathTree, resultsTree } from '../change.ts';
import { currentCode } from '../code.ts';
import { optionOf } from '../option-of.ts';
import { defineVerb, type Outcome, type Terminal } from '../verb.ts';

const column = (what: string) => ({
  field: text('the name of a column'),
  value: 'COLUMN',
  help: `Column of the ${what}; a dot leads into an object. Default: the usual names.`,
});

const columns = {
  unit: column('unit that was assigned, such as a user'),
  arm: column('arm'),
  outcome: column('outcome'),
  time: column('time'),
};

export const compareVerb = defineVerb({
  name: 'compare',
  positionals: '[A B]',
  summary:
    'Compares two versions of the ledger, two sets of results, or the arms of an A/B test that one may look at every day.',
  options: {
    outcomes: {
      field: text('a path'),
      value: 'FILE',
      help: 'Outcomes of an A/B test (unit, arm, outcome, time): CSV, JSON lines, Parquet, OpenTelemetry, Langfuse or LiteLLM exports; or a folder of them.',
    },
    baseline: {
      field: text('a path, or REF:PATH'),
      value: 'PATH',
      help: 'Results before: a file, a folder of shards, or REF:PATH of the repository.',
    },
    candidate: {
      field: text('a path'),
      value: 'PATH',
      help: 'Results after: a file, or a folder of shards.',
    },
    remote: {
      field: text('a remote'),
      value: 'R',
      help: 'Remote, or address, that keeps the ledger. Default: origin.',
    },
    id: optionOf(regressionTable.id),
    ...columns,
    'candidate-arm': optionOf(compareTable['candidate-arm']),
    'baseline-arm': optionOf(compareTable['baseline-arm']),
    metric: optionOf(compareTable.metric),
    'lower-is-better': optionOf(compareTable['lower-is-better']),
    guardrail: optionOf(compareTable.guardrail),
    split: optionOf(compareTable.split),
    margin: optionOf(compareTable.margin),
    alpha: optionOf(compareTable.alpha),
    planned: optionOf(compareTable.planned),
  },
  examples: [
    'model-gates compare svc-qwen-v22 svc-qwen-v23',
    'model-gates compare --baseline main.jsonl --candidate evals/mmmu.jsonl',
    'model-gates compare --outcomes ab.csv',
    'model-gates compare --outcomes ab.jsonl --split 90:10 --guardrail latency_ms:lower:50',
  ],
  async run(values, positionals, terminal) {
    if (values.outcomes !== undefined) return outcomes(values.outcomes, values);
    const { baseline, candidate, id } = values;
    if (baseline !== undefined && candidate !== undefined)
      return results({ baseline, candidate, ...(id !== undefined && { id }) }, values, terminal);
    const [before, after] = positionals;
    if (before !== undefined && after !== undefined && positionals.length === 2)
      return versions([before, after], values, values.remote, terminal);
    throw new UserError('There is nothing to compare.', {
      help: 'Name two versions of the ledger, two files of results with --baseline and --candidate, or one of outcomes with --outcomes.',
    });
  },
});

type Values = Readonly<Record<string, unknown>>;

async function outcomes(path: string, values: Values): Promise<Outcome> {
  const { compareOutcomes } = await import('#lib/compare');
  const report = await compareOutcomes({
    tree: await pathTree(path),
    columns: columnsOf(values),
    settings: settingsOf(values),
    now: Date.now,
  });
  return { report };
}

interface Sides {
  readonly baseline: string;
  readonly candidate: string;
  readonly id?: string;
}

async function results(
  { baseline, candidate, ...named }: Sides,
  values: Values,
  terminal: Terminal,
): Promise<Outcome> {
  const { compareResults } = await import('#lib/compare');
  const report = await compareResults({
    baseline: await resultsTree(terminal, baseline),
    candidate: await pathTree(candidate),
    settings: settingsOf(values),
    ...named,
    now: Date.now,
  });
  return { report };
}

async function versions(
  [baseline, candidate]: readonly [string, string],
  values: Values,
  remote: string | undefined,
  terminal: Terminal,
): Promise<Outcome> {
  const { compareVersions } = await import('#lib/compare');
  const ledger = await currentLedger(terminal, remote);
  const { code, close } = await currentCode(terminal, remote);
  try {
    const request = { baseline, candidate, settings: settingsOf(values) };
    return { report: await compareVersions(request, { ledger, now: Date.now, ...code }) };
  } finally {
    await Promise.all([ledger.close(), close()]);
  }
}

function columnsOf(values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.keys(columns).flatMap((name) => {
      const value = values[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

function settingsOf(values: Values): CompareSettings {
  const given = Object.entries(values).filter(([name]) => Object.hasOwn(compareTable, name));
  return {
    ...compareDefaults,
    ...Object.fromEntries(given.map(([name, value]) => [camelCase(name), value])),
  };
}
