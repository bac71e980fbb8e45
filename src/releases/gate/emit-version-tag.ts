import { versionRules } from '../rules.ts';
import type { VersionRequest, VersionPorts } from './version-request.ts';
import type { Finding, Report, Section } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import {
  commitVersion,
  derivedNames,
  isRelease,
  lineOfBranch,
  plannedClaim,
  previousVersion,
  type CommitVersion,
  type DerivedNames,
  type VersionFacts,
} from '../index.ts';
import { at, claimExact, claimNext, namesOf, type Claimed } from './claim.ts';

const gate = 'emit-version-tag';

/**
 * The version of a commit; claims a tag for it where that is asked for. The same commit again is success with `created: false`.
 * Throws a UserError when the tags cannot be read or written.
 */
export async function emitVersion(
  request: VersionRequest,
  ports: VersionPorts,
): Promise<Report<VersionFacts>> {
  const plan = plannedClaim(
    request,
    request.next === 'conventional' ? await (request.messages?.() ?? []) : [],
  );
  if (plan.kind === 'invalid') return failed(request, [plan.finding]);
  const tags = await ports.tags.list(request.prefix);
  if (plan.kind === 'read') return describe(request, { names: namesOf(tags), at: at(tags, request) });
  const warnings = plan.kind === 'exact' ? outsideLine(plan.tag, request) : [];
  const claim =
    plan.kind === 'exact'
      ? await claimExact(plan.tag, tags, request, ports)
      : await claimNext(plan.request, tags, request, ports);
  if ('finding' in claim) return failed(request, [claim.finding, ...warnings]);
  return describe(request, { names: claim.names, at: [claim.tag], claim, warnings });
}

function outsideLine(tag: string, { branch, prefix }: VersionRequest): Finding[] {
  const line = lineOfBranch(branch);
  if (line === undefined || tag.slice(prefix.length).replace(/^v?/, 'v').startsWith(`${line}.`)) return [];
  const message = `${tag} is claimed on ${branch}, which keeps ${line}.x`;
  return [
    versionRules['outside-line'].finding({
      message,
      help: `Claim ${line}.x here, or use the branch that keeps this line.`,
    }),
  ];
}

interface Outcome {
  /** Of all tags that were seen. */
  readonly names: readonly string[];
  /** Of those that give the commit its version. */
  readonly at: readonly string[];
  readonly claim?: Claimed;
  readonly warnings?: readonly Finding[];
}

function describe(
  request: VersionRequest,
  { names, at: own, claim, warnings = [] }: Outcome,
): Report<VersionFacts> {
  const { sha, prefix } = request;
  const version = commitVersion(sha, own, prefix);
  const previous = previousVersion(version, names, prefix, lineOfBranch(request.branch));
  const derived = derivedNames(version, { ...request, ...(previous === undefined ? {} : { previous }) });
  const facts = {
    version: version.version,
    tag: version.tagged?.tag ?? null,
    created: claim?.created ?? false,
    sha,
    isRelease: version.tagged !== undefined && isRelease(version.tagged),
    previousTag: previous?.tag ?? null,
    ...derived,
  };
  const [title, sections] = [titleOf(version, claim), [namesTable(facts)]];
  return makeReport({ gate, title, findings: warnings, facts, sections });
}

interface Named extends Omit<DerivedNames, 'labels'> {
  readonly tag: string | null;
  readonly previousTag: string | null;
}

function namesTable(names: Named): Section {
  const rows = [
    ['git tag', names.tag ?? 'none'],
    ['previous version', names.previousTag ?? 'none'],
    ['channel', names.channel],
    ['Docker tag', names.dockerTag],
    ['Python version', names.pep440],
    ['job name', names.jobName],
  ];
  const columns = [{ title: 'as' }, { title: 'name', code: true }];
  return { kind: 'table', title: 'What this commit is called', columns, rows };
}

function titleOf({ sha, version, tagged }: CommitVersion, claim: Claimed | undefined): string {
  if (tagged === undefined) return `${short(sha)} is ${version}: it has no version tag`;
  if (claim?.created === true) return `${tagged.tag} now names ${short(sha)}`;
  return claim === undefined
    ? `${short(sha)} is ${tagged.tag}`
    : `${tagged.tag} names ${short(sha)} already: nothing to do`;
}

function failed({ sha }: VersionRequest, findings: readonly Finding[]): Report<VersionFacts> {
  const title = findings[0]?.message ?? 'no version';
  return makeReport({
    gate,
    verdict: 'fail',
    title,
    findings,
    facts: { version: null, tag: null, created: false, sha },
  });
}

function short(sha: string): string {
  return sha.slice(0, 8);
}
