import { UserError } from '../../kernel/user-error.ts';
import type { Git } from '../process/run.ts';

/** What is checked out. */
export interface Head {
  /** Full SHA of the commit. */
  readonly sha: string;
  /** Absent for a detached head. */
  readonly branch?: string;
}

/** Throws a UserError before the first commit. By its full name: the short one is another where a tag is called so too. */
export async function headOf(git: Git): Promise<Head> {
  const asked = ['--revs-only', 'HEAD^{commit}', '--symbolic-full-name', 'HEAD'];
  const [sha = '', ref = ''] = (await git.text(['rev-parse', ...asked])).split('\n');
  if (sha === '')
    throw new UserError('what is checked out has no commit yet', { help: 'Make a first commit.' });
  return headBy(sha, ref);
}

/** `name`: in full, as git gives that of HEAD. */
export function headBy(sha: string, name: string): Head {
  return { sha, ...(name.startsWith(heads) ? { branch: name.slice(heads.length) } : {}) };
}

const heads = 'refs/heads/';
