import { describe, expect, it } from 'vitest';
import { type PullRequestOptions, pushEvent } from '../support/events.ts';
import {
  comment,
  exemptionPolicy,
  gatedScene,
  label,
  policyFile,
  policyText,
  results,
  worse,
} from '../support/gated.ts';
import type { GitHubApi } from '../support/github-api/index.ts';
import type { Content } from '../support/repository.ts';
import { injections } from './support/clean.ts';
import { payloads } from './support/payloads.ts';

type Files = Record<string, Content>;

/** Where texts of a pull request may stand. */
interface Carrier {
  readonly name: string;
  readonly verdict: string;
  readonly policy?: string;
  readonly head?: (texts: readonly string[]) => Files;
  readonly say?: (api: GitHubApi, texts: readonly string[]) => void;
  readonly pull?: (texts: readonly string[]) => Partial<PullRequestOptions>;
  readonly message?: (texts: readonly string[]) => string;
  /** Texts that cannot stand there. */
  readonly except?: (text: string) => boolean;
}

const joined = (texts: readonly string[]): string => texts.join(' ');
const lines = (texts: readonly string[], line: (text: string, index: number) => string): string =>
  `${texts.map(line).join('\n')}\n`;

const carriers: readonly Carrier[] = [
  {
    name: 'keys of a config',
    verdict: 'fail',
    head: (texts) => ({
      'configs/train.yaml': `optimizer:\n  lr: 2.0e-5\n${lines(texts, (text) => `  ${JSON.stringify(text)}: 1`)}`,
    }),
  },
  {
    name: 'values of a config',
    verdict: 'fail',
    head: (texts) => ({
      'configs/train.yaml': lines(texts, (text, index) => `lr_${index}: ${JSON.stringify(text)}`),
    }),
  },
  {
    name: 'YAML that cannot be read',
    verdict: 'fail',
    head: (texts) =>
      Object.fromEntries(texts.map((text, index) => [`configs/broken-${index}.yaml`, `a: [${text}\n b: }`])),
  },
  {
    name: 'ids and predictions of results',
    verdict: 'fail',
    head: (texts) => ({
      'evals/val.jsonl': `${results(60)}\n${lines(texts, (text) => JSON.stringify({ id: text, target: 'a', prediction: text }))}`,
    }),
  },
  {
    name: 'rows that cannot be read',
    verdict: 'fail',
    head: (texts) => ({ 'evals/val.jsonl': `${results(60)}\n${lines(texts, (text) => `{"id": ${text}`)}` }),
  },
  {
    name: 'requirements',
    verdict: 'fail',
    head: (texts) => ({
      'requirements.txt': `torch==2.10.0\n${lines(texts, (text) => `transformers==5.0.0 ; ${text}`)}`,
    }),
  },
  {
    name: 'a file of meant moves',
    verdict: 'fail',
    head: (texts) => ({
      'requirements.txt': 'torch==2.10.0\n',
      '.github/dependency-moves.txt': lines(texts, (text) => `torch ${text} -> ${text}`),
    }),
  },
  {
    name: 'keys of the new policy',
    verdict: 'fail',
    head: (texts) => ({ [policyFile]: lines(texts, (text) => `${JSON.stringify(text)}: 1`) }),
  },
  {
    name: 'parameters of the registry',
    verdict: 'fail',
    head: (texts) => ({
      '.github/model-registry.yml': `parameters:\n${lines(texts, (text) => `  ${JSON.stringify(text)}: { type: ${JSON.stringify(text)} }`)}`,
    }),
  },
  {
    name: 'messages of commits',
    verdict: 'fail',
    head: () => ({ ...worse, 'requirements.txt': 'torch==2.10.0\n' }),
    message: (texts) =>
      `Move torch\n\n${lines(texts, (text) => `Dependency-Change: torch ${text} -> 2.10.0`)}`,
    except: (text) => text.includes('\0'),
  },
  {
    name: 'names of files',
    verdict: 'fail',
    head: (texts) => ({
      ...Object.fromEntries(texts.map((text) => [`configs/${text}.yaml`, 'optimizer:\n  lr: 1e-5\n'])),
      ...Object.fromEntries(texts.map((text) => [`evals/${text}.jsonl`, '{\n'])),
      ...Object.fromEntries(texts.map((text) => [`${text}/requirements.txt`, 'torch==2.10.0\n'])),
    }),
    except: (text) => /\//.test(text) || text.includes('\0') || text.length > 200,
  },
  {
    name: 'the reason for an exemption',
    verdict: 'exempt',
    policy: exemptionPolicy,
    say: (api, texts) => {
      const inOneLine = joined(texts)
        .replaceAll(/[\r\n]/g, ' ')
        .replace(/(?:inj ){9,}/, '');
      comment(api, 'grace', `/exempt skip-full-eval because ${inOneLine}`);
      label(api, 'skip-full-eval', 'grace');
    },
  },
  {
    name: 'labels',
    verdict: 'fail',
    policy: exemptionPolicy,
    say: (api, texts) => {
      for (const text of texts) label(api, text, text);
      label(api, 'skip-full-eval', joined(texts));
    },
    pull: (texts) => ({ labels: texts }),
  },
  {
    name: 'comments, one with the marker of ours',
    verdict: 'fail',
    policy: exemptionPolicy,
    say: (api, texts) => {
      for (const text of texts)
        api.state.timeline.push({
          number: 89,
          event: 'unlabeled',
          label: text,
          actor: text,
          at: '2026-11-20T10:00:00Z',
        });
      label(api, 'skip-full-eval', 'eve');
    },
  },
  {
    name: 'title, body and author',
    verdict: 'fail',
    pull: (texts) => ({ title: joined(texts), body: joined(texts), author: joined(texts), sender: 'ada' }),
  },
];

describe.each(carriers)('$name: nothing but words comes out', (carrier) => {
  const fitting = payloads.map(({ text }) => text).filter((text) => carrier.except?.(text) !== true);
  // Windows has no such file names, nor would its runners check them out.
  const possible = process.platform !== 'win32' || carrier.name !== 'names of files';

  it.runIf(possible)(`${fitting.length} texts at once`, async () => {
    const scene = await gatedScene({
      policy: carrier.policy ?? policyText(),
      head: { ...worse, ...carrier.head?.(fitting) },
      ...(carrier.message === undefined ? {} : { headMessage: carrier.message(fitting) }),
    });
    carrier.say?.(scene.api, fitting);
    const run = await scene.run({ pull: carrier.pull?.(fitting) ?? {} });
    expect(run.outputs['verdict']).toBe(carrier.verdict);
    expect(run.exitCode).toBe(carrier.verdict === 'exempt' ? 0 : 1);
    expect(injections(run, scene)).toEqual([]);
    expect(run.summary.length).toBeLessThan(1_000_000);
  });
});

describe('the branch', () => {
  const names = [
    '--upload-pack=touch inj-pwned',
    '--output=inj-pwned',
    '$(touch${IFS}inj-pwned)',
    '`touch${IFS}inj-pwned`',
    '<script>inj()</script>',
    '@acme/inj-everyone',
    'x\n::set-output name=verdict::inj',
    '../../inj-pwned',
    '__proto__',
    // No variable of a process can contain a null.
    payloads.map(({ text }) => text.replaceAll('\0', '')).join(' '),
  ];

  it('of a pull request', async () => {
    const scene = await gatedScene({ policy: exemptionPolicy });
    label(scene.api, 'skip-full-eval', 'grace');
    for (const ref of names) {
      const run = await scene.run({ pull: { head: { ref, sha: scene.head } } });
      expect({ ref, verdict: run.outputs['verdict'], found: injections(run, scene) }).toEqual({
        ref,
        verdict: 'fail',
        found: [],
      });
    }
  });

  it('of the base', async () => {
    const scene = await gatedScene();
    for (const ref of names) {
      const run = await scene.run({ pull: { base: { ref, sha: scene.base } } });
      expect({ ref, verdict: run.outputs['verdict'], found: injections(run, scene) }).toEqual({
        ref,
        verdict: 'fail',
        found: [],
      });
    }
  });

  it('of a push that starts a pipeline', async () => {
    const scene = await gatedScene();
    const action = 'actions/trigger-pipeline';
    for (const ref of names) {
      const event = pushEvent({
        ref: `refs/heads/${ref}`,
        before: scene.base,
        after: scene.merge,
        sender: ref.replaceAll('\0', ''),
      });
      const inputs = { workflow: 'train.yml', version: ref, extra: JSON.stringify({ note: ref }) };
      const run = await scene.run({ action, event, inputs });
      expect({ ref, verdict: run.outputs['verdict'], found: injections(run, scene, action) }).toEqual({
        ref,
        verdict: 'pass',
        found: [],
      });
      expect(scene.api.state.dispatches.at(-1)?.payload['git_ref']).toBe(ref);
    }
  });
});
