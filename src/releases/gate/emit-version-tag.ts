import type { VersionRequest, VersionPorts } from './version-request.ts';
import type { Finding, Report, Section } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import {
  commitVersion,
  derivedNames,
  isLatest,
  isRelease,
  lineOfBranch,
  plannedClaim,
  previousVersion,
  type CommitVersion,
  type DerivedNames,
  type NextRequest,
  type VersionFacts,
} from '../index.ts';
import type { Tag } from '../../ports/tags.ts';
import { at, claimExact, claimNext, namesOf, type Claim, type Claimed } from './claim.ts';
import { decisionOf, type Decision } from './decision.ts';
import { containment, outsideLine, overlooked, publication } from './version-findings.ts';

const gate = 'emit-version-tag';

/**
 * The version of a commit; claims a tag for it where that is asked for. The same commit again is success with `created: false`.
 * Throws a UserError when the tags cannot be read or written.
 */
export async function emitVersion(
  request: VersionRequest,
  ports: VersionPorts,
): Promise<Report<VersionFacts>> {
  const asked = plannedClaim(request);
  if (asked.kind === 'invalid') return failed(request, [asked.finding]);
  const tags = await ports.tags.list(request.prefix);
  if (asked.kind === 'read') return describe(request, { names: namesOf(tags), at: at(tags, request) });
  if (asked.kind === 'exact') return exactly(asked.tag, tags, request, ports);
  const decision = await decisionOf(request, tags);
  const next = { ...asked.request, ...bumpOf(asked.request, decision) };
  const claim = await claimNext(next, tags, request, ports);
  const findings = [...overlooked(namesOf(tags), request.prefix), ...(decision?.findings ?? [])];
  return claimed(claim, tags, request, ports, { ...decision, findings });
}

/** A line is counted on whatever commits say. */
function bumpOf({ line }: NextRequest, decision: Decision | undefined): NextRequest {
  return line !== undefined || decision === undefined ? {} : { bump: decision.bump };
}

async function exactly(
  tag: string,
  tags: readonly Tag[],
  request: VersionRequest,
  ports: VersionPorts,
): Promise<Report<VersionFacts>> {
  const findings = outsideLine(tag, request);
  return claimed(await claimExact(tag, tags, request, ports), tags, request, ports, { findings });
}

async function claimed(
  claim: Claim,
  tags: readonly Tag[],
  request: VersionRequest,
  ports: VersionPorts,
  { findings, ...decision }: Partial<Decision> & Pick<Decision, 'findings'>,
): Promise<Report<VersionFacts>> {
  if ('finding' in claim) return failed(request, [claim.finding, ...findings]);
  const warnings = [
    ...findings,
    ...(await containment(claim.tag, tags, request, ports)),
    ...(await publication(request, ports)),
  ];
  return describe(request, { names: claim.names, at: [claim.tag], claim, warnings, ...decision });
}

interface Outcome {
  /** Of all tags that were seen. */
  readonly names: readonly string[];
  /** Of those that give the commit its version. */
  readonly at: readonly string[];
  readonly claim?: Claimed;
  readonly warnings?: readonly Finding[];
  readonly decidedBy?: readonly string[];
  readonly sections?: readonly Section[];
}

function describe(
  request: VersionRequest,
  { names, at: own, claim, warnings = [], decidedBy, sections: decided = [] }: Outcome,
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
    latest: isLatest(version, names, prefix),
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...derived,
  };
  const [title, sections] = [titleOf(version, claim), [namesTable(facts), ...decided]];
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
