/** Whose signatures count, with the files that the policy names. */
import { UserError } from '../../kernel/user-error.ts';
import type { FileTree } from '../../ports/index.ts';
import type { Identity, SignatureSettings } from '../settings.ts';

export interface NamedPem {
  /** Its file. */
  readonly name: string;
  readonly pem: string;
}

export interface Trust {
  readonly keys: readonly NamedPem[];
  /** That a chain of certificates may end in. */
  readonly certificates: readonly NamedPem[];
  readonly identities: readonly Identity[];
  /** Predicate types of statements that count beside signed models. Default: the usual ones. */
  readonly predicates?: readonly string[];
  /** A Sigstore trusted root as JSON; absent: that of the public instance. */
  readonly root?: string;
}

/** From the tree that the policy was read from. A workflow counts on trunk, release branches and tags alone, unless `refs` says otherwise. */
export async function loadTrust(settings: SignatureSettings, tree: FileTree, trunk: string): Promise<Trust> {
  const { keys, certificates, identities, predicates, root } = settings;
  const refs = [`refs/heads/${trunk}`, 'refs/heads/release/**', 'refs/tags/**'];
  return {
    keys: await Promise.all(keys.map((file) => pemAt(tree, file))),
    certificates: await Promise.all(certificates.map((file) => pemAt(tree, file))),
    predicates,
    identities: identities.map((one) => ({ ...one, refs: one.refs ?? refs })),
    ...(root === undefined ? {} : { root: (await pemAt(tree, root)).pem }),
  };
}

const maxBytes = 1024 * 1024;

async function pemAt(tree: FileTree, file: string): Promise<NamedPem> {
  const bytes = await tree.read(file, maxBytes);
  if (bytes !== undefined) return { name: file, pem: new TextDecoder().decode(bytes) };
  throw new UserError(`\`signatures\` of the policy names ${file}, and it is not there (${tree.name})`, {
    help: 'Add the file, or take it out of the policy.',
  });
}
