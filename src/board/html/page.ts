import { grouped } from '../../kernel/text.ts';
import type { Board } from '../model.ts';
import { momentText } from '../words.ts';
import { attentionPart, tiles } from './attention.ts';
import { beginning } from './beginning.ts';
import { debtsPart, mergesPart, versionsPart } from './lists.ts';
import { code, html, Html, nothing, told } from './markup.ts';
import { link, placeOf, time, type Place } from './places.ts';
import { script } from './script.ts';
import { servingPart } from './serving.ts';
import { style } from './style.ts';
import { trendsPart } from './trends.ts';
import { unreadPart } from './unread.ts';

export interface PageOptions {
  /** SHA-256 of UTF-8 text in base64: names the style and the script that the page allows itself. */
  sha256(text: string): string;
}

/** One HTML file that needs nothing else. The same board gives the same bytes. */
export function renderPage(board: Board, { sha256 }: PageOptions): string {
  const place = placeOf(board.url, board.builtAt);
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${sha256(style)}'`,
    `script-src 'sha256-${sha256(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(policy)}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${board.name} · model board</title>
        ${verbatim('style', style)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the board</a>
        ${header(board, place)}
        <main id="main">
          ${board.ledger.records === 0 && board.unread.length === 0 ? beginning(board) : parts(board, place)}
        </main>
        ${footer(board)} ${verbatim('script', script)}
      </body>
    </html> `;
  return `${page.text.trimEnd()}\n`;
}

/** To the byte what the policy names. Both texts are constants of ours, and neither ends its element. */
function verbatim(element: 'style' | 'script', text: string): Html {
  return new Html(`<${element}>${text}</${element}>`);
}

function header(board: Board, place: Place): Html {
  const { ledger } = board;
  const newest =
    ledger.newest === undefined ? nothing : html`, the newest from ${time(ledger.newest, place, false)}`;
  const at = ledger.commit === undefined ? nothing : html` at ${code(ledger.commit.slice(0, 8))}`;
  return html`<header class="top">
    <h1>${link(place.url, told(board.name, 120))} <span>model board</span></h1>
    <p>
      Made <time id="built" datetime="${board.builtAt}">${momentText(board.builtAt)}</time
      ><span id="age"></span> from ${grouped(ledger.records)} records of the ledger${at}${newest}.
    </p>
  </header> `;
}

interface PagePart {
  readonly id: string;
  readonly title: string;
  readonly body: (board: Board, place: Place) => Html;
}

const all: readonly PagePart[] = [
  { id: 'attention', title: 'What waits for somebody', body: attentionPart },
  { id: 'serving', title: 'What serves now', body: servingPart },
  { id: 'trends', title: 'Metrics over the last merges', body: trendsPart },
  { id: 'debts', title: 'Exemptions and hotfixes', body: debtsPart },
  { id: 'merges', title: 'Merged lately', body: mergesPart },
  { id: 'versions', title: 'Versions', body: versionsPart },
  { id: 'unread', title: 'What could not be read', body: unreadPart },
];

function parts(board: Board, place: Place): Html {
  const links = all.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li> `);
  return html`${tiles(board)}
    <nav aria-label="Parts of this page">
      <ul>
        ${links}
      </ul>
    </nav>
    <form id="filter" role="search" hidden>
      <label for="words">Filter merges, exemptions and versions</label
      ><input id="words" type="search" autocomplete="off" spellcheck="false" /><output
        id="found"
        for="words"
      ></output>
    </form>
    ${all.map(
      ({ id, title, body }) =>
        html`<section id="${id}" aria-labelledby="${id}-title">
          <h2 id="${id}-title">${title}</h2>
          ${body(board, place)}
        </section> `,
    )}`;
}

function footer({ trunk }: Board): Html {
  return html`<footer>
    <p>
      Times are UTC; “ago” counts from when this page was made. Trunk is ${told(trunk, 80)}. A gate that was
      lifted is paid for by a verdict on the same commit, not by a later merge. Metrics that are shares are
      shown in points; the band is the tolerance of the policy around the last release.
    </p>
  </footer> `;
}
