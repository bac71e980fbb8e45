import type { Block, Inline } from '../../report/html/model.ts';
import type { Board } from '../model.ts';

/** What the page says of a ledger that was read and contains nothing. */
export function beginning({ trunk }: Board): Block[] {
  const items: Inline[] = [
    [
      { strong: 'Merge.' },
      ' On `push` to ',
      { text: trunk },
      ', record the gates’ verdicts: `from: commit …`, `to: verdict …`, `reports`, `metrics`.',
    ],
    [{ strong: 'Build.' }, ' Where the image is built: `from: commit …`, `to: image NAME sha256:…`.'],
    [
      { strong: 'Train.' },
      ' Where the job runs: `from: commit …` and `image …`, `to: job …`; then `from: job …`, `to: weights …`.',
    ],
    [{ strong: 'Deploy.' }, ' Where it is served:'],
  ];
  return [
    {
      kind: 'text',
      words:
        'It was read, and contains no record yet. Four steps fill this page; each is one step in a workflow that is there already.',
    },
    { kind: 'list', items },
    { kind: 'code', text: recording },
    {
      kind: 'text',
      words:
        'A job in the same repository may do it too: `model-gates record FILE`. The next run of `build-dashboard` shows what was recorded.',
    },
  ];
}

const recording = `- uses: model-gates/model-gates/actions/record-lineage@v1
  with:
    from: weights qwen3-vl-30b-sft sha256:…
    to: serving svc-qwen-v23
    service: qwen3-vl`;
