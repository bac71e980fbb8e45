/** `policy.targets`: what serves where, and by which manifests. Read only by who promotes. */
import {
  choice,
  define,
  globs,
  integer,
  list,
  map,
  name,
  path,
  readAs,
  recordOf,
  text,
  type Kind,
} from '../kernel/kinds.ts';
import { section, settings, type ValuesOf } from '../kernel/settings.ts';
import { entitled, type Entitled } from './settings.ts';

/** One glob, or a list of them. */
const files: Kind<readonly string[]> = {
  schema: () => ({ anyOf: [path.schema(), globs.schema()] }),
  read: (value) => (typeof value === 'string' ? [value] : readAs(globs, value)),
};

/** Logins, or all the ways to be entitled. */
const approvers: Kind<Entitled> = {
  schema: () => ({ anyOf: [globs.schema(), entitled.schema()] }),
  read: (value) => (Array.isArray(value) ? readAs(entitled, { users: value }) : readAs(entitled, value)),
};

export const targetKinds = ['kserve', 'kustomize', 'helm', 'deployment', 'llmisvc', 'path'] as const;
export type TargetKind = (typeof targetKinds)[number];

const nobody: Entitled = { users: [], teams: [] };

export const targetTable = settings({
  service: { kind: name, required: true, default: '', description: 'Name of the service in the ledger.' },
  kind: {
    kind: choice(targetKinds),
    required: true,
    default: 'path',
    description: 'What the manifests are.',
  },
  files: { kind: files, required: true, default: [], description: 'Globs of the manifests.' },
  object: {
    kind: name,
    description:
      'metadata.name of the InferenceService, LLMInferenceService or Deployment; of a kustomization the name of the image. Default: the only one.',
  },
  container: { kind: name, description: 'Of a Deployment: the container. Default: the only one.' },
  stable: {
    kind: name,
    description: 'Of an LLMInferenceService: the member of the group that has the rest of the weight.',
  },
  path: { kind: path, description: 'Of `helm` and `path`: where the value stands, such as image.tag.' },
  'weight-path': { kind: path, description: 'Of `helm` and `path`: where the weight stands.' },
  value: {
    kind: text({ min: 1, max: 1000 }),
    description:
      'What is written: a text with {version}, {id}, {tag}, {digest} or {sha}. Default: the id of the artifact; its tag or the version for `helm` and `kustomize`.',
  },
  artifact: {
    kind: choice(['weights', 'image']),
    description:
      'Which artifact of a version the manifests name. Default: weights for kserve, llmisvc and path, else image.',
  },
  ladder: {
    kind: list(integer({ min: 1, max: 100 }), { min: 1, max: 20 }),
    default: [100],
    description: 'Rising shares of the traffic in percent. Default: all at once.',
  },
  after: {
    kind: text({ pattern: '^[1-9][0-9]{0,4}[mhd]$', example: '30m' }),
    default: '30m',
    description: 'Least time between two steps of the ladder: 30m, 12h, 2d. Default: {default}.',
  },
  requires: {
    kind: list(text({ min: 1, max: 100 }), { max: 20 }),
    default: ['regression-gate'],
    description:
      'Gates of which a verdict is recorded for the version; `signature`, `comparison` (with what serves) and `verified` (each link confirmed by GitHub) may stand among them. Default: {default}.',
  },
  approvers: {
    kind: approvers,
    default: nobody,
    description: 'Who may promote what lacks evidence (`--force`). Default: nobody.',
  },
  branch: { kind: name, description: 'Branch that the cluster follows. Default: trunk.' },
  lands: {
    kind: choice(['pull-request', 'commit']),
    default: 'pull-request',
    description: 'How an edit lands: by a {default} (the default), or by a commit on the branch itself.',
  },
  repository: {
    kind: name,
    description: 'owner/name of the repository with the manifests. Default: this one.',
  },
  environment: {
    kind: name,
    description: 'GitHub environment of the deployment. Default: the name of the target.',
  },
});

export type Target = ValuesOf<typeof targetTable> & { readonly name: string };

const target = define('target', section(targetTable));

export const targetsKind: Kind<Readonly<Record<string, unknown>>> = map(
  target,
  '^[a-z0-9][a-z0-9._-]{0,99}$',
);

export const targetDefinition = target;

/** The targets of a policy that its schema accepts, by name. */
export function targetsOf({
  targets,
}: {
  readonly targets?: Readonly<Record<string, unknown>>;
}): ReadonlyMap<string, Target> {
  return new Map(
    Object.entries(recordOf(targets)).map(([own, value]) => [
      own,
      { ...readAs(section(targetTable), value), name: own },
    ]),
  );
}
