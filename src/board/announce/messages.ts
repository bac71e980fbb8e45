/**
 * The same message for each place where people read. Somebody else's text stands only where the place reads no markup: so none can
 * mention everybody, hide a link or close a block.
 */
import type { Digest, DigestItem } from './digest.ts';

export const messageKinds = ['slack', 'feishu', 'dingtalk', 'teams', 'webhook'] as const;
export type MessageKind = (typeof messageKinds)[number];

export const kindNames: Readonly<Record<MessageKind, string>> = {
  slack: 'Slack',
  feishu: 'Feishu or Lark',
  dingtalk: 'DingTalk',
  teams: 'Teams',
  webhook: 'the webhook',
};

/** What is sent as JSON, before it is signed. */
export function messageFor(kind: MessageKind, digest: Digest): Readonly<Record<string, unknown>> {
  return makers[kind](digest);
}

const makers: Readonly<Record<MessageKind, (digest: Digest) => Readonly<Record<string, unknown>>>> = {
  slack,
  feishu,
  dingtalk,
  teams,
  webhook: ({ open: _open, ...digest }) => ({ schema: version, ...digest, page: digest.page ?? null }),
};

/** Of what a plain webhook is sent. */
const version = 1;

function headline({ name, title }: Digest): string {
  return `model-gates · ${name}: ${title}`;
}

const marks: Readonly<Record<DigestItem['level'], string>> = {
  serving: '🔴',
  now: '🔴',
  soon: '🟡',
  note: '⚪',
};

function itemText({ level, text, help }: DigestItem): string {
  return `${marks[level]} ${text}${help === '' ? '' : `\n${help}`}`;
}

function more({ needs, total }: Digest): string[] {
  return total > needs.length ? [`+ ${total - needs.length}`] : [];
}

/** Texts of the body, a paragraph each. */
function paragraphs(digest: Digest): string[] {
  const lines = digest.lines.join('\n');
  return [...digest.needs.map(itemText), ...more(digest), ...(lines === '' ? [] : [lines])];
}

/** Blocks of plain text (3,000 characters each, 150 of the header); the notification's own text is escaped. */
function slack(digest: Digest) {
  const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
  const button = (url: string) => ({ type: 'button', text: plain(digest.open), url });
  return {
    text: headline(digest).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: 'header', text: plain(headline(digest).slice(0, 150)) },
      ...paragraphs(digest).map((text) => ({ type: 'section', text: plain(text.slice(0, 3000)) })),
      ...(digest.page === undefined ? [] : [{ type: 'actions', elements: [button(digest.page)] }]),
    ],
  };
}

/** A card of plain texts; a custom bot reads no mention in those. */
function feishu(digest: Digest) {
  const plain = (content: string) => ({ tag: 'plain_text', content });
  const isWrong = digest.needs.some(({ level }) => level !== 'soon');
  return {
    msg_type: 'interactive',
    card: {
      config: { wide_screen_mode: true },
      header: {
        title: plain(headline(digest)),
        template: digest.needs.length === 0 ? 'green' : isWrong ? 'red' : 'yellow',
      },
      elements: [
        ...paragraphs(digest).map((text) => ({ tag: 'div', text: plain(text) })),
        ...(digest.page === undefined
          ? []
          : [
              {
                tag: 'action',
                actions: [{ tag: 'button', text: plain(digest.open), type: 'default', url: digest.page }],
              },
            ]),
      ],
    },
  };
}

/** Of type text: Markdown would be read in anybody's words. Nobody is mentioned but by `at`. */
function dingtalk(digest: Digest) {
  const page = digest.page === undefined ? [] : [digest.page];
  return {
    msgtype: 'text',
    text: { content: [headline(digest), ...paragraphs(digest), ...page].join('\n\n') },
    at: { isAtAll: false },
  };
}

/** An adaptive card whose texts are runs, in which no Markdown is read. */
function teams(digest: Digest) {
  const run = (text: string, style: object = {}) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text, ...style }],
  });
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            run(headline(digest), { weight: 'Bolder', size: 'Medium' }),
            ...paragraphs(digest).map((text) => run(text)),
          ],
          ...(digest.page !== undefined && {
            actions: [{ type: 'Action.OpenUrl', title: digest.open, url: digest.page }],
          }),
        },
      },
    ],
  };
}
