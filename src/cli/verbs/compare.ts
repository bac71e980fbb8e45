import path from 'node:path';
import type { CompareFacts } from '../../compare/index.ts';
import { compareDefaults, compareTable, settingsBy, type CompareSettings } from '../../compare/settings.ts';
import { flag, text } from '../../kernel/fields.ts';
import { camelCase } from '../../kernel/settings.ts';
import { UserError } from '../../kernel/user-error.ts';
import { regressionTable } from '../../regression/settings.ts';
import type { Report } from '../../report/model.ts';
import { writePage } from '../../runner/publish/write-page.ts';
import { currentLedger, currentRepository, pathTree, resultsTree } from '../change.ts';
import { currentCode } from '../code.ts';
import { policyOfTrunk, selfTestOf, unlessMissing } from '../compare-trunk.ts';
import { namedBy } from '../forge.ts';
import { optionOf } from '../option-of.ts';
import { defineVerb, type Terminal } from '../verb.ts';

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
    'self-test': {
      field: flag,
      help: 'How often the gate blocks harmless merges here, by the evaluations of trunk that are committed or recorded.',
    },
    remote: {
      field: text('a remote'),
      value: 'R',
      help: 'Remote, or address, that keeps the ledger. Default: origin.',
    },
    html: {
      field: text('a path'),
      value: 'FILE',
      help: 'Writes the comparison as one HTML page, too.',
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
    'model-gates compare --self-test',
    'model-gates compare --outcomes ab.jsonl --split 90:10 --guardrail latency_ms:lower:50',
  ],
  async run(values, positionals, terminal) {
    const report = await compared(values, positionals, terminal);
    if (values.html !== undefined) await write(values.html, report, values.remote, terminal);
    return { report };
  },
});

interface Asked {
  readonly outcomes?: string;
  readonly baseline?: string;
  readonly candidate?: string;
  readonly id?: string;
  readonly remote?: string;
  readonly 'self-test'?: boolean;
}

type Values = Readonly<Record<string, unknown>>;
type Compared = Report<CompareFacts>;

async function compared(
  values: Asked & Values,
  positionals: readonly string[],
  terminal: Terminal,
): Promise<Compared> {
  const { outcomes, baseline, candidate } = values;
  const [before, after, more] = positionals;
  const ways = [
    outcomes === undefined ? undefined : () => armsOf(outcomes, values),
    baseline === undefined || candidate === undefined
      ? undefined
      : () => resultsOf({ ...values, baseline, candidate }, terminal),
    before === undefined || after === undefined || more !== undefined
      ? undefined
      : () => versionsOf([before, after], values, terminal),
    values['self-test'] === true ? () => selfTestOf(values.remote, terminal) : undefined,
  ].filter((way) => way !== undefined);
  const [only, other] = ways;
  if (only !== undefined && other === undefined) return only();
  throw new UserError(
    only === undefined ? 'There is nothing to compare.' : 'More than one comparison was asked for.',
    {
      help: 'Name two versions of the ledger, or two files of results with --baseline and --candidate, or one of outcomes with --outcomes; or ask for --self-test.',
    },
  );
}

async function armsOf(outcomes: string, values: Values): Promise<Compared> {
  const { compareOutcomes } = await import('#lib/compare');
  return compareOutcomes({
    tree: await pathTree(outcomes),
    columns: columnsOf(values),
    settings: settingsOf(values),
    now: Date.now,
  });
}

async function resultsOf(
  { baseline, candidate, id, ...values }: Asked & Required<Pick<Asked, 'baseline' | 'candidate'>>,
  terminal: Terminal,
): Promise<Compared> {
  const { compareResults } = await import('#lib/compare');
  return compareResults({
    baseline: await resultsTree(terminal, baseline),
    candidate: await pathTree(candidate),
    settings: settingsOf({ ...values }),
    ...(id !== undefined && { id }),
    now: Date.now,
  });
}

async function versionsOf(
  [baseline, candidate]: readonly [string, string],
  values: Asked & Values,
  terminal: Terminal,
): Promise<Compared> {
  const { compareVersions } = await import('#lib/compare');
  const ledger = await currentLedger(terminal, values.remote);
  const { code, close } = await currentCode(terminal, values.remote);
  try {
    const here = await unlessMissing(() => policyOfTrunk(terminal, values.remote), terminal);
    const settings = settingsOf(values, here === undefined ? compareDefaults : settingsBy(here.compare));
    const request = { baseline, candidate, settings };
    return await compareVersions(request, { ledger, now: Date.now, ...code });
  } finally {
    await Promise.all([ledger.close(), close()]);
  }
}

async function write(
  file: string,
  report: Compared,
  remote: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const { pageOf } = await import('#lib/compare');
  const { cwd } = terminal;
  // Files need no repository; rows of the ledger are shown where its remote is.
  const isRecorded = report.facts.versions !== undefined;
  const found = isRecorded
    ? await unlessMissing(async () => namedBy(await currentRepository(terminal, remote)), terminal)
    : undefined;
  const { name, url: home } = found ?? { name: path.basename(cwd) };
  await writePage(
    path.resolve(cwd, file),
    pageOf(report, { name, home, madeAt: new Date(Date.now()).toISOString() }),
  );
}

function columnsOf(values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.keys(columns).flatMap((name) => {
      const value = values[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

/** What the command line says comes before the policy. */
function settingsOf(values: Values, base: CompareSettings = compareDefaults): CompareSettings {
  const given = Object.entries(values).filter(([name]) => Object.hasOwn(compareTable, name));
  return {
    ...base,
    ...Object.fromEntries(given.map(([name, value]) => [camelCase(name), value])),
  };
}
