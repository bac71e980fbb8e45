/** From an event to the change it asks to judge: which commit against which, and the policy that holds. */
import { loadNamedPolicy } from '../../policy/gate/named-policy.ts';
import type { LoadedPolicy } from '../../policy/gate/policy.ts';
import { growYoungSpaceAtOnce, optimiseLater } from '../../kernel/v8.ts';
import type { ChangedFile, Ports } from '../../ports/index.ts';
import type { RunnerEnvironment } from '../environment.ts';
import { actionLog } from '#lib/action';
import { folderCache } from '../cache.ts';
import { repositoryPorts } from '../repository-ports.ts';
import { workingFolder } from '../paths.ts';
import type { ChangeInputs } from './inputs.ts';
import {
  endpoints,
  filesOfEvent,
  judgedCommits,
  mergeBases,
  policyCommit,
  withBaseTip,
} from './endpoints.ts';
import { guardedTrees } from './guarded-trees.ts';
import { judgedWorkspace } from './workspace.ts';
import { openRunnerLedger } from '../ledger/lineage-ledger.ts';
import { membersBy, rightsBy } from '../ledger/correction-rights.ts';
import { statesBy } from '../ledger/states.ts';
import { ledgerPorts } from '../ledger/ledger-ports.ts';

export interface OpenChange {
  readonly ports: Ports;
  readonly policy: LoadedPolicy;
  /** What the change itself brings, whatever the input `base` compares it with. */
  readonly eventFiles: readonly ChangedFile[];
}

/** Throws a UserError where the repository, a commit or the policy cannot be had. */
export async function openChange(environment: RunnerEnvironment, inputs: ChangeInputs): Promise<OpenChange> {
  optimiseLater();
  growYoungSpaceAtOnce();
  const cwd = await workingFolder(environment.workspace, inputs.workingDirectory);
  const { commands, openRepository } = await import('#lib/git');
  const repository = await openRepository({
    cwd,
    log: actionLog,
    ...(inputs.token ? { token: inputs.token } : {}),
  });
  const { event, merge } = await withBaseTip(environment, repository);
  const { base, head } = await endpoints(event, inputs, repository);
  const mergeBase = mergeBases(environment, inputs, repository);
  const mergeBaseSha = await mergeBase(base, head);
  await repository.bring([base, head, mergeBaseSha, event.baseSha ?? base]);
  const change = await repository.changeSet({ base, head, mergeBaseSha });
  const eventFiles = await filesOfEvent(event, inputs, change, mergeBase, repository);
  const guarded = await policyCommit(event, inputs, base, repository);
  const policy = await loadNamedPolicy(repository.tree(guarded), inputs.policy);
  const fromClone = repositoryPorts(
    repository,
    change,
    environment.temp,
    () => openRunnerLedger(environment, { cwd, remote: 'origin', token: inputs.token }),
    {
      rights: rightsBy(policy.policy, membersBy(environment, inputs.token)),
      ...statesBy(environment, inputs.token, () => Promise.resolve(policy.policy.lineage.abandoned)),
    },
  );
  const commits = judgedCommits(environment, inputs, change, merge);
  const ports = {
    change,
    ...fromClone,
    ...judgedWorkspace({ ...fromClone, commands }, { event, commits }, repository),
    treeAt: guardedTrees(repository, event, change),
    log: actionLog,
    now: Date.now,
    http: async () => (await import('#lib/http')).httpPort(actionLog),
    cache: folderCache(),
    ...ledgerPorts(environment, { cwd, token: inputs.token }, policy.policy),
  };
  return { ports, policy, eventFiles };
}
