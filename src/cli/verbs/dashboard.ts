import path from 'node:path';
import type { Repository } from '#lib/git';
import type { LedgerCache } from '../../ports/ledger-cache.ts';
import type { DashboardPorts } from '../../board/gate/dashboard-ports.ts';
import type { FileTree } from '../../ports/index.ts';
import { choice, flag, text, webAddress } from '../../kernel/fields.ts';
import { isUserError } from '../../kernel/user-error.ts';
import { keptFile } from '../../runner/kept-file.ts';
import { writePage } from '../../runner/publish/write-page.ts';
import { loadPolicy } from '../../policy/gate/policy.ts';
import { policyPath } from '../../policy/index.ts';
import type { Finding } from '../../report/model.ts';
import { signaturesBy } from '../../runner/signatures.ts';
import { trunkOf } from '../trunk.ts';
import { trustOf } from '../trust.ts';
import { currentLedger } from '../change.ts';
import { currentCode } from '../code.ts';
import { forgeOf, hasToken, namedBy, type NamedRepository } from '../forge.ts';
import { openPromotion } from '../promotion.ts';
import { defineVerb, type Terminal } from '../verb.ts';

export const dashboardVerb = defineVerb({
  name: 'dashboard',
  summary: 'Writes the decision board: one HTML page of what serves, merged, is owed and was tagged.',
  options: {
    out: {
      field: text('a path'),
      value: 'FILE',
      help: 'Where to write the page. Default: model-board/index.html.',
    },
    remote: {
      field: text('a remote'),
      value: 'R',
      help: 'Remote, or address, that keeps the ledger. Default: origin.',
    },
    trunk: {
      field: text('a branch'),
      value: 'NAME',
      help: 'The main branch. Default: as the policy says, else main or master.',
    },
    state: {
      field: text('a folder'),
      value: 'FOLDER',
      help: 'Keeps what was read from run to run, so that only new records are read.',
    },
    lang: {
      field: choice(['en', 'zh']),
      value: 'en|zh',
      help: 'Language of the page and of the summary. Default: en.',
    },
    'page-url': {
      field: webAddress,
      value: 'URL',
      help: 'Web address at which the page is published, for the feed and the summary.',
    },
    notify: {
      field: flag,
      help: 'Sends the summary to the places in MODEL_GATES_NOTIFY, a line each: `slack URL`, `feishu URL SECRET`, ….',
    },
    'notify-when': {
      field: choice(['attention', 'daily']),
      value: 'attention|daily',
      help: 'When something new waits for somebody (default), or the first time on a day.',
    },
  },
  examples: ['model-gates dashboard', 'model-gates dashboard --out board.html --json'],
  async run(
    {
      out = 'model-board/index.html',
      remote,
      trunk,
      lang: language,
      state,
      'page-url': pageUrl,
      notify = false,
      'notify-when': when = 'attention',
    },
    _positionals,
    terminal,
  ) {
    const { cwd, log } = terminal;
    const where = { cwd, log, ...(remote === undefined ? {} : { remote }) };
    const { boardPolicy, buildDashboard, messageTargets } = await import('#lib/board');
    const places = notify ? messageTargets(terminal.environment['MODEL_GATES_NOTIFY'] ?? '') : [];
    const ledger = await currentLedger(terminal, remote);
    let code: ReturnType<typeof currentCode> | undefined;
    try {
      const found = await repositoryOf(where);
      const named = trunk === undefined ? {} : { trunk };
      const { settings, findings, lineage, compare, targets } = await boardPolicy(found?.files, named);
      const announcing = { targets: places, when };
      const request = {
        name: path.basename(cwd),
        ...found?.named,
        settings,
        findings,
        compare,
        pageUrl,
        ...(language !== undefined && { language }),
        announcing,
      };
      const report = await buildDashboard(request, {
        ledger,
        rights: { correctors: () => Promise.resolve(lineage.correctors) },
        signatures: signaturesBy(() => trustOf({}, terminal)),
        ...(found?.tags === undefined ? {} : { tags: found.tags }),
        ...(found?.missing === undefined ? {} : { missing: found.missing }),
        ...(found?.trunkLog === undefined ? {} : { trunkLog: found.trunkLog }),
        ...(targets.length === 0 || found?.tags === undefined
          ? {}
          : { drift: () => driftOf(terminal, remote) }),
        http: async () => (await import('#lib/http')).httpPort(log),
        cache: ledger.cache,
        ...(state !== undefined && { kept: keptFile(path.resolve(cwd, state, 'board-records'), log) }),
        ...deliveryPort(terminal, found?.repository, ledger.cache),
        file: path.basename(out),
        write: (page) => writePage(path.resolve(cwd, out), page),
        beside: (name, page) => writePage(path.resolve(cwd, path.dirname(out), name), page),
        code: async () => (await (code ??= currentCode(terminal, remote))).code ?? {},
        now: Date.now,
      });
      return { report };
    } finally {
      await Promise.all([ledger.close(), (await code)?.close()]);
    }
  },
});

/** GitHub by the token of the environment; none without one, or outside of a clone. */
function deliveryPort(
  terminal: Terminal,
  repository: Repository | undefined,
  cache: LedgerCache,
): Pick<DashboardPorts, 'delivery'> {
  if (repository === undefined || !hasToken(terminal.environment)) return {};
  return {
    delivery: async () => {
      const forge = await forgeOf(terminal, repository, undefined);
      const { connect } = await import('#lib/github');
      return { source: connect({ ...forge, log: terminal.log }).delivery, cache };
    },
  };
}

/** What the manifests of the remote say against the ledger, by the policy on its trunk; nothing is recorded. */
async function driftOf(terminal: Terminal, remote: string | undefined) {
  const { checkDrift } = await import('#lib/promotion');
  const { ports, targets, close } = await openPromotion(terminal, remote);
  try {
    return await checkDrift([...targets.values()], true, ports);
  } finally {
    await close();
  }
}

interface Found {
  readonly files: FileTree;
  readonly named: NamedRepository;
  /** Of the remote that keeps the ledger. */
  readonly repository?: Repository;
  readonly tags?: NonNullable<DashboardPorts['tags']>;
  readonly missing?: NonNullable<DashboardPorts['missing']>;
  readonly trunkLog?: NonNullable<DashboardPorts['trunkLog']>;
}

type Where = Pick<Terminal, 'cwd' | 'log'> & { readonly remote?: string };

/** Outside of a clone the ledger alone is shown; of an address that no remote has, only the policy is this clone's. */
async function repositoryOf(where: Where): Promise<Found | undefined> {
  const { folderTree } = await import('#lib/git');
  const repository = await opened(where);
  if (repository !== undefined)
    return {
      repository,
      files: await folderTree(repository.root),
      named: await namedBy(repository),
      tags: () => repository.tagStore().list(''),
      missing: () => missingIn(repository),
      trunkLog: async () => repository.trunkLog((await trunkOf(repository, undefined)).sha, mostMerges),
    };
  const here = await opened({ cwd: where.cwd, log: where.log });
  if (here === undefined) return undefined;
  return { files: await folderTree(here.root), named: { name: path.basename(here.root) } };
}

/** Merges of trunk that are counted. */
const mostMerges = 20_000;

/** What trunk lacks of release lines, as this clone last saw them. */
async function missingIn(repository: Repository): Promise<readonly Finding[]> {
  const branches = await repository.remoteBranches.all();
  if (branches.length === 0) return [];
  const trunk = await trunkOf(repository, undefined);
  const { policy } = await loadPolicy(repository.tree(trunk.sha), policyPath);
  const { missingOnTrunk } = await import('#lib/branches');
  const ports = { git: repository.merges, now: Date.now };
  return missingOnTrunk({ trunk, branches, settings: policy.branches }, ports);
}

async function opened(where: Where): Promise<Repository | undefined> {
  try {
    const { openRepository } = await import('#lib/git');
    return await openRepository(where);
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
}
