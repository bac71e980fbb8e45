import { uniqueBy } from '../kernel/group.ts';
import { lineageRules } from './rules.ts';
import type { Finding } from '../report/model.ts';
import type { LineageNode, LineageRecord } from './record/model.ts';
import type { CommitFacts } from './chain/chain.ts';
import { type Ambiguity, type Missing, type Step, type Walk, nodeKey } from './chain/walk.ts';

/** `weights qwen3-vl-sft`, with the digest's beginning where it moves. */
export function nodeText({ kind, id, digest }: LineageNode): string {
  const name = kind === 'commit' ? id.slice(0, 8) : id;
  return digest === undefined ? `${kind} ${name}` : `${kind} ${name} (${shortDigest(digest)})`;
}

export function shortDigest(digest: string): string {
  const colon = digest.indexOf(':');
  return `${digest.slice(0, colon + 1)}${digest.slice(colon + 1, colon + 13)}`;
}

/** Everything in a walk that a reader must not overlook. */
export function walkFindings(walk: Walk, now: string): Finding[] {
  return [
    ...walk.missing.map(missingLink),
    ...walk.ambiguous.map(ambiguousLink),
    ...notWhole(walk),
    ...clockSkew(walk.steps, now),
    ...commitMismatch(walk.steps),
  ];
}

function missingLink({ node, expected }: Missing): Finding {
  return lineageRules['missing-link'].finding({
    message: `no record says which ${expected} ${nodeText(node)} came from`,
    help: `Record it where it is made: inputs [${expected}], outputs [${node.kind}].`,
  });
}

function ambiguousLink({ node, candidates, followed }: Ambiguity): Finding {
  const shown = candidates.slice(0, 10).join('; ');
  const choice = followed === undefined ? 'all were followed' : `${shortDigest(followed)} was followed`;
  return lineageRules['ambiguous-link'].finding({
    message: `${nodeText(node)} has ${candidates.length} possible origins (${shown}); ${choice}`,
    help: 'Record the digest with every id that moves.',
  });
}

/** Commits that no trunk or release branch holds, as far as anybody could tell. */
export function notOnTrunk(commits: ReadonlyMap<string, CommitFacts>): Finding[] {
  return [...commits]
    .filter(([, { merged }]) => merged === false)
    .map(([sha]) =>
      lineageRules['not-on-trunk'].finding({
        message: `commit ${sha.slice(0, 8)} is neither on trunk nor on a release branch`,
        help: 'See who built from it, and whether its pull request was merged.',
      }),
    );
}

/** Reported where more is there than was looked at. */
export function notWhole({ cut, steps }: Walk): Finding[] {
  if (!cut) return [];
  return [
    lineageRules['not-whole'].finding({
      message: `more than ${steps.length} artifacts are in this chain; the rest was not looked at`,
      help: 'Ask for one that is nearer to what you look for.',
    }),
  ];
}

const tolerance = 5 * 60_000;

function clockSkew(steps: readonly Step[], now: string): Finding[] {
  const records = uniqueBy(
    steps.flatMap((step) => step.records),
    ({ id }) => id,
  );
  const made = new Map<string, LineageRecord>();
  for (const record of records) for (const node of record.outputs) made.set(nodeKey(node), record);
  const reversed = records.flatMap((record) =>
    record.inputs.flatMap((node) => {
      const maker = made.get(nodeKey(node));
      const early = maker !== undefined && Date.parse(maker.at) > Date.parse(record.at) + tolerance;
      return early && maker.id !== record.id
        ? [`${nodeText(node)} was used at ${record.at} and recorded as made at ${maker.at}`]
        : [];
    }),
  );
  return [...fromFuture(records, now), ...reversed.map(wrongClock)].slice(0, 10);
}

/** Records that say they were written later than `now` (ISO 8601), beyond what clocks differ by. */
export function fromFuture(records: readonly LineageRecord[], now: string): Finding[] {
  const latest = new Date(Date.parse(now) + tolerance).toISOString();
  return records
    .filter(({ at }) => at > latest)
    .map(({ id, at }) => wrongClock(`record ${id} is from the future: ${at}`));
}

function wrongClock(message: string): Finding {
  return lineageRules['clock-skew'].finding({
    message,
    help: 'Set the clock of the machine that wrote it.',
  });
}

function commitMismatch(steps: readonly Step[]): Finding[] {
  return steps
    .filter(({ node }) => node.kind === 'job')
    .flatMap((step) => {
      const own = commitsOf(step.records);
      const images = step.records.flatMap(({ inputs }) => inputs.filter(({ kind }) => kind === 'image'));
      return images.flatMap((image) => {
        const built = steps.find(
          ({ node }) => node.kind === 'image' && (nodeKey(node) === nodeKey(image) || node.id === image.id),
        );
        const others = commitsOf(built?.records ?? []).filter((sha) => !own.includes(sha));
        return own.length === 0 || others.length === 0 ? [] : [mismatch(step.node, own, image, others)];
      });
    });
}

function commitsOf(records: readonly LineageRecord[]): string[] {
  return [
    ...new Set(
      records.flatMap(({ inputs }) => inputs.filter(({ kind }) => kind === 'commit').map(({ id }) => id)),
    ),
  ];
}

function mismatch(job: LineageNode, own: string[], image: LineageNode, others: string[]): Finding {
  const names = (shas: string[]) => shas.map((sha) => sha.slice(0, 8)).join(', ');
  return lineageRules['commit-mismatch'].finding({
    message: `${nodeText(job)} ran commit ${names(own)}, but ${nodeText(image)} was built from ${names(others)}`,
    help: 'Build the image from the commit that is trained.',
  });
}
