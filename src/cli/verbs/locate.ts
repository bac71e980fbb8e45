import { withFindings } from '../../report/make.ts';
import { choice, flag, integer, number, text } from '../../kernel/fields.ts';
import { openLocate } from '../../runner/locate/open-locate.ts';
import { currentLedger, currentRepository } from '../change.ts';
import { defineVerb } from '../verb.ts';

export const locateVerb = defineVerb({
  name: 'locate',
  summary: 'Says which merge made a metric fall, from what was measured of each.',
  options: {
    metric: {
      field: text('a metric'),
      value: 'NAME',
      help: 'Metric that fell, such as accuracy or latency:lower. Default: as the policy says, else what the results carry.',
    },
    results: {
      field: text('a pattern'),
      value: 'PATTERN',
      help: "Result files of the commits, {sha} in place of each SHA (7 digits or more): 'results/{sha}.jsonl'. Default: the ledger.",
    },
    good: {
      field: text('a revision'),
      value: 'REF',
      help: 'Last state that was good. Default: the last release after which at least two commits were evaluated, else the oldest commit that was.',
    },
    bad: {
      field: text('a revision'),
      value: 'REF',
      help: 'First state that is known to be bad. Default: HEAD.',
    },
    ledger: {
      field: choice(['only', 'also']),
      value: 'HOW',
      help: 'only: what the ledger keeps and nothing else; also: beside the files of --results.',
    },
    flat: {
      field: flag,
      help: 'Count every merge as equally likely before any evaluation, whatever it changed.',
    },
    'max-evaluations': {
      field: integer({ min: 0, max: 1000 }),
      value: 'N',
      help: 'Evaluate up to N merges, each time the one that says most, by regression.evaluate of the policy; with --results they are kept there. Default: none.',
    },
    'max-minutes': {
      field: number({ min: 0 }),
      value: 'M',
      help: 'The same for up to M minutes.',
    },
    evaluate: {
      field: text('a revision'),
      value: 'REF',
      help: 'Evaluate this merge and no other, such as one that `next` names; with --results it is kept there.',
    },
    remote: {
      field: text('a remote'),
      value: 'R',
      help: 'Remote, or address, that keeps the ledger. Default: origin.',
    },
  },
  examples: [
    "model-gates locate --metric accuracy --results 'results/{sha}.jsonl'",
    'model-gates locate --metric accuracy --good v2.3.0 --ledger only --json',
    "model-gates locate --metric accuracy --good v2.3.0 --bad main --results 'located/{sha}.jsonl' --max-evaluations 8",
  ],
  async run(options, _positionals, terminal) {
    const {
      results,
      ledger,
      flat,
      remote,
      metric,
      good,
      bad,
      'max-evaluations': most,
      'max-minutes': minutes,
      evaluate,
    } = options;
    const isOnlyLedger = ledger === 'only';
    const budget = isOnlyLedger ? {} : { maxEvaluations: most, maxMinutes: minutes, only: evaluate };
    const repository = await currentRepository(terminal);
    const asksLedger = results === undefined || ledger !== undefined;
    const { request, ports, findings } = await openLocate(
      { metric, good, bad, ...budget },
      {
        repository,
        cwd: terminal.cwd,
        flat: flat === true,
        results: isOnlyLedger ? undefined : results,
        log: terminal.log,
        ledger: asksLedger ? () => currentLedger(terminal, remote) : undefined,
      },
    );
    const { locateMerge } = await import('#lib/locate');
    return { report: withFindings(await locateMerge(request, ports), findings) };
  },
});
