import path from 'node:path';
import { folderTree, openLedger, openRepository } from '#lib/git';
import { boardPolicy, buildDashboard } from '#lib/dashboard';
import type { DashboardPorts } from '../../gates/dashboard.ts';
import type { FileTree } from '../../gates/ports.ts';
import { text } from '../../runtime/fields.ts';
import { isUserError } from '../../runtime/user-error.ts';
import { writePage } from '../../runtime/write-page.ts';
import { parseRemote } from '../forge.ts';
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
  },
  examples: ['model-gates dashboard', 'model-gates dashboard --out board.html --json'],
  async run({ out = 'model-board/index.html', remote, trunk }, _positionals, terminal) {
    const { cwd, log } = terminal;
    const where = { cwd, log, ...(remote === undefined ? {} : { remote }) };
    const ledger = await openLedger(where);
    try {
      const found = await repositoryOf(where);
      const { settings, findings } = await boardPolicy(found?.files, trunk === undefined ? {} : { trunk });
      const request = { name: path.basename(cwd), ...found?.named, settings, findings };
      const report = await buildDashboard(request, {
        ledger,
        ...(found === undefined ? {} : { tags: found.tags }),
        write: (page) => writePage(path.resolve(cwd, out), page),
        now: Date.now,
      });
      return { report };
    } finally {
      await ledger.close();
    }
  },
});

interface Found {
  readonly files: FileTree;
  readonly named: { readonly name: string; readonly url?: string };
  readonly tags: NonNullable<DashboardPorts['tags']>;
}

/** Outside of a clone the ledger alone is shown. */
async function repositoryOf(
  where: Pick<Terminal, 'cwd' | 'log'> & { readonly remote?: string },
): Promise<Found | undefined> {
  try {
    const repository = await openRepository(where);
    const url = (await repository.remoteBranches.url()) ?? '';
    const remote = parseRemote(url);
    const named =
      remote === undefined
        ? { name: path.basename(repository.root) }
        : { name: remote.repository, url: `https://${remote.host}/${remote.repository}` };
    return {
      files: await folderTree(repository.root),
      named,
      tags: () => repository.tagStore().list(''),
    };
  } catch (error) {
    if (isUserError(error)) return undefined;
    throw error;
  }
}
