/** What becomes of weights in the step that records them: their comparison with what serves, in its report and as a page. */
import { tmpdir } from 'node:os';
import path from 'node:path';
import { actionLog } from '#lib/action';
import { policyPath } from '../../kernel/policy-path.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { RecordFacts } from '../../lineage/index.ts';
import type { Prepared } from '../../lineage/gate/prepare.ts';
import type { FileTree } from '../../ports/index.ts';
import type { Report } from '../../report/model.ts';
import type { RunnerEnvironment } from '../../runner/environment.ts';
import { connectGitHub, gitLedger } from '../../runner/ledger/lineage-ledger.ts';
import { writePage } from '../../runner/publish/write-page.ts';
import type { RecordInputs } from './inputs.ts';

/** New weights are compared with what serves at once; `pages`: the files of the comparisons. Over git: the board reads all records, and over the API each would be a request. */
export async function comparedWithServing<Facts extends Partial<RecordFacts>>(
  report: Report<Facts>,
  { records }: Prepared,
  environment: RunnerEnvironment,
  { cwd, remote, token }: ComparingInputs,
): Promise<{ readonly report: Report<Facts>; readonly pages: readonly string[] }> {
  const weights = records.flatMap(({ outputs }) =>
    outputs.flatMap(({ kind, id }) => (kind === 'weights' ? [id] : [])),
  );
  const pages: string[] = [];
  if (weights.length === 0) return { report, pages };
  const [{ boardPolicy, withNewWeights }, ledger] = [
    await import('#lib/board'),
    await gitLedger(environment, { cwd, remote, token }),
  ];
  const { temp, serverUrl, repository: name } = environment;
  const write = async (file: string, page: string) =>
    void pages.push(await writePage(path.join(temp || tmpdir(), file), page));
  try {
    const compared = await withNewWeights(report, [...new Set(weights)], {
      snapshot: await ledger.snapshot(),
      by: (await boardPolicy(await policyFiles(environment, cwd, token), {})).compare,
      now: Date.now,
      pages: { name, url: `${serverUrl}/${name}`, write },
    });
    return { report: compared, pages };
  } catch (error) {
    if (!isUserError(error)) throw error;
    actionLog.warning(`The new weights were not compared with what serves: ${error.message}`);
    return { report, pages };
  } finally {
    await ledger.close();
  }
}

type ComparingInputs = Pick<RecordInputs, 'remote' | 'token'> & { readonly cwd: string };

/** Where the policy is read: in the checkout, and without one on the default branch. */
async function policyFiles(
  environment: RunnerEnvironment,
  cwd: string,
  token: string | undefined,
): Promise<FileTree> {
  const files = await filesOf(cwd);
  const { defaultBranch } = environment.event;
  if (token === undefined || defaultBranch === undefined) return files;
  if ((await files.read(policyPath)) !== undefined) return files;
  const { manifests } = await connectGitHub(environment, token);
  const tip = await manifests.tip(defaultBranch);
  return tip === undefined ? files : manifests.tree(tip);
}

export async function filesOf(cwd: string): Promise<FileTree> {
  const { folderTree } = await import('#lib/git');
  return folderTree(cwd);
}
