import { type Choices, parts as allParts, questions } from './choices.ts';

/** What a person must do or grant for what was chosen, in plain sentences. */
export function needs(trunk: string, { parts, managers, deploy }: Choices): string[] {
  const teams = managers.some((name) => name.includes('/'));
  const all: readonly (readonly [boolean, string])[] = [
    [
      true,
      `An administrator requires the check "gates" by a ruleset on ${trunk} and release/**, and lets code owners review .github/.`,
    ],
    [
      parts.has('merge'),
      'Settings › Actions › Workflow permissions lets GITHUB_TOKEN write, or no rule on tags v* stops it: model-merge makes the tags of releases.',
    ],
    [
      parts.has('nightly'),
      'Secret SYNC_APP_TOKEN, the token of a GitHub App with contents and pull-requests: write. Without it trunk is merged all the same, and the checks of the new commit wait until a person starts them.',
    ],
    [
      parts.has('hotfix'),
      `.github/workflows/${deploy} starts on workflow_dispatch and deploys; --deploy names another.`,
    ],
    [
      parts.has('labels'),
      'The label: gh label create skip-full-eval --description "see docs/exemptions.md of model-gates".',
    ],
    [
      teams && (parts.has('labels') || parts.has('hotfix')),
      'The token of a GitHub App with members: read, as the input github-token: GITHUB_TOKEN cannot see teams, and then nobody is entitled.',
    ],
  ];
  return all.filter(([isNeeded]) => isNeeded).map(([, text]) => text);
}

/** Which rules of a team hold from now on. */
export function kept({ parts, mode }: Choices): string[] {
  const regression =
    mode === 'strict'
      ? 'no metric falls by more than 0.5 points, at the price of 21 to 36 harmless changes of 100 blocked (500 samples)'
      : 'no metric falls: by paired statistics; what 500 samples alone cannot decide and fell by more than 0.5 points waits for a person, or for more samples (looks)';
  const always = [
    'configs are judged as the training code reads them',
    'no watched package changes without being requested',
    regression,
  ];
  return [...always, ...allParts.filter((part) => parts.has(part)).map((part) => questions[part].keeps)];
}
