/** Links to what the repository shows: from its address, which the page knows. */
import { encodePath } from '../../report/links.ts';
import type { Inline } from '../../report/html/model.ts';

export function commitLink(sha: string): Inline {
  const short = { code: sha.slice(0, 8) };
  return isSha(sha) ? { link: short, to: `commit/${sha}` } : short;
}

/** What the newer of two commits has and the older has not. */
export function compareLink(older = '', newer = ''): Inline {
  if (!isSha(older) || !isSha(newer) || older === newer) return undefined;
  return { link: 'what changed since', to: `compare/${older}...${newer}`, only: true };
}

function isSha(text: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(text);
}

export function pullLink(pull: number | undefined): Inline {
  return pull === undefined ? undefined : { link: `#${pull}`, to: `pull/${pull}` };
}

export function issueLink(issue: number | undefined): Inline {
  return issue === undefined ? undefined : { link: `issue #${issue}`, to: `issues/${issue}` };
}

export function tagLink(tag: string): Inline {
  return { link: { code: tag, max: 80 }, to: `releases/tag/${encodePath(tag)}` };
}

/** A run of this repository; one elsewhere is not shown. */
export function runLink(run: { readonly url?: string } | undefined, link = 'run'): Inline {
  return run?.url?.includes('://') === true ? { link, to: run.url, only: true } : undefined;
}
