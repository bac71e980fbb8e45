import { defineRules } from '../report/rule.ts';

/** What the ledger and a trace find. */
export const lineageRules = defineRules('lineage', {
  'request-unknown': {
    severity: 'error',
    summary: 'A log does not say which version answered a request, or says several.',
    example: 'gateway.jsonl has no entry of req-0351e58a8e16',
    fix: 'Let the gateway log the id of the serving version (`service.version`), as it is recorded.',
  },
  'signature-refused': {
    severity: 'warning',
    summary:
      'The ledger has a signature of an artifact that counts for nothing, so the artifact is shown as claimed.',
    example: 'the signature of weights qwen3-vl-sft-7781 does not count: it is signed by mallory@example.org',
    fix: 'Record a signature of somebody whom `signatures` of the policy names (record-lineage), and find out who made this one.',
  },
  'invalid-record': {
    severity: 'error',
    summary:
      'A record cannot be written: a field is missing, unknown, of the wrong type or too long. Nothing was written.',
    example:
      '{ "inputs": [{ "kind": "commit", "id": "1a2b3c4" }], "outputs": [{ "kind": "image", "id": "qwen3-vl:pr-89" }] }',
    fix: 'Correct what is named; schema/lineage.schema.json tells every field. A commit is named by its full SHA.',
  },
  'unknown-commit': {
    severity: 'error',
    summary:
      'A record names a commit that neither the clone nor the remote has: nothing was written. Where nobody could be asked it is a notice, and the record was written.',
    example:
      '{ "inputs": [{ "kind": "commit", "id": "1a2b…" }], … } before 1a2b… was pushed, or with a slip in it.',
    fix: 'Push the commit, or correct the SHA; name a commit of another repository with `"external": true`. What a commit was before a rewrite may be gone: as input of a record whose output is the new commit it is not asked for.',
  },
  'id-taken': {
    severity: 'error',
    summary: 'Another record has this id and says something else. A record is never overwritten.',
    example: 'job-7781 is in the inbox with commit 1a2b3c4d, and is recorded again with 5e6f7a8b.',
    fix: 'Leave `id` out, so that it is made from the content; to fix a wrong record, write a new one with `corrects: <id>`.',
  },
  'conflicting-record': {
    severity: 'warning',
    summary:
      'Two records with one id say different things. The first to be compacted counts; the other is kept under conflicts/.',
    example: 'conflicts/job-7781@0f3a….json',
    fix: 'Read both. Write a new record with `corrects: <id>` that says what is true.',
  },
  'corrupt-record': {
    severity: 'warning',
    summary:
      'A record of the ledger cannot be read. The others are not affected; links that only it holds are missing.',
    example: 'refs/lineage/inbox/job-7781: it is not JSON in UTF-8',
    fix: 'Write the record anew under another id; the broken one stays as it is, or is removed by hand.',
  },
  'altered-record': {
    severity: 'error',
    summary:
      'A record is not what its id or its place says: its content does not have the hash that is its id, or it lies under the name of another. It does not count.',
    example:
      'record 4f1c…d2 does not count (by/commit/1a/1a2b…@4f1c…d2.json): its content does not have the hash that is its id',
    fix: 'See who pushed to `model-lineage` and `refs/lineage`, delete what they put there, and record the step anew. An id that is chosen, such as `job-7781`, cannot be checked.',
  },
  'corrected-record': {
    severity: 'notice',
    summary: 'A record stands for another from now on (`corrects`). Both versions are shown.',
    example:
      'corrected is record 4f1c… (says ada, 2026-11-20T10:05:00.000Z) by 5e6f… (says ada, 2026-11-21T09:00:00.000Z): metrics {"mmlu":0.7} -> {"mmlu":0.71}',
    fix: 'Nothing, if that is what was meant.',
  },
  'correction-refused': {
    severity: 'warning',
    summary:
      'A record that corrects another (`corrects`) does not count: its writer may not correct it. The one before it counts as ever.',
    example:
      'not corrected is record 4f1c… (says ada, …) by 5e6f… (says mallory, …): metrics {"mmlu":0.7} -> {"mmlu":0.9}; it is not by who wrote the other',
    fix: 'Let who wrote the record correct it, or name who may in `lineage.correctors` of the policy on trunk.',
  },
  'branch-rewritten': {
    severity: 'warning',
    summary:
      'The branch model-lineage is not where the last compaction left it: somebody has pushed to it or rewritten it. Records are read from the last compaction, which git still keeps.',
    example: 'refs/heads/model-lineage is at 1a2b3c4d, refs/lineage/head at 5e6f7a8b.',
    fix: 'Put it back: git push --force origin refs/lineage/head:refs/heads/model-lineage (after fetching refs/lineage/head), and protect the branch.',
  },
  'history-lost': {
    severity: 'error',
    summary:
      'A run of trunk saw the ledger at a commit from which the ledger of now does not follow, or records went from it since: branch and `refs/lineage/head` were moved together. What it says now is not to be trusted.',
    example:
      'the ledger was at 5e6f7a8b (seen 2026-11-20T10:05:00Z on commit 1a2b3c4d by github-actions[bot]), and is at 9f86d081, which does not follow from it',
    fix: 'Put the ledger back to the commit that was seen, which GitHub still has, and see who pushed; or list that commit under `lineage.abandoned` in the policy of trunk.',
  },
  'state-not-noted': {
    severity: 'notice',
    summary:
      'Where the ledger stands was not noted on the commit of trunk: a rewrite is noticed only against what earlier runs have noted.',
    example: 'could not write a commit status: the token may not',
    fix: 'Add `permissions: statuses: write` to the job.',
  },
  'no-results': {
    severity: 'error',
    summary:
      'Evaluation results were to be recorded, and no file matches, or a record names rows that are neither beside it nor in the ledger. Nothing was written.',
    example: 'No evaluation results match evals/*.jsonl, so none were recorded.',
    fix: 'Run the evaluation in a step before, correct `results`, or keep the rows of a replayed record beside its file.',
  },
  'corrupt-results': {
    severity: 'warning',
    summary:
      'Rows of an evaluation do not have the SHA-256 that their name and their record state. Nobody compares with them; where one writes the same name, nothing is written (an error).',
    example: 'refs/lineage/inbox/results@9f86d0… was left in the inbox: its content has the SHA-256 5e6f7a…',
    fix: 'Delete that ref, and record the results of the evaluation anew.',
  },
  'other-name': {
    severity: 'notice',
    summary:
      'The commit that was asked for is recorded under another name: as a tag names it, with the same files or the same change after a squash or a rebase, by its pull request, or by a recorded move.',
    example: 'The squash of #89 on main, of which only the head of the pull request was recorded.',
    fix: 'Nothing; a record from the old commit to the new one says so for good.',
  },
  'unknown-id': {
    severity: 'error',
    summary:
      'Nothing in the ledger has this id, digest or SHA. The ledger was read: this is not a failed look-up.',
    example: 'model-gates trace svc-qwen-v32',
    fix: 'Check the spelling; record the artifact where it is made (record-lineage).',
  },
  'missing-link': {
    severity: 'warning',
    summary: 'The chain ends before a commit: no record says what an artifact was made of.',
    example: 'no record says which job made weights qwen3-vl-30b-sft-7781',
    fix: 'Add record-lineage to the step that makes it. What was made elsewhere is named with `"external": true`.',
  },
  'ambiguous-link': {
    severity: 'warning',
    summary:
      'The records allow several answers: an id that moved was named without its digest, or two records name different origins.',
    example: 'image qwen3-vl:pr-89 had two digests; the newer one before the job started was followed.',
    fix: 'Record digests with every id that moves, and give each job its own id.',
  },
  'clock-skew': {
    severity: 'notice',
    summary:
      'A record says that something was used before it was made, or was written in the future: a clock is wrong.',
    example: 'job-7781 at 10:04 uses image qwen3-vl:pr-89, recorded at 10:09.',
    fix: 'Set the clock of the machine. The chain does not depend on it, except where an id without digest is ambiguous, and where the name of a service stands for its last version: `replaces` settles that.',
  },
  'not-on-trunk': {
    severity: 'warning',
    summary:
      'A chain leads to a commit that neither trunk nor a release branch holds: no gate of a merge has judged what was built from it.',
    example: 'commit 5e6f7a8b is neither on main nor on a release branch',
    fix: 'Build what is served from trunk. Before its merge, a commit of a pull request is rightly not there.',
  },
  'details-unread': {
    severity: 'warning',
    summary:
      'The chain was found, but the commit, its pull request or the history of a line could not be read.',
    example: '5e6f7a8b is not here, and the repository has no remote named "origin"',
    fix: 'Run it in a clone of the repository, or pass a token with `contents: read` and `pull-requests: read`.',
  },
  'not-whole': {
    severity: 'warning',
    summary:
      'More records mention an artifact, or more artifacts are in the chain, than one question looks at. What is reported is true, but incomplete.',
    example: 'weights qwen3-vl-base is in 5200 records, of which 2000 were read',
    fix: 'Ask from the other end of the chain, for a nearer artifact, or for a digest.',
  },
  'look-alike-id': {
    severity: 'notice',
    summary:
      'An id mixes Latin letters with Cyrillic or Greek ones, or holds forms such as full-width letters. It was written; who types what they see will not find it.',
    example: 'ѕvc-qwen is written with characters that look like others: ѕ (U+0455)',
    fix: 'Use one script in a name.',
  },
  'commit-mismatch': {
    severity: 'warning',
    summary:
      'A job ran one commit in an image that was built from another: the code that ran is not certain.',
    example: 'job-7781 names commit 1a2b3c4d, its image was built from 5e6f7a8b.',
    fix: 'Build the image from the commit that is trained, or mount the code and record both.',
  },
  'not-reproducible': {
    severity: 'warning',
    summary:
      'A training job cannot be repeated exactly: its records lack the commit, image digest, command, seed, or digests of configs, locks or weights.',
    example: 'model-gates trace job-7781 --reproduce',
    fix: 'Give them to record-lineage where the job starts: `from`, `command`, `seed`, `configs`, `locks`.',
  },
  'experiment-opened': {
    severity: 'notice',
    summary:
      'A change only tunes: the runs that it asks for wait in the experiment tracker that the policy names.',
    example: '#89 configs/train.yaml waits at https://mlflow.example/#/experiments/1/runs/6f0c…',
    fix: 'Nothing is to be fixed: train it with the run’s id as MLFLOW_RUN_ID.',
  },
  'experiment-not-opened': {
    severity: 'warning',
    summary:
      'A change only tunes, and its run could not be opened in the experiment tracker that the policy names: it is evaluated in full.',
    example: 'MLflow at https://mlflow.example/ did not take runs/create: it answered 403',
    fix: 'Check tracker in the policy and the credentials in MLFLOW_TRACKING_TOKEN, and run it again: what was opened already is found, not doubled.',
  },
  'not-registered': {
    severity: 'error',
    summary:
      'The weights of the chain were not registered with MLflow: it could not be reached, it refused, or the chain has no weights.',
    example: 'MLflow at https://mlflow.example/ did not take model-versions/create: it answered 403',
    fix: 'Check the address and the credentials in MLFLOW_TRACKING_TOKEN, and run it again: what was registered already is found, not doubled.',
  },
  'not-sent': {
    severity: 'error',
    summary:
      'Not all records reached the OpenLineage backend: it could not be reached, or it refused an event. What was sent before stays there.',
    example:
      'https://marquez.example/api/v1/lineage did not take record 4f2a…: it answered 400 (Unable to process JSON)',
    fix: 'Check the address and the key in OPENLINEAGE_API_KEY, and run it again: an event that is sent again is the same run, and is not doubled.',
  },
});
