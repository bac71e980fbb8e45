/** A realistic failing report of a Qwen3-VL repository: what every renderer is shown. */
import type { Finding, Report } from '../../../src/report/model.ts';
import type { RenderOptions } from '../../../src/report/options.ts';
import type { RuleDoc } from '../../../src/report/rule.ts';

export const headSha = '5e6f7a8b9c0d1e2f3a4b5c6d7e8f901234567890';
export const source = { url: 'https://git.example/vision/qwen3-vl', sha: headSha };
export const options: RenderOptions = {
  source,
  rulesUrl: 'https://git.example/tools/model-gates/blob/v1/docs/rules.md',
  runUrl: 'https://git.example/vision/qwen3-vl/actions/runs/7',
  fullReport: 'the artifact model-gates-report',
};

const config: Finding[] = [
  {
    rule: 'config/unregistered-parameter',
    severity: 'error',
    message: 'num_expert is not registered: the training code would ignore it and use 128 experts.',
    file: 'configs/qwen3_vl_30b.yaml',
    line: 14,
    column: 3,
    endColumn: 13,
    help: 'Did you mean num_experts? Else register num_expert in .github/model-registry.yml with its type, range and owner.',
  },
  {
    rule: 'config/number-as-text',
    severity: 'error',
    message:
      'learning_rate is written 3e-4, which PyYAML reads as the text "3e-4": a number in YAML 1.1 needs a dot and a sign.',
    file: 'configs/qwen3_vl_30b.yaml',
    line: 41,
    column: 18,
    endColumn: 22,
    help: 'Write 3.0e-4.',
  },
  {
    rule: 'config/number-as-text',
    severity: 'error',
    message: 'weight_decay is written 1e-2, which PyYAML reads as the text "1e-2".',
    file: 'configs/qwen3_vl_30b.yaml',
    line: 44,
    column: 17,
    help: 'Write 1.0e-2.',
  },
  {
    rule: 'config/widened-range',
    severity: 'warning',
    message: 'The range of router_aux_loss_coef is widened from [0, 0.01] to [0, 0.1].',
    file: '.github/model-registry.yml',
    line: 88,
    column: 5,
    help: 'Ask @moe-owners, who own the parameter, for a review.',
  },
];

const moves: Finding[] = [
  {
    rule: 'deps/undeclared-move',
    severity: 'error',
    message: 'torch moves from 2.9.1 to 2.10.0 (minor), and nothing in this change asks for it.',
    file: 'uv.lock',
    line: 2817,
    column: 1,
    help: 'Run `uv lock --upgrade-package vllm` alone, or state the move in .github/dependency-moves.txt: torch 2.9.1 -> 2.10.0',
  },
  {
    rule: 'deps/undeclared-move',
    severity: 'error',
    message: 'transformers moves from 4.57.6 to 5.0.0 (major), and nothing in this change asks for it.',
    file: 'uv.lock',
    line: 3120,
    column: 1,
    help: 'Restore the entry of transformers from trunk, or state the move in .github/dependency-moves.txt: transformers 4.57.6 -> 5.0.0',
  },
];

const regression: Finding[] = [
  {
    rule: 'regression/drop',
    severity: 'error',
    message:
      'f1 on docvqa_mini fell by 1.8 points (92.4 to 90.6, 95% interval -2.9 to -0.7, 2,000 paired samples): a drop of 0.5 is tolerated.',
    file: 'eval/results/docvqa_mini.jsonl',
    help: 'Look at the slices that lost most below, fix the change, and evaluate again; or ask a release manager for an exemption.',
  },
];

export const report: Report = {
  schema: 1,
  gate: 'model-gates',
  verdict: 'fail',
  title: '3 of 5 gates failed: config, dependencies, regression.',
  findings: [],
  facts: {},
  durationMs: 4210,
  reports: [
    {
      schema: 1,
      gate: 'validate-model-config',
      verdict: 'fail',
      title: '3 errors in configs/qwen3_vl_30b.yaml',
      findings: config,
      facts: {
        files: [
          {
            file: 'configs/qwen3_vl_30b.yaml',
            parameters: { total: 31_070_754_032n, active: 3_300_000_000 },
            change: 'structural',
          },
        ],
      },
      sections: [
        {
          kind: 'table',
          title: 'Changed parameters',
          columns: [
            { title: 'parameter', code: true },
            { title: 'before', code: true },
            { title: 'after', code: true },
            { title: 'kind' },
          ],
          rows: [
            ['num_experts_per_tok', '8', '10', 'structural'],
            ['training.learning_rate', '1.0e-4', '"3e-4"', 'tuning'],
            ['vision_config.deepstack_visual_indexes', '[8, 16, 24]', '[8, 16, 24]', 'structural'],
          ],
        },
      ],
      durationMs: 412,
    },
    {
      schema: 1,
      gate: 'detect-dep-drift',
      verdict: 'fail',
      title: '2 watched packages change without being requested: torch, transformers',
      findings: moves,
      facts: {
        moves: [
          {
            name: 'torch',
            before: ['2.9.1'],
            after: ['2.10.0'],
            class: 'minor',
            direct: false,
            watched: true,
            file: 'uv.lock',
            line: 2817,
          },
        ],
      },
      sections: [
        {
          kind: 'table',
          title: '6 other packages move',
          columns: [
            { title: 'package', code: true },
            { title: 'before', align: 'right', code: true },
            { title: 'after', align: 'right', code: true },
            { title: 'class' },
          ],
          rows: [
            ['huggingface-hub', '0.36.0', '1.2.1', 'major'],
            ['nvidia-cudnn-cu12', '9.10.2.21', '9.13.0.50', 'minor'],
            ['sympy', '1.14.0', '1.14.0', 'same'],
          ],
        },
      ],
      durationMs: 655,
    },
    {
      schema: 1,
      gate: 'regression-gate',
      verdict: 'fail',
      title: 'f1 fell by 1.8 points, more than the tolerated 0.5',
      findings: regression,
      facts: {
        metrics: [
          {
            name: 'f1',
            n: 2000,
            baseline: 92.4,
            candidate: 90.6,
            delta: -1.8,
            ci: [-2.9, -0.7],
            discordant: 118,
            minimalDetectableDrop: 1.1,
            verdict: 'fail',
          },
        ],
      },
      sections: [
        {
          kind: 'table',
          title: 'Metrics',
          open: true,
          columns: [
            { title: 'metric', code: true },
            ...['samples', 'trunk', 'this change', 'difference', '95% interval'].map((title) => ({
              title,
              align: 'right' as const,
            })),
            { title: 'verdict' },
          ],
          rows: [
            ['f1', '2,000', '92.40', '90.60', '-1.80', '-2.90 to -0.70', 'failed'],
            ['exact_match', '2,000', '84.10', '83.95', '-0.15', '-0.80 to 0.50', 'passed'],
          ],
        },
        {
          kind: 'list',
          title: 'Slices that lost most',
          items: ['language=zh: -4.1 points over 310 samples', 'pages>20: -3.3 points over 95 samples'],
        },
      ],
      durationMs: 2904,
    },
    {
      schema: 1,
      gate: 'check-branch',
      verdict: 'pass',
      title: 'feature/deepstack-tuning is 19 hours old and 2 commits behind trunk',
      findings: [],
      facts: { ageHours: 19 },
      durationMs: 96,
    },
    {
      schema: 1,
      gate: 'record-lineage',
      verdict: 'skipped',
      title: 'Nothing to record before the merge',
      findings: [],
      facts: {},
      sections: [
        {
          kind: 'mermaid',
          title: 'Lineage so far',
          source: 'graph LR\n  c[commit 5e6f7a8b] --> i[image]\n  i --> j[training job]',
        },
      ],
    },
  ],
};

/** The other verdicts, each in a report of one gate. */
export const others: Readonly<Record<'pass' | 'inconclusive' | 'exempt' | 'skipped', Report>> = {
  pass: {
    schema: 1,
    gate: 'detect-dep-drift',
    verdict: 'pass',
    title: 'No watched package moves.',
    findings: [],
    facts: { moves: [] },
    durationMs: 320,
  },
  inconclusive: {
    schema: 1,
    gate: 'regression-gate',
    verdict: 'inconclusive',
    title: 'The baseline has no results for 412 of 2,000 samples.',
    findings: [
      {
        rule: 'regression/unpaired',
        severity: 'warning',
        message: '412 samples have no partner in the baseline.',
        file: 'eval/results/docvqa_mini.jsonl',
        help: 'Evaluate the merge base on the same samples.',
      },
    ],
    facts: {},
  },
  exempt: {
    schema: 1,
    gate: 'regression-gate',
    verdict: 'exempt',
    title: 'f1 fell by 1.8 points; exempted by release-manager.',
    findings: regression,
    facts: {},
    exemption: {
      by: 'release-manager',
      at: '2026-03-01T09:30:00Z',
      sha: headSha,
      label: 'hotfix',
      reason: 'Production outage.',
    },
  },
  skipped: {
    schema: 1,
    gate: 'regression-gate',
    verdict: 'skipped',
    title: 'No evaluation results to judge.',
    findings: [],
    facts: {},
  },
};

export const ruleDocs: RuleDoc[] = [
  {
    id: 'config/unregistered-parameter',
    severity: 'error',
    summary: 'A parameter that is not in the registry. The training code would ignore it.',
    example: 'num_expert: 128',
    fix: 'Correct the name, or register the parameter.',
  },
];

/** Texts as a hostile pull request would write them. */
export const hostileTexts = [
  '</details><script>alert(1)</script>',
  '| a | b |\n|---|---|',
  '::error file=a::b\r::set-env name=A::b\n##[add-mask]x',
  '@octocat @org/team #123 GH-7 org/repo#5 5e6f7a8b9c0d1e2f3a4b5c6d7e8f901234567890',
  '![x](https://evil.example/a.png) [y](javascript:alert(1)) https://evil.example www.evil.example',
  '`` ` ``` ```` code',
  '\u202Enum_experts\u202C \u200Bzero\u00ADwidth \u0000 \u001B[31mred\u001B[0m \u001B]0;title\u0007',
  '# heading\n- list\n1. item\n> quote\n```\nfence',
  '$x$ :x: :100: uv.lock:100:3 ~~a~~ **b** __c__',
  '<!-- model-gates:other --> &lt; &amp; <img src=x onerror=y>',
  '\uD800 lone, 🦙 emoji, 你好 wide, e\u0301',
  '__proto__',
  '',
];

/** Every text that a renderer may meet, hostile. */
export function hostileReport(text: string): Report {
  const finding: Finding = {
    rule: 'config/x',
    severity: 'error',
    message: text,
    help: text,
    file: text || 'a',
    line: 3,
    column: 1,
  };
  return {
    schema: 1,
    gate: 'validate-model-config',
    verdict: 'fail',
    title: text,
    findings: [finding, { ...finding, rule: text, severity: 'notice' }],
    facts: {},
    sections: [
      {
        kind: 'table',
        title: text,
        columns: [{ title: text }, { title: text, code: true }],
        rows: [[text, text], [text]],
      },
      { kind: 'list', title: text, items: [text, text] },
      { kind: 'mermaid', title: text, source: text },
    ],
    exemption: { by: text, at: text, sha: text, label: text, reason: text },
    reports: [{ schema: 1, gate: text, verdict: 'exempt', title: text, findings: [finding], facts: {} }],
  };
}
