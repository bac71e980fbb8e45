/** `policy.signatures`: whose signatures of models and builds count. */
import { globs, list, path, readAs, text } from '../kernel/kinds.ts';
import { section, settings, type ValuesOf } from '../kernel/settings.ts';

/** Issuer of the identities of GitHub's workflows. */
export const githubIssuer = 'https://token.actions.githubusercontent.com';

const identityTable = settings({
  repository: {
    kind: text({ pattern: '^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$', example: 'lab/qwen3-vl' }),
    description: 'owner/name of the repository whose workflow signs.',
  },
  workflow: {
    kind: path,
    description:
      'Its workflow, such as .github/workflows/train.yml; of a reusable one owner/name/.github/workflows/x.yml. Default: any of the repository.',
  },
  refs: {
    kind: globs,
    description:
      'Globs of the refs on which it may run. Default: trunk, release/** and tags: a branch can hold any workflow.',
  },
  identity: {
    kind: text({ min: 1, max: 1000 }),
    description: 'In place of a repository: the exact identity in the certificate, such as a mail address.',
  },
  issuer: {
    kind: text({ min: 1, max: 1000 }),
    description: `Who vouches for the identity. Default: GitHub's workflows (${githubIssuer}).`,
  },
});

export type Identity = ValuesOf<typeof identityTable>;

/** Kinds of statements by which somebody says that they made the subject: provenance of builds, and signatures of images. */
export const usualPredicates: readonly string[] = [
  'https://slsa.dev/provenance/v1',
  'https://slsa.dev/provenance/v0.2',
  'https://sigstore.dev/cosign/sign/v1',
];

export const signaturesTable = settings({
  keys: {
    kind: list(path, { max: 50 }),
    default: [],
    description: 'Paths of public keys in PEM, in this repository.',
  },
  certificates: {
    kind: list(path, { max: 50 }),
    default: [],
    description:
      'Paths of certificates in PEM, in this repository, that the chain of a signature may end in.',
  },
  identities: {
    kind: list(section(identityTable, { minProperties: 1 }), { max: 100 }),
    default: [],
    description: 'Who may sign without a key of their own (Sigstore): workflows, or people.',
  },
  predicates: {
    kind: list(text({ min: 1, max: 500 }), { max: 50 }),
    default: usualPredicates,
    description:
      'Predicate types of in-toto statements that count as a signature of their subject, beside signed models: those by which whoever signs says that they made it. A scan, a test or a list of parts says something else.',
  },
  root: {
    kind: path,
    description:
      "Path of a Sigstore trusted root as JSON, in this repository. Default: that of Sigstore's public instance.",
  },
});

export type SignatureSettings = ValuesOf<typeof signaturesTable>;

/** What a policy that its schema accepts says of signatures. */
export function signaturesOf({ signatures }: { readonly signatures?: unknown }): SignatureSettings {
  return readAs(section(signaturesTable), signatures);
}
