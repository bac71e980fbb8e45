/** URLs carry credentials, and answers repeat secrets: nothing of them may reach a report. */

const userInfo = /([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/?#@'"<>]{1,2000}(?:@[^\s/?#@'"<>]{0,2000}){0,4}@/gi;
const secretQuery =
  /([?&;][^=&\s#]{0,100}(?:token|key|secret|password|passwd|pwd|auth|sig|signature|credential|sas|private)[^=&\s#]{0,100}=)[^&\s#'"]{1,4000}/gi;

/** The text without the secrets, in whichever of the usual spellings, and without user names, passwords and secret query values of URLs: `***` instead. */
export function redact(text: string, secrets: readonly (string | undefined)[] = []): string {
  const clean = secrets
    .filter((secret) => secret !== undefined)
    .filter((secret) => secret.length > 0)
    .flatMap(spellings)
    // The longer first: one may hold another.
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  return clean.replaceAll(userInfo, '$1***@').replaceAll(secretQuery, '$1***');
}

/** As it is, in JSON, in a URL, in base64. */
function spellings(secret: string): string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret.toWellFormed()),
    new URLSearchParams({ '': secret }).toString().slice(1),
    Buffer.from(secret).toString('base64'),
  ];
}

/** An index or repository address as an identity: no credentials, no trailing slash, host in lower case. */
export function sourceUrl(url: string): string {
  // Locks name the same index thousands of times in a row.
  if (url !== last.url) last = { url, clean: cleanUrl(url) };
  return last.clean;
}

let last = { url: '', clean: '' };

function cleanUrl(url: string): string {
  return redact(url.trim())
    .replace(/\/+$/, '')
    .replace(/^[a-z][a-z0-9+.-]{0,30}:\/\/(?:\*\*\*@)?/i, (scheme) =>
      scheme.toLowerCase().replace('***@', ''),
    )
    .replace(/^([a-z0-9+.-]+:\/\/)([^/]+)/, (_, scheme: string, host: string) => scheme + host.toLowerCase());
}
