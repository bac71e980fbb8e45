/** Which values of which documents a version and a weight mean, by the kind of the target. */
import type { Target, TargetKind } from '../../policy/index.ts';
import { enumerate } from '../../kernel/text.ts';
import { digestOf, filled, tagOf, withoutDigest, type Version } from '../version.ts';
import { has, keysAt, textAt, type ManifestDocument } from './manifests.ts';

/** One value to be written. */
export interface Place {
  readonly file: string;
  readonly document: number;
  readonly path: string;
  readonly value: string;
}

/** Why nothing can be planned. */
export interface PlanProblem {
  readonly message: string;
  readonly help: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

export interface Asked {
  readonly target: Target;
  readonly documents: readonly ManifestDocument[];
  readonly version: Version;
  readonly weight: number;
}

export type Places = readonly Place[] | PlanProblem;

/** Where what is written, or why that cannot be said. */
export function placesOf(asked: Asked): Places {
  return kinds[asked.target.kind](asked);
}

const kinds: Readonly<Record<TargetKind, (asked: Asked) => Places>> = {
  kserve: (asked) => inObject(asked, ['InferenceService'], asked.target.object, kserve),
  llmisvc,
  deployment: (asked) =>
    inObject(asked, ['Deployment', 'StatefulSet', 'DaemonSet'], asked.target.object, deployment),
  kustomize,
  helm: atPath,
  path: atPath,
};

/** The one object of these kinds, by its name where one is given. */
function inObject(
  asked: Asked,
  objects: readonly string[],
  name: string | undefined,
  places: (document: ManifestDocument, asked: Asked) => Places,
): Places {
  const { documents, target } = asked;
  const found = documents.filter(
    (one) =>
      objects.includes(textAt(one, 'kind') ?? '') &&
      (name === undefined || textAt(one, 'metadata.name') === name),
  );
  const [only, second] = found;
  const what = `${objects[0] ?? ''}${name === undefined ? '' : ` ${name}`}`;
  if (only === undefined)
    return {
      message: `no ${what} is in ${enumerate([...target.files])}`,
      help: `Correct \`files\` or \`object\` of \`targets.${target.name}\`.`,
    };
  if (second !== undefined)
    return {
      message: `${found.length} objects are ${what}: ${enumerate(found.slice(0, 5).map(({ file, number }) => `${file} (document ${number})`))}`,
      help: `Name one of them with \`object\`, or narrow \`files\` of \`targets.${target.name}\`.`,
    };
  return places(only, asked);
}

/** From KServe 0.20 on a canary is an entry of `spec.canary` beside the predictor; before, the predictor itself with a share. */
function kserve(document: ManifestDocument, asked: Asked): Places {
  const { weight, target } = asked;
  const at = placeIn(document);
  const value = written(asked, '{id}');
  if (typeof value !== 'string') return value;
  const stable = storagePath(document, ['spec', 'predictor']);
  if (stable === undefined) return noStorage(document, target);
  if (keysAt(document, ['spec', 'canary']).length > 0) {
    const canary = storagePath(document, ['spec', 'canary', '0', 'predictor']);
    if (canary === undefined) return noStorage(document, target);
    const share = (percent: number) => at('spec.canary[0].trafficPercent', String(percent));
    return weight === 100 ? [at(stable, value), share(0)] : [at(canary, value), share(weight)];
  }
  const percent = 'spec.predictor.canaryTrafficPercent';
  if (has(document, percent)) return [at(stable, value), at(percent, String(weight))];
  return weight === 100 ? [at(stable, value)] : noWeight(document, target, `${percent}: 100, or spec.canary`);
}

function storagePath(document: ManifestDocument, predictor: readonly string[]): string | undefined {
  const path = predictor.join('.').replaceAll(/\.(\d+)(?=\.|$)/g, '[$1]');
  const frameworks = keysAt(document, predictor).filter((key) =>
    has(document, `${path}["${key}"].storageUri`),
  );
  const [key, second] = frameworks;
  return key === undefined || second !== undefined ? undefined : `${path}.${key}.storageUri`;
}

function noStorage({ file }: ManifestDocument, { name }: Target): PlanProblem {
  return {
    file,
    message: 'the InferenceService has not one storageUri below its predictor',
    help: `Write one there once, or use kind: path for \`targets.${name}\`.`,
  };
}

function noWeight({ file }: ManifestDocument, { name }: Target, field: string): PlanProblem {
  return {
    file,
    message: `the manifest has no share of the traffic to edit: ${field}`,
    help: `Write it there once, or leave the ladder out of \`targets.${name}\`.`,
  };
}

/** Members of a group share the traffic by their weights (Gateway API, proportional). */
function llmisvc(asked: Asked): Places {
  const { target, weight } = asked;
  const value = written(asked, '{id}');
  if (typeof value !== 'string') return value;
  const object = ['LLMInferenceService'];
  const share = 'spec.router.route.weight';
  const own = inObject(asked, object, target.object, (document) => {
    const at = placeIn(document);
    if (!has(document, share))
      return weight === 100 ? [at('spec.model.uri', value)] : noWeight(document, target, share);
    return [at('spec.model.uri', value), at(share, String(weight))];
  });
  if ('message' in own || target.stable === undefined) return own;
  const rest = inObject(asked, object, target.stable, (document) => [
    placeIn(document)(share, String(100 - weight)),
  ]);
  return 'message' in rest ? rest : [...own, ...rest];
}

function deployment(document: ManifestDocument, asked: Asked): Places {
  const { target, version } = asked;
  const containers = keysAt(document, ['spec', 'template', 'spec', 'containers']);
  if (target.container === undefined && containers.length !== 1)
    return {
      file: document.file,
      message: `the ${textAt(document, 'kind') ?? ''} has ${containers.length} containers`,
      help: `Name one with \`container\` of \`targets.${target.name}\`.`,
    };
  const path = `spec.template.spec.containers[${target.container === undefined ? '0' : `name=${target.container}`}].image`;
  const value = written(asked, withDigest(version));
  if (typeof value !== 'string') return value;
  return asked.weight === 100
    ? [placeIn(document)(path, value)]
    : noWeight(document, target, 'a Deployment has none');
}

/** What is pulled is what was recorded: by digest, wherever that is known. */
function withDigest({ artifact }: Version): string {
  return digestOf(artifact) === undefined ? '{id}' : `${withoutDigest(artifact.id)}@{digest}`;
}

function kustomize(asked: Asked): Places {
  const { documents, target, version, weight } = asked;
  const found = documents.flatMap((document) =>
    keysAt(document, ['images']).flatMap((at) => {
      const name = textAt(document, `images[${at}].name`);
      return name !== undefined && (target.object === undefined || name === target.object)
        ? [{ document, at, name }]
        : [];
    }),
  );
  const [only, second] = found;
  if (only === undefined || second !== undefined)
    return {
      message: `${found.length} entries of images fit ${target.object ?? 'the target'} in ${enumerate([...target.files])}`,
      help: `Name the image with \`object\` of \`targets.${target.name}\`.`,
    };
  if (weight !== 100) return noWeight(only.document, target, 'kustomize has none');
  return imageEntry(asked, only.document, `images[${only.at}]`, version);
}

/** `digest` says what is pulled; `newTag` beside it is for people. */
function imageEntry(asked: Asked, document: ManifestDocument, path: string, { artifact }: Version): Places {
  const at = placeIn(document);
  const [tagged, pinned] = [has(document, `${path}.newTag`), has(document, `${path}.digest`)];
  const digest = digestOf(artifact);
  if (pinned && digest === undefined)
    return {
      file: document.file,
      message: `${artifact.id} has no digest in the ledger, and the manifest pins one`,
      help: 'Record the image with its digest.',
    };
  if (!tagged && !pinned)
    return {
      file: document.file,
      message: `${path} has neither newTag nor digest`,
      help: 'Write one of them there once.',
    };
  const tag = tagged ? written(asked, tagOf(artifact.id) === undefined ? '{version}' : '{tag}') : '';
  if (typeof tag !== 'string') return tag;
  return [
    ...(tagged ? [at(`${path}.newTag`, tag)] : []),
    ...(pinned ? [at(`${path}.digest`, digest ?? '')] : []),
  ];
}

/** Every document of the files that has the path. */
function atPath(asked: Asked): Places {
  const { documents, target, weight } = asked;
  const { path, weightPath } = target;
  if (path === undefined)
    return {
      message: `\`targets.${target.name}\` says no path`,
      help: 'Say where the value stands: `path: image.tag`.',
    };
  const value = written(asked, target.kind === 'helm' ? '{version}' : '{id}');
  if (typeof value !== 'string') return value;
  const found = documents.filter((document) => has(document, path));
  if (found.length === 0)
    return {
      message: `no document of ${enumerate([...target.files])} has ${path}`,
      help: `Correct \`path\` or \`files\` of \`targets.${target.name}\`.`,
    };
  const weighed = weightPath === undefined ? [] : documents.filter((document) => has(document, weightPath));
  if (weight !== 100 && weighed.length === 0)
    return {
      message: `\`targets.${target.name}\` has a ladder, and no weight stands in its manifests`,
      help: 'Say where: `weight-path: canary.weight`.',
    };
  return [
    ...found.map((document) => placeIn(document)(path, value)),
    ...weighed.map((document) => placeIn(document)(weightPath ?? '', String(weight))),
  ];
}

function placeIn({ file, number: document }: ManifestDocument): (path: string, value: string) => Place {
  return (path, value) => ({ file, document, path, value });
}

/** The text of `value` of the target, else of the kind's own. */
function written({ target, version }: Asked, usual: string): string | PlanProblem {
  const template = target.value ?? usual;
  const done = filled(template, version);
  if (done.ok) return done.text;
  return {
    message: `${template} cannot be filled in for ${version.name}: its ${done.unknown} is not known`,
    help: `Write \`value\` of \`targets.${target.name}\` with what the ledger knows: {version}, {id}, {tag}, {digest} or {sha}.`,
  };
}
