/** From a clone and its ledger to what locating asks of them. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Repository } from '#lib/git';
import type { LocatePorts, LocateRequest, WeighPorts } from '#lib/locate';
import { isUserError } from '../../kernel/user-error.ts';
import { configDefaults } from '../../config/settings.ts';
import { loadPolicy } from '../../policy/gate/policy.ts';
import { policyPath, type Policy } from '../../policy/index.ts';
import { columnsOf, globsOf } from '../../regression/settings.ts';
import { isRelease, versionsOf } from '../../releases/index.ts';
import type { Logger } from '../../ports/index.ts';
import type { WitnessedStates } from '../../ports/ledger-states.ts';
import type { Finding } from '../../report/model.ts';
import { rightsBy } from '../ledger/correction-rights.ts';
import type { OpenLedger } from '../ledger/recorded-evaluations.ts';

export interface LocateSources {
  readonly repository: Repository;
  /** Pattern with `{sha}`, relative to `cwd`; absent: no files. */
  readonly results?: string | undefined;
  readonly cwd: string;
  /** Absent: the ledger is not asked. */
  readonly ledger?: (() => Promise<OpenLedger>) | undefined;
  /** Whether every merge counts the same before any evaluation is looked at. */
  readonly flat: boolean;
  readonly log: Pick<Logger, 'info' | 'warning'>;
  /** The runner's folder for files of this job. */
  readonly temp?: string | undefined;
  /** What runs of trunk saw of the ledger; absent: a rewrite of all of it goes unnoticed. */
  readonly states?: ((policy: Policy) => WitnessedStates) | undefined;
}

export interface OpenedLocate {
  readonly request: LocateRequest;
  readonly ports: LocatePorts;
  /** Of the policy. */
  readonly findings: readonly Finding[];
  readonly policy: Policy;
}

/** The policy is that of the newest commit of the range: trunk's own. */
export async function openLocate(request: LocateRequest, sources: LocateSources): Promise<OpenedLocate> {
  const { repository } = sources;
  const tip = await repository.resolve(request.bad ?? 'HEAD');
  const { policy, findings } = await loadPolicy(repository.tree(tip), policyPath);
  const metric = request.metric ?? policy.regression.metrics?.[0];
  const ports: LocatePorts = {
    git: repository,
    results: resultsOf(sources, policy, isFurther(request)),
    weigh: await weighing(sources, policy),
    releases: async () => releasesOf(repository),
    ...(isFurther(request) ? { further: await furtherOf(sources, policy, tip) } : {}),
    now: Date.now,
  };
  return { request: { ...request, metric }, ports, findings, policy };
}

/** Merges are evaluated only where somebody says how much of it. */
function isFurther({ maxEvaluations, maxMinutes, only }: LocateRequest): boolean {
  return maxEvaluations !== undefined || maxMinutes !== undefined || only !== undefined;
}

async function furtherOf(
  { repository, log, temp, results, cwd }: LocateSources,
  policy: Policy,
  tip: string,
): Promise<NonNullable<LocatePorts['further']>> {
  const { evaluateAt } = await import('./evaluate-at.ts');
  const keep = results === undefined ? undefined : { pattern: results, cwd };
  return evaluateAt({ repository, policy, log, temp, keep, tip });
}

/** `isKept`: results will be written there, so that their folder may have none yet. */
function resultsOf(
  { results, cwd, ledger, states }: LocateSources,
  policy: Policy,
  isKept: boolean,
): LocatePorts['results'] {
  return async (shas, take) => {
    const { readRecorded, readResultFiles, splitPattern } = await import('#lib/locate');
    const findings: Finding[] = [];
    if (results !== undefined) {
      const { folder, rest } = splitPattern(results);
      const { folderTree } = await import('#lib/git');
      const place = path.resolve(cwd, folder);
      if (isKept) await mkdir(place, { recursive: true });
      const tree = await folderTree(place, { followLinks: true });
      // As the user named them, so that a finding leads to the file.
      const unread = await readResultFiles(rest, shas, tree, columnsOf(policy.regression), ({ sha, set }) => {
        take({ sha, set: { ...set, files: set.files.map((file) => path.posix.join(folder, file)) } });
      });
      findings.push(...unread);
    }
    if (ledger === undefined) return findings;
    const opened = await ledger();
    try {
      const { candidate = [], baseline = [] } = policy.regression;
      const globs = globsOf({ candidate, baseline });
      const reading = { rights: rightsBy(policy, {}), now: Date.now, states: states?.(policy) };
      return [...findings, ...(await readRecorded(opened, reading, globs, shas, take))];
    } finally {
      await opened.close();
    }
  };
}

async function weighing(
  { repository, ledger, log, flat }: LocateSources,
  policy: Policy,
): Promise<NonNullable<LocatePorts['weigh']>> {
  const { weighMerges } = await import('#lib/locate');
  const { files: configs } = { ...configDefaults, ...policy.config };
  const surfaces = { configs, harmless: policy.plan.harmless };
  const read = ledger === undefined ? {} : ledgerOf(ledger, policy, log);
  return (merges, history) =>
    weighMerges(
      merges,
      surfaces,
      { changedAlong: (shas) => repository.changedAlong(shas), ...read },
      { isFlat: flat, history },
    );
}

/** What the ledger knows of merges only makes them likelier: where it cannot be read they count as before. */
function ledgerOf(
  ledger: () => Promise<OpenLedger>,
  policy: Policy,
  log: LocateSources['log'],
): Pick<WeighPorts, 'fed' | 'seen'> {
  const reading = { rights: rightsBy(policy, {}), now: Date.now };
  const asked = async <T>(ask: (opened: OpenLedger) => Promise<T>, nothing: T): Promise<T> => {
    const opened = await ledger();
    try {
      return await ask(opened);
    } catch (error) {
      if (!isUserError(error)) throw error;
      log.warning(`What the ledger knows of the merges is not looked at: ${error.message}`);
      return nothing;
    } finally {
      await opened.close();
    }
  };
  return {
    fed: async (shas) => {
      const { fedMerges } = await import('#lib/locate');
      return asked((opened) => fedMerges(opened, reading, shas), new Map());
    },
    seen: async (shas) => {
      const { seenMerges } = await import('#lib/locate');
      return asked((opened) => seenMerges(opened, reading, shas), new Map());
    },
  };
}

async function releasesOf(repository: Repository) {
  const tags = await repository.tags('');
  const names = versionsOf(
    tags.map(({ name }) => name),
    '',
  ).filter(isRelease);
  return names.flatMap(({ tag }) => tags.filter(({ name }) => name === tag));
}
