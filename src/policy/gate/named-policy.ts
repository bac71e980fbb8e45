/** The policy that an input names: a workflow file comes from the change, so it may not choose by what it is judged. */
import { UserError } from '../../kernel/user-error.ts';
import { policyPath } from '../index.ts';
import type { FileTree } from '../../ports/index.ts';
import { loadPolicy, type LoadedPolicy } from './policy.ts';

/**
 * `loadPolicy` of a path that was given. Throws a UserError for one that is not there, unless it is the default one, and where a default
 * one is there that does not list it.
 */
export async function loadNamedPolicy(tree: FileTree, file: string): Promise<LoadedPolicy> {
  const named = await loadPolicy(tree, file);
  if (file === policyPath) return named;
  if (!named.present) throw absent(file, tree);
  const own = await loadPolicy(tree, policyPath);
  if (!own.present) return named;
  if (own.findings.length > 0) return own;
  const { listed } = own;
  if (listed.includes(file)) return { ...named, listed };
  throw notListed(file, listed, tree);
}

function absent(file: string, { name }: FileTree): UserError {
  return new UserError(`There is no policy ${JSON.stringify(file)} (${name}).`, {
    help: `Correct the input \`policy\`, or merge the file first. Only ${policyPath} may be absent: then the defaults hold.`,
  });
}

function notListed(file: string, policies: readonly string[], { name }: FileTree): UserError {
  const listed = policies.length === 0 ? 'none' : policies.map((path) => JSON.stringify(path)).join(', ');
  return new UserError(
    `The input \`policy\` names ${JSON.stringify(file)}, but there is ${policyPath}, which lists ${listed} beside itself (${name}).`,
    {
      help: `Leave the input out, or let ${policyPath} of the base branch list the file: \`policies: [${JSON.stringify(file)}]\`.`,
    },
  );
}
