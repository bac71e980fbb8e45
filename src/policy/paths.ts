/** Which gates a change touches, by the names of its files alone: a cheap look that may say "touched" too often, never too seldom. */
import { configDefaults } from '../config/settings.ts';
import { dependencyDefaults } from '../dependencies/settings.ts';
import { inputDefaults } from '../inputs/settings.ts';
import { regressionDefaults } from '../regression/settings.ts';
import { belowMatcher, globMatcher } from '../kernel/globs.ts';
import type { Policy } from './policy.ts';
import type { GateName } from './gate-names.ts';

/** Files of the change, and where renamed ones were; a submodule ends with a slash, for all that may lie below it. */
export type ChangedPaths = readonly string[];

/**
 * Why a gate has nothing to judge in this change; `undefined` where it may have, and where nothing is known of the change.
 * The gate looks for itself all the same: this only tells a workflow what it need not prepare.
 */
export function notApplicable(
  gate: GateName,
  policy: Policy,
  paths: ChangedPaths | undefined,
): string | undefined {
  if (paths === undefined || paths.length === 0) return undefined;
  const { touches, nothing } = looks[gate];
  try {
    return paths.some(touches(policy)) ? undefined : nothing;
  } catch {
    // Settings that cannot be used are for the gate itself to tell.
    return undefined;
  }
}

interface Look {
  readonly touches: (policy: Policy) => (path: string) => boolean;
  readonly nothing: string;
}

const looks: Readonly<Record<GateName, Look>> = {
  'validate-model-config': {
    touches: ({ config }) => {
      const { files, registry, schema } = { ...configDefaults, ...config };
      const matches = globMatcher(files);
      const isRule = isOrHolds([registry, schema]);
      const isBelow = belowMatcher(files);
      return (path) => matches(path) || isRule(path) || (isSubmodule(path) && isBelow(path.slice(0, -1)));
    },
    nothing: 'no config, registry or schema changed',
  },
  'detect-dep-drift': {
    touches: ({ dependencies }) => {
      const { files, allowFile, environment } = { ...dependencyDefaults, ...dependencies };
      const matches = globMatcher(files);
      return (path) =>
        environment || mayHoldDependencies(path) || path === allowFile || matches(path) || isSubmodule(path);
    },
    nothing: 'no lock, manifest or Dockerfile changed',
  },
  'detect-input-drift': {
    touches: ({ plan, inputs }) => {
      const { candidate, baseline, command } = { ...inputDefaults, ...inputs };
      const isSet = command !== undefined || candidate.length > 0;
      const files = [candidate, baseline].map(globMatcher);
      const harmless = globMatcher(plan.harmless);
      return (path) => isSet && (files.some((matches) => matches(path)) || !harmless(path));
    },
    nothing: 'nothing that is fed to the model depends on what changed',
  },
  'regression-gate': {
    touches: ({ plan, regression }) => {
      const { candidate, baseline, anchor, pool } = { ...regressionDefaults, ...regression };
      // Each list for itself: what one takes out (`!…`) the other may mean.
      const results = [candidate, baseline].map(globMatcher);
      const harmless = globMatcher(plan.harmless);
      const isRead = isOrHolds([anchor, pool]);
      return (path) => results.some((matches) => matches(path)) || isRead(path) || !harmless(path);
    },
    nothing: 'only files changed on which no evaluation depends (plan.harmless)',
  },
};

function isSubmodule(path: string): boolean {
  return path.endsWith('/');
}

/** Whether a path is one of these, or a submodule in which one lies. */
function isOrHolds(paths: readonly (string | undefined)[]): (path: string) => boolean {
  return (path) => paths.some((one) => one === path || (isSubmodule(path) && one?.startsWith(path) === true));
}

/** Kinds of files that dependencies stand in, by far too wide: a requirements file may have any name. */
function mayHoldDependencies(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /\.(?:lock|toml|txt|in|cfg|ya?ml|json)$|lock|docker|container|pipfile|require|constraint|conda|\.(?:sh|bash|def)$|^(?:setup\.py|\.python-versions?|\.tool-versions|singularity.*|apptainer.*)$/i.test(
    name,
  );
}
