/** Whether somebody may sign, by what the policy says. */
import { globMatcher } from '../kernel/globs.ts';
import type { Signer } from './model.ts';
import { githubIssuer, type Identity } from './settings.ts';

/** A workflow as a certificate of Fulcio names it: https://github.com/owner/name/.github/workflows/x.yml@refs/heads/main. */
interface WorkflowName {
  readonly host: string;
  /** `owner/name/.github/workflows/x.yml`. */
  readonly path: string;
  readonly ref: string;
}

/** The name of a person, or of a workflow, and who vouches for it: every part that the policy names must be the same. */
export function isAllowed(signer: Signer, allowed: readonly Identity[]): boolean {
  return allowed.some((identity) => fits(signer, identity));
}

function fits(signer: Signer, identity: Identity): boolean {
  const { issuer: wanted = githubIssuer, identity: exact, repository } = identity;
  if (signer.issuer !== wanted || (exact !== undefined && signer.name !== exact)) return false;
  const signed = workflowOf(signer.name);
  if (wanted === githubIssuer) return signed?.host === 'github.com' && fitsWorkflow(signer, signed, identity);
  if (exact !== undefined && repository === undefined) return true;
  return (
    signed !== undefined &&
    fitsWorkflow({ ...signer, repository: signer.repository ?? repositoryOf(signed) }, signed, identity)
  );
}

/**
 * Whoever may call a reusable workflow can let it sign: so the repository that ran it is asked about, and the ref on which that ran, as
 * well as the workflow itself.
 */
function fitsWorkflow(
  { repository: caller, ref: ran }: Pick<Signer, 'repository' | 'ref'>,
  signed: WorkflowName,
  {
    identity,
    repository = identity === undefined ? undefined : repositoryOf(signed),
    workflow,
    refs,
  }: Identity,
): boolean {
  if (caller === undefined || repository === undefined || !sameName(caller, repository)) return false;
  const isRef = refs === undefined ? () => true : globMatcher(refs);
  // The caller pins a commit of the other workflow, and where that stands is asked about.
  const isPinned = ran !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(signed.ref);
  return (
    (workflow === undefined || isWorkflow(signed.path, workflow, repository)) &&
    isRef(ran ?? signed.ref) &&
    (isPinned || isRef(signed.ref))
  );
}

function repositoryOf({ path }: WorkflowName): string {
  return path.split('/').slice(0, 2).join('/');
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
  const [, host, path, ref] = /^https:\/\/([^/]+)\/([^/]+\/[^/]+\/[^@]+)@(.+)$/.exec(name) ?? [];
  return host === undefined || path === undefined || ref === undefined ? undefined : { host, path, ref };
}
