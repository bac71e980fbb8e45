/** `$(cd "$(dirname "$0")" && pwd)` and its like. */
export function folderOf(text: string): 'script' | 'start' | undefined {
  if (/^(?:\$\(|`)\s*pwd(?: -P)?\s*[)`]$/.test(text)) return 'start';
  const isOfScript = /\bdirname\b/.test(text) && /BASH_SOURCE|\$\{?0\b|%x/.test(text);
  return isOfScript && !/dirname[^;&|]*dirname|\.\.|git /.test(text) ? 'script' : undefined;
}

/** Where bash puts a home: at the start, and after `=` or `:` of an assignment. `~key` of an override is the home of nobody. */
export function hasTilde(text: string, isValue: boolean): boolean {
  if (!text.includes('~')) return false;
  if (text.startsWith('~')) return /^~(?:[-+]?\d*|root)(?:\/|:|$)|^~[^/]*[/:]/.test(text);
  return isValue ? text.includes(':~') : /^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=(?:~|.*:~)/.test(text);
}
