import type { Board } from '../model.ts';
import { html, type Html } from './markup.ts';

const recording = `- uses: model-gates/model-gates/actions/record-lineage@v1
  with:
    from: weights qwen3-vl-30b-sft sha256:…
    to: serving svc-qwen-v23
    service: qwen3-vl`;

/** What the page says of a ledger that was read and holds nothing. */
export function beginning({ trunk }: Board): Html {
  return html`<section id="begin" aria-labelledby="begin-title">
    <h2 id="begin-title">The ledger is empty</h2>
    <p>
      It was read, and holds no record yet. Four steps fill this page; each is one step in a workflow that is
      there already.
    </p>
    <ol class="begin">
      <li>
        <strong>Merge.</strong> On <code>push</code> to ${trunk}, record the gates’ verdicts:
        <code>from: commit …</code>, <code>to: verdict …</code>, <code>reports</code>, <code>metrics</code>.
      </li>
      <li>
        <strong>Build.</strong> Where the image is built: <code>from: commit …</code>,
        <code>to: image NAME sha256:…</code>.
      </li>
      <li>
        <strong>Train.</strong> Where the job runs: <code>from: commit …</code> and <code>image …</code>,
        <code>to: job …</code>; then <code>from: job …</code>, <code>to: weights …</code>.
      </li>
      <li><strong>Deploy.</strong> Where it is served:</li>
    </ol>
    <pre><code>${recording}</code></pre>
    <p>
      A job in the same repository may do it too: <code>model-gates record FILE</code>. The next run of
      <code>build-dashboard</code> shows what was recorded.
    </p>
  </section> `;
}
