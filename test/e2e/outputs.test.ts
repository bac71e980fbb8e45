import { describe, expect, test } from 'vitest';
import { readActions } from '../../scripts/docs/action-metadata.ts';
import { outputDifferences } from '../support/contract/outputs.ts';
import { root } from '../support/contract/sources.ts';
import { pullRequestEvent, pushEvent } from '../support/events.ts';
import { createRepository, type TestRepository } from '../support/repository.ts';
import { runAction, type RunnerEvent } from '../support/runner.ts';

/** The event that an action is for, on a change of one config; what is not listed judges a pull request. */
const events: Readonly<Record<string, (before: string, after: string) => RunnerEvent>> = {
  'emit-version-tag': (before, after) => pushEvent({ ref: 'refs/heads/main', before, after }),
};

describe.each(readActions(root))('$folder', (action) => {
  test('sets each output of its action.yml and no other', async () => {
    const repository = createRepository();
    const { outputs } = await runAction({
      action: action.folder,
      workspace: repository.root,
      event: change(repository, action.id),
    });
    expect(outputDifferences(action, outputs)).toEqual({ unset: [], undeclared: [] });
  });
});

test('a difference is found in both directions', () => {
  const action = {
    outputs: new Map([
      ['verdict', ''],
      ['report', ''],
    ]),
  };
  expect(outputDifferences(action, { verdict: 'pass', tag: '' })).toEqual({
    unset: ['report'],
    undeclared: ['tag'],
  });
});

function change(repository: TestRepository, id: string): RunnerEvent {
  const base = repository.commit({
    'configs/model.yaml': 'learning_rate: 0.1\n',
    'requirements.txt': 'torch==2.9.1\n',
  });
  repository.branch('feature');
  const head = repository.commit({ 'configs/model.yaml': 'learning_rate: 0.2\n' });
  // As on a runner: what is tagged is on the remote.
  repository.publish();
  const event = events[id];
  return event === undefined
    ? pullRequestEvent({ base: { sha: base }, head: { ref: 'feature', sha: head } })
    : event(base, head);
}
