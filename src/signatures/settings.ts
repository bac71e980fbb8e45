/** `policy.signatures`: whose signatures of models and builds count. */
import { globs, list, path, readAs, text } from '../kernel/kinds.ts';
import { section, settings, type ValuesOf } from '../kernel/settings.ts';

/** Issuer of the identities of GitHub's workflows. */
export const githubIssuer = 'https://token.actions.githubusercontent.com';

const identityTable = settings({
  repository: {
    kind: text({ pattern: '^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$' }),
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
