/** Links, times and verdicts, as every part of the page shows them. */
import { encodeURIComponentFully } from '../../report/escape.ts';
import type { Verdict } from '../../report/model.ts';
import { clip } from '../../kernel/text.ts';
import { momentText, spanText } from '../words.ts';
import { code, html, nothing, told, type Html } from './markup.ts';

/** The repository that links lead to; what a record names elsewhere is shown and not linked. */
export interface Place {
  readonly url?: string;
  readonly builtAt: string;
}

const safeUrl = /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~%+-]+)*$/;

/** The address of the repository where it is one that a browser may be sent to. */
export function placeOf(url: string | undefined, builtAt: string): Place {
  return url !== undefined && safeUrl.test(url) ? { url, builtAt } : { builtAt };
}

export function link(href: string | undefined, content: Html): Html {
  return href === undefined ? content : html`<a href="${href}" rel="noreferrer noopener">${content}</a>`;
}

export function commitLink(sha: string, { url }: Place): Html {
  const known = url !== undefined && isSha(sha);
  return link(known ? `${url}/commit/${sha}` : undefined, code(sha.slice(0, 8)));
}

/** What the newer of two commits has and the older has not. */
export function compareLink(older: string | undefined, newer: string | undefined, { url }: Place): Html {
  if (url === undefined || !isSha(older) || !isSha(newer) || older === newer) return nothing;
  return link(`${url}/compare/${older}...${newer}`, html`what changed since`);
}

function isSha(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{40,64}$/.test(text);
}

export function pullLink(pull: number | undefined, { url }: Place): Html {
  if (pull === undefined) return nothing;
  return link(url === undefined ? undefined : `${url}/pull/${pull}`, html`#${pull}`);
}

export function issueLink(issue: number | undefined, { url }: Place): Html {
  if (issue === undefined) return nothing;
  return link(url === undefined ? undefined : `${url}/issues/${issue}`, html`issue #${issue}`);
}

export function tagLink(tag: string, { url }: Place): Html {
  const path = tag.split('/').map(encodeURIComponentFully).join('/');
  return link(url === undefined ? undefined : `${url}/releases/tag/${path}`, code(tag, 80));
}

/** A run of this repository; an address that a record gives leads nowhere else. */
export function runLink(address: string | undefined, text: string, { url }: Place): Html {
  if (address === undefined || url === undefined) return nothing;
  return address.startsWith(`${url}/`) && safeUrl.test(address) ? link(address, html`${text}`) : nothing;
}

/** A moment, with what the reader needs to place it: how long before or after the page was made. */
export function time(iso: string, { builtAt }: Place, relative = true): Html {
  const when = html`<time datetime="${iso}">${momentText(iso)}</time>`;
  if (!relative) return when;
  const side = iso <= builtAt ? `${spanText(iso, builtAt)} ago` : `in ${spanText(builtAt, iso)}`;
  return html`${when} <span class="age">(${side})</span>`;
}

const marks: Readonly<Record<Verdict, string>> = {
  pass: '✓',
  fail: '✕',
  inconclusive: '?',
  exempt: '⚑',
  skipped: '–',
};

/** A verdict in a word, a sign and a colour: none of them alone. */
export function verdictChip(verdict: Verdict, label: string = verdict, title = ''): Html {
  const spoken = label === verdict ? nothing : html`<span class="sr">: ${verdict}</span>`;
  const hint = title === '' ? nothing : html` title="${clip(title, 200)}"`;
  return html`<span class="chip ${verdict}" ${hint}
    ><span aria-hidden="true">${marks[verdict]} </span>${told(label, 40)}${spoken}</span
  >`;
}
