import { placeOf } from '../../report/links.ts';
import type { Finding } from '../../report/model.ts';
import { pathsOf } from '../../ports/asked-paths.ts';
import { policyRules } from '../rules.ts';
import { inOrder } from '../../kernel/compare.ts';
import { UserError } from '../../kernel/user-error.ts';
import { emptyPolicy, policyOf, policyPath, relativePath, type Policy } from '../index.ts';
import { attributeFindings } from './attributes.ts';
import { twinFindings } from './twins.ts';
import { readPolicyText } from './policy-text.ts';
import type { ChangedFile, ChangeSet, FileTree } from '../../ports/index.ts';

const maxPolicyBytes = 1024 * 1024;

export interface LoadedPolicy {
  readonly policy: Policy;
  /** Errors of the policy file; where there is one, `policy` is empty and nothing may pass. */
  readonly findings: readonly Finding[];
  /** Whether the file is there. */
  readonly present: boolean;
  /** Paths of the other policies that a workflow may name, as the default one lists them. */
  readonly listed: readonly string[];
}

/** The policy of one state of the repository. No file is the empty policy: every setting has a default. */
export async function loadPolicy(tree: FileTree, file: string): Promise<LoadedPolicy> {
  const bytes = await readPolicyFile(tree, file);
  if (bytes === undefined) return { policy: emptyPolicy, findings: [], present: false, listed: [] };
  const { value, findings } = await readPolicyText(bytes, file);
  const policy = findings.length > 0 ? emptyPolicy : policyOf(value);
  return { policy, findings, present: true, listed: (policy.policies ?? []).map(relativePath) };
}

/** By which something is done: throws a UserError for one that is not valid. `of`: whose policy it is. */
export async function validPolicy(tree: FileTree, of: string): Promise<Policy> {
  const { policy, findings } = await loadPolicy(tree, policyPath);
  const [broken] = findings;
  if (broken === undefined) return policy;
  throw new UserError(`The policy of ${of} is not valid: ${placeOf(broken)}: ${broken.message}`, {
    help: broken.help ?? 'Fix it first.',
  });
}

/**
 * What a change to the gates' own rules means: it holds after the merge, and must be valid by then. `files`: against the base of the
 * event; `policyFile`: the one that holds, as it was `loaded`, beside which the default one says which may.
 */
export async function policyChangeFindings(
  change: Pick<ChangeSet, 'base' | 'head'>,
  files: readonly ChangedFile[],
  policyFile: string,
  { present, listed }: Pick<LoadedPolicy, 'present' | 'listed'>,
): Promise<Finding[]> {
  const { head } = change;
  const policies = [...new Set([policyFile, policyPath, ...listed])];
  const changed = await Promise.all(policies.map((file) => changeOfPolicy(head, files, file)));
  return [
    ...changed.flat(),
    ...(present ? [] : await misplacedFindings(head)),
    ...files.filter(isWorkflowChange).map(workflowChanged),
    ...(await attributeFindings(change, files)),
    ...(await twinFindings(head, files)),
  ];
}

/** What somebody takes for the policy, and nobody reads: then every setting is the default one. */
async function misplacedFindings(head: FileTree): Promise<Finding[]> {
  const paths = await pathsOf(head.list);
  if (paths.has(policyPath)) return [];
  const folders = ['', ...paths.foldersIn('').filter((folder) => /^\.github$/i.test(folder))];
  const near = inOrder(folders.flatMap((folder) => paths.inFolder(folder)));
  const meant = near.find((path) => almostPolicy.test(path));
  if (meant === undefined) return [];
  return [
    policyRules.misplaced.finding({
      file: meant,
      line: 1,
      message: `Nobody reads ${meant}: there is no ${policyPath}, so that the defaults hold.`,
      help: `Rename it to ${policyPath}, or delete it.`,
    }),
  ];
}

/** Not in `.github/workflows`: there it is a workflow. */
const almostPolicy = /^(?:\.github\/)?\.?model[-_ ]?gates?\.ya?ml$/i;

async function changeOfPolicy(
  head: FileTree,
  files: readonly ChangedFile[],
  file: string,
): Promise<Finding[]> {
  const change = files.find(({ path, previousPath }) => path === file || previousPath === file);
  if (change === undefined) return files.filter((each) => containsPolicy(each, file)).map(policySubmodule);
  const bytes = change.path === file ? await readPolicyFile(head, file) : undefined;
  const problems = bytes === undefined ? [] : (await readPolicyText(bytes, file)).findings;
  return [...problems, policyChanged(file, bytes !== undefined, change)];
}

function containsPolicy({ path, submodule }: ChangedFile, policyFile: string): boolean {
  return submodule !== undefined && policyFile.startsWith(`${path}/`);
}

function policySubmodule({ path }: ChangedFile): Finding {
  return policyRules.changed.finding({
    file: path,
    line: 1,
    message:
      'This pull request changes the submodule in which the policy would lie. Nothing is read there: the defaults hold.',
    help: 'Keep the policy in this repository.',
  });
}

/** What GitHub runs of the pull request itself: a workflow, or an action of this repository that one uses. */
function isWorkflowChange({ path, previousPath = path, submodule }: ChangedFile): boolean {
  if (submodule !== undefined && /^\.github(?:\/(?:workflows|actions))?$/.test(path)) return true;
  return [path, previousPath].some((each) => /^\.github\/(?:workflows|actions)\//.test(each));
}

async function readPolicyFile(tree: FileTree, file: string): Promise<Uint8Array | undefined> {
  try {
    return await tree.read(file, maxPolicyBytes);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`The policy cannot be read: ${reason}`, {
      place: { file },
      help: 'Make it a regular file of YAML below 1 MiB, or remove it to use the defaults.',
      cause,
    });
  }
}

function policyChanged(file: string, present: boolean, { target, submodule }: ChangedFile): Finding {
  const whence = leading(target ?? submodule);
  return policyRules.changed.finding({
    file,
    line: 1,
    message: present
      ? `This pull request changes the policy${whence}. It is judged by the policy of its base; the change applies after the merge.`
      : 'This pull request removes the policy. It is judged by the policy of its base; the defaults apply after the merge.',
    help: 'Let an owner of the gates review this file.',
  });
}

/** Which file is meant, where a path leads through links. */
function leading(target: string | undefined): string {
  return target === undefined ? '' : ` (it leads to ${target})`;
}

function workflowChanged({ path, target, submodule }: ChangedFile): Finding {
  const through = submodule === path ? undefined : submodule;
  return policyRules['workflow-changed'].finding({
    file: path,
    line: 1,
    message: `This pull request changes a workflow${leading(target ?? through)}, and for a pull_request event GitHub runs the workflow of the pull request itself.`,
    help: 'Let an owner of the gates see that every gate still runs; a ruleset can require this check from the base branch.',
  });
}
