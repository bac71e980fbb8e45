import { beforeAll, describe, expect, it } from 'vitest';
import { gatedScene, policyText } from '../support/gated.ts';
import type { Files, Scene } from '../support/scene.ts';

/** The names of a bot and of its branches, both of which others may want to bear. */
const policy = policyText(
  'dependencies: { bots: ["renovate[bot]", renovate, "29139614"], bot-branches: ["renovate/*"] }\n',
);

const lock = (version: string): Files => ({
  'requirements.txt': undefined,
  'pyproject.toml': '[project]\nname = "m"\nversion = "0"\ndependencies = ["torch>=2.9"]\n',
  'uv.lock': `version = 1

[[package]]
name = "m"
version = "0"
source = { editable = "." }
dependencies = [{ name = "torch" }]

[package.metadata]
requires-dist = [{ name = "torch", specifier = ">=2.9" }]

[[package]]
name = "torch"
version = "${version}"
source = { registry = "https://index.example/simple" }
`,
});

interface Author {
  readonly author: string;
  readonly authorType: 'Bot' | 'User' | 'Organization';
  readonly fork?: string;
  readonly authorId?: number;
}

describe.each(['.', 'actions/detect-dep-drift'])(
  'the action %s takes for a bot only what GitHub calls one',
  (action) => {
    let scene: Scene;
    beforeAll(async () => {
      scene = await gatedScene({
        policy,
        base: lock('2.9.1'),
        head: lock('2.10.0'),
        branch: 'renovate/torch',
      });
    });

    it.each<[string, Author, 'pass' | 'fail']>([
      ['the App that the policy names', { author: 'renovate[bot]', authorType: 'Bot' }, 'pass'],
      ['it in other letters', { author: 'Renovate[bot]', authorType: 'Bot' }, 'pass'],
      [
        'it from a fork of its own',
        { author: 'renovate[bot]', authorType: 'Bot', fork: 'bots/qwen3-vl' },
        'pass',
      ],
      [
        'an App under a new name, by its number',
        { author: 'mend[bot]', authorType: 'Bot', authorId: 29139614, fork: 'bots/qwen3-vl' },
        'pass',
      ],
      [
        'a person with that number',
        { author: 'eve', authorType: 'User', authorId: 29139614, fork: 'eve/qwen3-vl' },
        'fail',
      ],
      ['another App on its branch', { author: 'dependabot[bot]', authorType: 'Bot' }, 'pass'],
      ['another App in a fork', { author: 'eve[bot]', authorType: 'Bot', fork: 'eve/qwen3-vl' }, 'fail'],
      ['a workflow on its branch', { author: 'github-actions[bot]', authorType: 'Bot' }, 'fail'],
      ['a person on its branch', { author: 'eve', authorType: 'User' }, 'fail'],
      [
        'a person on its branch in a fork',
        { author: 'eve', authorType: 'User', fork: 'eve/qwen3-vl' },
        'fail',
      ],
      ['a person who has its name', { author: 'renovate', authorType: 'User' }, 'fail'],
      ['an organization of its name', { author: 'renovate', authorType: 'Organization' }, 'fail'],
    ])('%s: %s', async (_, pull, verdict) => {
      const run = await scene.run({ action, pull });
      expect(run.outputs[action === '.' ? 'detect-dep-drift' : 'verdict']).toBe(verdict);
    });
  },
);
