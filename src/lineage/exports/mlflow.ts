/** A chain as a version of a model in MLflow's registry. */
import { shown } from '../../kernel/text.ts';
import { chainLinks, type ChainLink } from '../chain/chain.ts';
import type { Hashes, LineageNode, LineageRecord, LineageVerdict } from '../record/model.ts';
import { nodeKey, type Walk } from '../chain/walk.ts';
import type { ExportContext } from './context.ts';

/** What the registry is given about one set of weights. */
export interface MlflowRegistration {
  /** Name of the registered model. */
  readonly model: string;
  /** Address of the weights; where they have none that MLflow takes, one that names them in the ledger. */
  readonly source: string;
  /** SHA-256 of which weights these are: a second run finds the version of the first by it. */
  readonly key: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly aliases: readonly string[];
}

export interface MlflowNames {
  /** Default: the name of the repository. */
  readonly model?: string;
  readonly aliases?: readonly string[];
}

/** The tag that contains the key. */
export const keyTag = 'lineage_key';

/** The weights that the chain comes to first, with all that they come from; `undefined` where it has none. */
export function mlflowRegistration(
  walk: Walk,
  { repository, repositoryUrl }: ExportContext,
  hashes: Hashes,
  { model, aliases = [] }: MlflowNames = {},
): MlflowRegistration | undefined {
  const links = chainLinks(walk.steps, new Map());
  const weights = walk.steps.find(({ node }) => node.kind === 'weights');
  if (weights === undefined) return undefined;
  const key = hashes.sha256(`${repositoryUrl} ${identityOf(weights.node, links)}`);
  const tags = { ...artifactTags(links), ...commitTags(links, walk, repository), ...judgements(links, walk) };
  return {
    model: model ?? repositoryName(repository),
    source: sourceOf(weights.node.id, repositoryUrl),
    key,
    tags: { [keyTag]: key, ...tags },
    aliases,
  };
}

/** Without a digest the name may stand for other weights tomorrow: the job tells them apart. */
function identityOf(weights: LineageNode, links: readonly ChainLink[]): string {
  const job = links.find(({ kind }) => kind === 'job');
  const maker = weights.digest === undefined && job !== undefined ? ` of ${job.id}` : '';
  return `${nodeKey(weights)}${maker}`;
}

function repositoryName(repository: string): string {
  return (repository.split('/').at(-1) ?? repository).replace(/\.git$/, '');
}

/** MLflow takes addresses of storages; `http:` and `file:` it takes only from its own, and a bare name never. */
function sourceOf(id: string, repositoryUrl: string): string {
  if (/^(?!https?:|file:)[a-z][a-z0-9+.-]*:\/\/[^/]/.test(id)) return id;
  return `lineage://${repositoryUrl.replace(/^[a-z]+:\/\//, '')}/weights/${encodeURIComponent(id)}`;
}

/** The nearest artifact of each kind. */
function artifactTags(links: readonly ChainLink[]): Record<string, string> {
  const [weights, job, image, serving] = (['weights', 'job', 'image', 'serving'] as const).map((kind) =>
    links.find((link) => link.kind === kind),
  );
  return told({
    weights: weights?.id,
    weights_digest: weights?.digest,
    job: job?.id,
    job_url: job?.run?.url,
    image: image?.id,
    image_digest: image?.digest,
    serving: serving?.id,
  });
}

function commitTags(links: readonly ChainLink[], walk: Walk, repository: string): Record<string, string> {
  const commit = links.find(({ kind }) => kind === 'commit');
  return told({
    repository,
    sha: commit?.id,
    git_ref: commit?.git_ref,
    author: commit?.author,
    pr_number: commit?.pr_number,
    version: versionOf(links, walk),
  });
}

/** As trigger-pipeline and record-lineage keep it with the job; else the git tag, else the tag of the image. */
function versionOf(links: readonly ChainLink[], { steps }: Walk): string | undefined {
  const kept = steps
    .flatMap(({ records }) => records)
    .map(({ parameters }) => parameters?.['version'])
    .find((version) => typeof version === 'string');
  if (kept !== undefined) return kept;
  const refs = links.map(({ git_ref }) => /^refs\/tags\/(.+)$/.exec(git_ref ?? '')?.[1]);
  const images = links.filter(({ kind }) => kind === 'image');
  return [...refs, ...images.map(({ id }) => /:([\w][\w.-]{0,127})$/.exec(id)?.[1])].find(
    (name) => name !== undefined,
  );
}

/** `metric.mmmu/accuracy` of the weights, `gate.regression-gate` of all that they come from. */
function judgements(links: readonly ChainLink[], { steps }: Walk): Record<string, string> {
  const weights = steps.find(({ node }) => node.kind === 'weights');
  const metrics = [...(weights?.records ?? []), ...(weights?.mentions ?? []).filter(isEvaluation)].flatMap(
    (record) => Object.entries(record.metrics ?? {}),
  );
  const verdicts = links.flatMap((link) => link.verdicts ?? []);
  return told({
    ...Object.fromEntries(metrics.map(([name, value]) => [`metric.${name}`, value])),
    ...Object.fromEntries(verdicts.map((verdict) => [`gate.${verdict.gate}`, verdictText(verdict)])),
  });
}

function isEvaluation({ outputs }: LineageRecord): boolean {
  return outputs.every(({ kind }) => kind === 'evaluation');
}

function verdictText({ verdict, exempted_by: by }: LineageVerdict): string {
  return by === undefined ? verdict : `${verdict} by ${by}`;
}

/** Keys as MLflow allows them: word characters, `-`, `.`, space, `:` and `/`, at most 250 of them. */
function told(tags: Readonly<Record<string, string | number | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).flatMap(([key, value]) =>
      value === undefined ? [] : [[key.replaceAll(/[^\w\-. :/]/g, '_').slice(0, 250), String(value)]],
    ),
  );
}

/** Why MLflow would refuse the names; `undefined` where it takes them. */
export function mlflowProblem({ model = 'x', aliases = [] }: MlflowNames): string | undefined {
  if (!/^[^/:'"`\p{C}]{1,250}$/u.test(model)) return `"${shown(model)}" cannot name a model`;
  const bad = aliases.find((alias) => !/^[\w-]{1,255}$/.test(alias) || /^(?:v\d+|latest)$/i.test(alias));
  return bad === undefined ? undefined : `"${shown(bad)}" cannot be an alias`;
}
