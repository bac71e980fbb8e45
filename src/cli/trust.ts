/** Whose signatures count: as the options say, else as the policy on trunk does. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../kernel/user-error.ts';
import { trustOn } from '../runner/signatures.ts';
import type { NamedPem, Trust } from '../signatures/gate/trust.ts';
import { currentRepository } from './change.ts';
import { trunkOf } from './trunk.ts';
import type { Terminal } from './verb.ts';

export interface TrustOptions {
  readonly key?: readonly string[];
  readonly certificate?: readonly string[];
  readonly identity?: string;
  readonly repository?: string;
  readonly workflow?: string;
  readonly ref?: readonly string[];
  readonly issuer?: string;
  readonly root?: string;
}

export async function trustOf(options: TrustOptions, terminal: Terminal): Promise<Trust> {
  const { key = [], certificate = [], identity, repository, workflow, ref, issuer, root } = options;
  if (identity !== undefined && issuer === undefined)
    throw new UserError('--identity needs --issuer', { help: 'Say who vouches for it: --issuer URL.' });
  const isNamed = key.length + certificate.length > 0 || identity !== undefined || repository !== undefined;
  if (!isNamed) return policyTrust(terminal);
  const read = (file: string) => pemOf(file, terminal.cwd);
  const who = { identity, repository, workflow, refs: ref, issuer };
  const given = Object.fromEntries(Object.entries(who).filter(([, value]) => value !== undefined));
  return {
    keys: await Promise.all(key.map(read)),
    certificates: await Promise.all(certificate.map(read)),
    identities: identity === undefined && repository === undefined ? [] : [given],
    ...(root === undefined ? {} : { root: (await read(root)).pem }),
  };
}

async function policyTrust(terminal: Terminal): Promise<Trust> {
  const repository = await currentRepository(terminal).catch((cause: unknown) => {
    throw new UserError('nothing says who may sign, and there is no repository whose policy would', {
      help: 'Give --key FILE, --certificate FILE, --repository NAME, or --identity NAME with --issuer URL.',
      cause,
    });
  });
  const trunk = await trunkOf(repository, undefined);
  return trustOn(repository.tree(trunk.sha), trunk.name);
}

async function pemOf(file: string, cwd: string): Promise<NamedPem> {
  try {
    return { name: file, pem: await readFile(path.resolve(cwd, file), 'utf8') };
  } catch (cause) {
    throw new UserError(`${file} cannot be read`, { help: 'Name a file in PEM.', cause });
  }
}
