import { defineRules } from '../report/rule.ts';

export const promotionRules = defineRules('promotion', {
  'unknown-version': {
    severity: 'error',
    summary:
      'The version is not in the ledger, or does not lead to one artifact of the kind that the target serves.',
    example: 'model-gates promote v2.4.0 --to prod, where nothing is recorded of v2.4.0',
    fix: 'Record the weights or the image where they are made (record-lineage), or name the artifact itself.',
  },
  'evidence-missing': {
    severity: 'error',
    summary:
      'A piece of the evidence that the target requires is not there: the chain to a commit of trunk, a verdict, an evaluation of this very version, its digest, a signature.',
    example: 'no verdict of regression-gate is recorded for qwen3-vl-sft-7781',
    fix: 'Do what the finding says. In an emergency an approver of the target promotes it with `--force --reason`, which is recorded.',
  },
  'evidence-wrong': {
    severity: 'error',
    summary:
      'A piece of evidence speaks against the version: a gate failed, a digest or a signature differs, records contradict each other. Nothing lifts it.',
    example: 'regression-gate said fail of 1a2b3c4d on 2026-11-20',
    fix: 'Promote another version.',
  },
  forced: {
    severity: 'warning',
    summary: 'The version was promoted although evidence is missing. Who forced it and why is in the record.',
    example: 'grace promoted it without an evaluation: the old one leaks prompts',
    fix: 'Bring the evidence afterwards.',
  },
  'not-editable': {
    severity: 'error',
    summary:
      'A manifest cannot be edited surely, or does not have what the target names. Nothing was changed.',
    example: 'deploy/prod/qwen.yaml:14:17: spec.predictor.model.storageUri is a template',
    fix: 'Fix the manifest at the place that is shown, or correct the target in the policy.',
  },
  'next-step-waits': {
    severity: 'notice',
    summary: 'The next step of the ladder is not due, or its judge has not decided. Nothing was changed.',
    example: 'the next step, 25 %, is due at 2026-11-20T10:30:00Z',
    fix: 'Nothing: the schedule goes on. `--weight` takes a step at once.',
  },
  'judged-worse': {
    severity: 'error',
    summary: 'The judge of the ladder says that the version does worse than the one before.',
    example: 'the judge said failure at 5 %',
    fix: 'Roll back: `model-gates promote --rollback TARGET`.',
  },
  moved: {
    severity: 'error',
    summary: 'The branch of the manifests moved each time before the edit could land. Nothing was changed.',
    example: 'main moved 30 times',
    fix: 'Run it again.',
  },
  'not-recorded': {
    severity: 'error',
    summary: 'The edit landed, and what serves could not be recorded in the ledger.',
    example: 'the remote did not take refs/lineage/inbox/…',
    fix: 'Run the same command again: it finds the edit there and records it.',
  },
  'not-announced': {
    severity: 'warning',
    summary: 'The edit landed, and GitHub did not take the deployment, its status or the comment.',
    example: 'could not create the deployment: the token lacks deployments: write',
    fix: 'Give the job `deployments: write` and `issues: write`, and run it again.',
  },
  'nothing-to-roll-back': {
    severity: 'error',
    summary: 'The ledger does not say what served before, or the bytes of before cannot be put back surely.',
    example: 'nothing is recorded as serving qwen-vl before svc-qwen-v23',
    fix: 'Promote the version that is to serve.',
  },
  drift: {
    severity: 'error',
    summary: 'A manifest does not say what the ledger says serves.',
    example: 'deploy/prod/qwen.yaml:14:17: storageUri is s3://…/v24; by the ledger qwen-vl serves s3://…/v23',
    fix: 'Where the manifest is right, record what serves; where it is not, promote the version again.',
  },
  'not-compared': {
    severity: 'warning',
    summary: 'Nothing is recorded as serving from a target, so its manifests are compared with nothing.',
    example: 'no record says what serves qwen-vl',
    fix: 'Promote a version with model-gates, or record what serves (record-lineage).',
  },
});
