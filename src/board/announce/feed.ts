/** An Atom feed (RFC 4287) of what waits, what began to serve, and merges that did not pass. */
import { htmlText, visible } from '../../report/escape.ts';
import { clip } from '../../kernel/text.ts';
import type { Translate } from '../texts/translate.ts';
import type { Board } from '../model.ts';

interface Entry {
  /** Stable: the same thing is not news twice. */
  readonly key: string;
  readonly title: string;
  /** ISO 8601. */
  readonly at: string;
  /** Below the repository's address. */
  readonly to?: string;
  readonly text?: string;
}

const most = 50;

export interface FeedOptions {
  /** Web address of the board. */
  readonly page?: string | undefined;
  /** Of what it says itself; default: in English. */
  readonly t?: Translate;
  /** SHA-256 of UTF-8 text in hexadecimal. */
  sha256(text: string): string;
}

/** The same board gives the same bytes. */
export function atomFeed(board: Board, { page, sha256, t = (text) => text }: FeedOptions): string {
  const entries = entriesOf(board, t)
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.key < b.key ? -1 : 1))
    .slice(0, most);
  const urn = (text: string) => `urn:model-gates:${sha256(`${board.name}\n${text}`).slice(0, 40)}`;
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${urn('board')}</id>`,
    `<title>${xml(`${board.name} · model board`)}</title>`,
    `<updated>${xml(entries[0]?.at ?? board.builtAt)}</updated>`,
    `<author><name>${xml(board.name)}</name></author>`,
    '<generator>model-gates</generator>',
    ...link(page ?? board.url),
    ...entries.flatMap((entry) => entryLines(entry, board, urn)),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function entriesOf({ attention, services, merges, ledger, builtAt }: Board, t: Translate): Entry[] {
  // Since when something waits nobody knows: it is as new as the newest record.
  const known = ledger.newest !== undefined && ledger.newest < builtAt ? ledger.newest : builtAt;
  return [
    ...attention.shown.map(({ finding }): Entry => ({
      key: `${finding.rule}\n${finding.message}`,
      title: finding.message,
      at: known,
      text: finding.help ?? '',
    })),
    ...services.shown.flatMap(({ name, current, before }) =>
      [current, ...before.shown].map(({ id, at, commit }): Entry => ({
        key: `serving\n${name}\n${id}\n${at}`,
        title: t(`${name}: ${id} began to serve`),
        at,
        ...(commit !== undefined && { to: `commit/${commit}` }),
      })),
    ),
    ...merges.shown
      .filter(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive')
      .map(({ sha, at, branch, verdict }): Entry => ({
        key: `merge\n${sha}\n${verdict ?? ''}`,
        title: t(`${sha.slice(0, 8)} was merged to ${branch}: ${verdict ?? ''}`),
        at,
        to: `commit/${sha}`,
      })),
  ];
}

function entryLines(
  { key, title, at, to, text = '' }: Entry,
  { url }: Board,
  urn: (text: string) => string,
): string[] {
  return [
    '<entry>',
    `<id>${urn(key)}</id>`,
    `<title>${xml(clip(title, 300))}</title>`,
    `<updated>${xml(at)}</updated>`,
    ...(to === undefined || url === undefined ? [] : link(`${url}/${to}`)),
    ...(text === '' ? [] : [`<summary>${xml(clip(text, 600))}</summary>`]),
    '</entry>',
  ];
}

function link(address: string | undefined): string[] {
  return address === undefined || !/^https?:\/\//.test(address) ? [] : [`<link href="${xml(address)}"/>`];
}

/** Control characters, which XML has none of, are shown as their code points. */
function xml(text: string): string {
  return htmlText(
    visible(text)
      .replaceAll(/[\t\n]/g, ' ')
      .replaceAll(/[\uFFFE\uFFFF]/g, ''),
  );
}
