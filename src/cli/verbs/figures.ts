import type { Field } from '../../kernel/fields.ts';
import { text } from '../../kernel/fields.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { FiguresPorts } from '../../board/gate/figures.ts';
import { currentFolder, currentLedger, currentRepository } from '../change.ts';
import { forgeOf, hasToken } from '../forge.ts';
import { trunkOf } from '../trunk.ts';
import { defineVerb, type Terminal } from '../verb.ts';

const date: Field<number> = {
  expects: 'a date that has been, such as 2026-09-01',
  parse: (raw) => {
    const at = /^\d{4}-\d\d-\d\d(?:T[\d:.]{4,20}Z)?$/.test(raw) ? Date.parse(raw) : Number.NaN;
    return at < Date.now() ? at : undefined;
  },
};

/** Merges of trunk that are looked at. */
const mostMerges = 20_000;

export const figuresVerb = defineVerb({
  name: 'figures',
  summary:
    "A team's pace: trunk success, merges, lead times, deployments, failures, recovery, exemptions; unknown where nothing was recorded.",
  options: {
    since: {
      field: date,
      value: 'DATE',
      help: 'Where the window begins; it is compared with one as long before it. Default: 90 days ago.',
    },
    trunk: {
      field: text('a branch'),
      value: 'NAME',
      help: 'The main branch. Default: as the policy says, else as the remote does.',
    },
    remote: {
      field: text('a remote'),
      value: 'R',
      help: 'Remote, or address, that keeps the ledger. Default: origin.',
    },
    repository: {
      field: text('owner/name'),
      value: 'OWNER/NAME',
      help: 'Asked for its pull requests where GITHUB_TOKEN or GH_TOKEN is set, of a GitHub Enterprise Server GH_ENTERPRISE_TOKEN. Default: GITHUB_REPOSITORY, else that of the remote origin.',
    },
  },
  examples: ['model-gates figures', 'model-gates figures --since 2026-09-01 --json'],
  async run({ since, ...where }, _positionals, terminal) {
    const { boardPolicy, figures } = await import('#lib/board');
    const { settings, findings, lineage } = await boardPolicy(
      await currentFolder(terminal),
      where.trunk === undefined ? {} : { trunk: where.trunk },
    );
    const ledger = await unlessMissing(() => currentLedger(terminal, where.remote));
    try {
      const ports = {
        ...portsOf(where, terminal, ledger),
        rights: { correctors: () => Promise.resolve(lineage.correctors) },
      };
      return { report: await figures({ since, settings, findings }, { ...ports, ledger, now: Date.now }) };
    } finally {
      await ledger?.close();
    }
  },
});

interface Where {
  readonly trunk?: string;
  readonly repository?: string;
}

function portsOf(
  where: Where,
  terminal: Terminal,
  ledger: Awaited<ReturnType<typeof currentLedger>> | undefined,
): Pick<FiguresPorts, 'trunk' | 'delivery'> {
  const { environment, log } = terminal;
  return {
    trunk: async () => {
      const repository = await currentRepository(terminal);
      const { name, sha } = await trunkOf(repository, where.trunk).catch(async (error: unknown) => {
        if (!isUserError(error) || where.trunk !== undefined) throw error;
        // A clone without a remote has the branch that is checked out.
        const head = await repository.head();
        return { name: head.branch ?? 'HEAD', sha: head.sha };
      });
      return { name, log: await repository.trunkLog(sha, mostMerges) };
    },
    ...(hasToken(environment) && {
      delivery: async () => {
        const forge = await forgeOf(terminal, await currentRepository(terminal), where.repository);
        const { connect } = await import('#lib/github');
        return { source: connect({ ...forge, log }).delivery, cache: ledger?.cache };
      },
    }),
  };
}

async function unlessMissing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
}
