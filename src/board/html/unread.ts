import { count, grouped } from '../../kernel/text.ts';
import type { Board } from '../model.ts';
import { code, html, told, type Html } from './markup.ts';
import { limits } from '../settings.ts';

/** What is missing from the page because it could not be read; it says so where nothing is. */
export function unreadPart({ unread, ledger }: Board): Html {
  if (unread.length === 0)
    return html`<p class="calm">
      <span aria-hidden="true">✓ </span>All of it was read: ${grouped(ledger.records)} records.
    </p> `;
  const shown = unread.map(
    ({ rule, message, help = '' }) =>
      html`<li>${told(message, 400)} <span class="help">${told(help, 300)} ${code(rule)}</span></li> `,
  );
  const more = unread.length >= limits.unread ? ' at least' : '';
  return html`<p>
      ${grouped(ledger.records)} records were read;${more} ${count(unread.length, 'thing')} could not be read
      or counted, so the parts above may lack something.
    </p>
    <ul class="gaps">
      ${shown}
    </ul> `;
}
