/** URLs carry credentials: nothing of them may reach a report. */

const userInfo = /([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/?#@'"<>]{1,2000}(?:@[^\s/?#@'"<>]{0,2000}){0,4}@/gi;
const secretQuery =
  /([?&;][^=&\s#]{0,100}(?:token|key|secret|password|passwd|pwd|auth|sig|signature|credential|sas|private)[^=&\s#]{0,100}=)[^&\s#'"]{1,4000}/gi;

/** The text with user names, passwords and secret query values replaced by `***`. */
export function redact(text: string): string {
  return text.replaceAll(userInfo, '$1***@').replaceAll(secretQuery, '$1***');
}

/** An index or repository address as an identity: no credentials, no trailing slash, host in lower case. */
export function sourceUrl(url: string): string {
  return redact(url.trim())
    .replace(/\/+$/, '')
    .replace(/^[a-z][a-z0-9+.-]{0,30}:\/\/(?:\*\*\*@)?/i, (scheme) =>
      scheme.toLowerCase().replace('***@', ''),
    )
    .replace(/^([a-z0-9+.-]+:\/\/)([^/]+)/, (_, scheme: string, host: string) => scheme + host.toLowerCase());
}
