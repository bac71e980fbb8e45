/** What a change did not bring says so, in each gate that finds something at a place: the same files at base and head, but for what changed beside it. */
import { describe, expect, test } from 'vitest';
import { checkVerb } from '../../../src/cli/verbs/check.ts';
import { allFindings, type Finding } from '../../../src/report/model.ts';
import { asBefore, atBase } from '../../../src/report/standing.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository } from '../../support/repository.ts';

type Files = Readonly<Record<string, string>>;

const policy = `config: { files: [configs/*.yaml] }
regression: { candidate: [evals/*.jsonl], metrics: [accuracy] }
inputs: { candidate: [inputs/*.jsonl] }
`;
const rows = (ids: readonly number[], wrong: number) =>
  ids
    .map((id) => `${JSON.stringify({ id: `q${id}`, target: 1, prediction: id === wrong ? 0 : 1 })}\n`)
    .join('');
const ids = Array.from({ length: 300 }, (_, index) => index);
const twice = [...ids, 3];
const locked = (versions: Readonly<Record<string, string>>) =>
  Object.entries(versions)
    .map(([name, version]) => `${name}==${version}\n`)
    .join('');
const fed = (value: number) => `${JSON.stringify({ id: 's0', input_ids: [1, 2, value] })}\n`;

const program =
  "import argparse\np = argparse.ArgumentParser()\np.add_argument('--lr', type=float)\np.parse_args()\n";

/** What stands at the base and still does, and the same where the change brought it. */
const scenes: readonly (readonly [rule: string, base: Files, fine: Files, head: Files])[] = [
  [
    'config/number-as-text',
    { 'configs/a.yaml': 'lr: 1e-5\nsteps: 1\n' },
    { 'configs/a.yaml': 'lr: 1.0e-5\nsteps: 1\n' },
    { 'configs/a.yaml': 'lr: 1e-5\nsteps: 2\n' },
  ],
  [
    'config/undeclared-argument',
    { 'train.py': program, 'run.sh': 'python train.py --what 1 --lr 2\n' },
    { 'train.py': program, 'run.sh': 'python train.py --lr 2\n' },
    { 'run.sh': '# longer\npython train.py --what 1 --lr 3\n' },
  ],
  [
    'deps/unreadable-line',
    { 'requirements.txt': 'torch==2.9.1\n== what\n' },
    { 'requirements.txt': 'torch==2.9.1\n' },
    { 'requirements.txt': 'torch==2.9.1\n== what\nnumpy==2.2.0\n' },
  ],
  [
    'deps/include-cycle',
    { 'requirements.txt': '-r requirements.txt\ntorch==2.9.1\n' },
    { 'requirements.txt': 'torch==2.9.1\n' },
    { 'requirements.txt': '-r requirements.txt\ntorch==2.9.1\nnumpy==2.2.0\n' },
  ],
  [
    'deps/broken-pair',
    { 'requirements.txt': locked({ torch: '2.9.1', torchvision: '0.23.0' }) },
    { 'requirements.txt': locked({ torch: '2.9.1', torchvision: '0.24.1' }) },
    { 'requirements.txt': locked({ torch: '2.10.0', torchvision: '0.23.0' }) },
  ],
  [
    'deps/locks-disagree',
    { 'requirements.txt': locked({ torch: '2.9.1' }), 'requirements-eval.txt': locked({ torch: '2.8.0' }) },
    { 'requirements.txt': locked({ torch: '2.8.0' }), 'requirements-eval.txt': locked({ torch: '2.8.0' }) },
    { 'requirements.txt': locked({ torch: '2.10.0' }), 'requirements-eval.txt': locked({ torch: '2.8.0' }) },
  ],
  [
    'regression/duplicate-sample',
    { 'evals/qa.jsonl': rows(twice, 5) },
    { 'evals/qa.jsonl': rows(ids, 5) },
    { 'evals/qa.jsonl': rows(twice, 6) },
  ],
  [
    'inputs/unreadable',
    { 'inputs/a.jsonl': `${fed(3)}{"id":` },
    { 'inputs/a.jsonl': fed(3) },
    { 'inputs/a.jsonl': `${fed(4)}{"id":` },
  ],
];

async function found(rule: string, base: Files, head: Files): Promise<readonly Finding[]> {
  const repository = createRepository();
  repository.commit({ '.github/model-gates.yml': policy, ...base });
  repository.branch('feature');
  repository.commit(head);
  const terminal = { cwd: repository.root, log: rememberingLog(), environment: {}, json: false };
  const outcome = await checkVerb.run({ base: 'main' }, [], terminal);
  if (!('report' in outcome)) throw new Error('no report');
  return allFindings(outcome.report).filter((finding) => finding.rule === rule);
}

const saysSo = ({ message }: Finding) => /it was so before this change/i.test(message);

describe.each(scenes)('%s', (rule, base, fine, head) => {
  test('says that it was so before', async () => {
    const findings = await found(rule, base, head);
    expect(findings.filter(saysSo)).not.toEqual([]);
  });

  test('does not where the change brought it', async () => {
    const findings = await found(rule, fine, head);
    expect(findings).not.toEqual([]);
    expect(findings.filter(saysSo)).toEqual([]);
  });
});

test('a file of the merge base has no line of the head, and no edit that repairs it', () => {
  const finding = { rule: 'a/b', severity: 'error', message: 'One is broken.', file: 'x', line: 3 } as const;
  expect(atBase(finding, 'merge base 1a2b3c4d')).toEqual({
    rule: 'a/b',
    severity: 'error',
    message: 'At the merge base 1a2b3c4d: One is broken; it was so before this change.',
    file: 'x',
    help: 'Nothing can be compared with it. Correct x on trunk, in a change of its own that is merged with an exemption (a label that the policy names).',
  });
});

test.each([
  ['it is', 'it is; it was so before this change'],
  ['It is.', 'It is; it was so before this change.'],
  ['Was it cut?', 'Was it cut? It was so before this change.'],
  ['two\nlines.', 'two\nlines; it was so before this change.'],
])('%j', (message, said) => {
  expect(asBefore({ rule: 'a/b', severity: 'error', message }).message).toBe(said);
});
