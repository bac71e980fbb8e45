import { compareDefaults, compareTable, type CompareSettings } from '../../compare/settings.ts';
import { text } from '../../kernel/fields.ts';
import { camelCase } from '../../kernel/settings.ts';
import { UserError } from '../../kernel/user-error.ts';
import { pathTree } from '../change.ts';
import { optionOf } from '../option-of.ts';
import { defineVerb, type Outcome } from '../verb.ts';

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
  summary: 'Compares two versions: by the outcomes of an A/B test that one may look at every day.',
  options: {
    outcomes: {
      field: text('a path'),
      value: 'FILE',
      help: 'Outcomes of an A/B test (unit, arm, outcome, time): CSV, JSON lines, Parquet, OpenTelemetry, Langfuse or LiteLLM exports; or a folder of them.',
    },
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
    'model-gates compare --outcomes ab.csv',
    'model-gates compare --outcomes ab.jsonl --split 90:10 --guardrail latency_ms:lower:50',
  ],
  async run(values) {
    if (values.outcomes === undefined)
      throw new UserError('There is nothing to compare.', { help: 'Name a file with --outcomes.' });
    return outcomes(values.outcomes, values);
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
