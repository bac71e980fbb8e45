/** Whether somebody may sign, by what the policy says. */
import { globMatcher } from '../kernel/globs.ts';
import type { Signer } from './model.ts';
import { githubIssuer, type Identity } from './settings.ts';

/** A workflow as a certificate of Fulcio names it: https://github.com/owner/name/.github/workflows/x.yml@refs/heads/main. */
interface WorkflowName {
  /** `owner/name/.github/workflows/x.yml`. */
  readonly path: string;
  readonly ref: string;
}

/** The name of a person, or of a workflow, and who vouches for it: every part that the policy names must be the same. */
export function isAllowed(signer: Signer, allowed: readonly Identity[]): boolean {
  return allowed.some((identity) => fits(signer, identity));
}

function fits(
  { name, issuer, repository: own }: Signer,
  { identity, repository, workflow, refs, issuer: wanted = githubIssuer }: Identity,
): boolean {
  if (issuer !== wanted || (identity !== undefined && name !== identity)) return false;
  if (identity !== undefined && repository === undefined) return true;
  const signed = workflowOf(name);
  if (repository === undefined || signed === undefined) return false;
  return (
    sameName(own ?? signed.path.split('/').slice(0, 2).join('/'), repository) &&
    (workflow === undefined || isWorkflow(signed.path, workflow, repository)) &&
    (refs === undefined || globMatcher(refs)(signed.ref))
  );
}

function isWorkflow(signed: string, workflow: string, repository: string): boolean {
  const whole = /^[^./][^/]*\/[^/]+\/\.github\//.test(workflow) ? workflow : `${repository}/${workflow}`;
  const [owner = '', name = '', ...file] = whole.split('/');
  const [signedOwner = '', signedName = '', ...signedFile] = signed.split('/');
  return (
    sameName(`${owner}/${name}`, `${signedOwner}/${signedName}`) && file.join('/') === signedFile.join('/')
  );
}

/** GitHub does not distinguish capital letters in them. */
function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function workflowOf(name: string): WorkflowName | undefined {
  const [, path, ref] = /^https:\/\/[^/]+\/([^/]+\/[^/]+\/[^@]+)@(.+)$/.exec(name) ?? [];
  return path === undefined || ref === undefined ? undefined : { path, ref };
}
