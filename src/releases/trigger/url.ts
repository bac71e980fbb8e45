/** Where a request with a secret may be sent. */

export type CheckedUrl =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly problem: string };

/**
 * `https:` everywhere, `http:` to this machine only, or where it is `plain`: nothing secret goes along.
 * Never with a name and password, which would end up in logs.
 */
export function checkedTarget(
  text: string,
  { plain = false }: { readonly plain?: boolean } = {},
): CheckedUrl {
  if (!URL.canParse(text)) return { ok: false, problem: 'it is not a URL' };
  const url = new URL(text);
  if (url.username !== '' || url.password !== '')
    return { ok: false, problem: 'it contains a name or password' };
  if (url.protocol === 'https:') return { ok: true, url };
  if (url.protocol === 'http:' && (plain || isLoopback(url.hostname))) return { ok: true, url };
  return { ok: false, problem: `it begins with ${url.protocol}//, and only https:// is sent to` };
}

/** Scheme, host and path, without what may be a key in it: what may be shown. */
export function shownTarget({ origin, pathname }: URL): string {
  return `${origin}${pathname
    .split('/')
    .map((part) => (mayBeKey(part) ? '…' : part))
    .join('/')}`;
}

/** What in an address may be a key: the values of its query, and long parts of its path, as web hooks have them. */
export function keysIn({ pathname, searchParams }: URL): string[] {
  return [...searchParams.values(), ...pathname.split('/').filter(mayBeKey)];
}

/** Long, with digits and letters: `T0AB12…`; a name such as `training-pipelines` is none. */
function mayBeKey(part: string): boolean {
  return part.length >= 16 && /\d/.test(part) && /[a-z]/i.test(part);
}

/** Whether a token can stand in a header: visible ASCII on one line. What cannot is most often a secret that was pasted with a line break. */
export function fitsHeader(token: string): boolean {
  return /^[\x21-\x7e]+(?: +[\x21-\x7e]+)*$/.test(token);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
