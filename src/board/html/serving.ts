import { shortDigest, type ChainLink, type Missing } from '../../lineage/index.ts';
import { oneLine } from '../../report/escape.ts';
import type { Board, Deployment, Service } from '../model.ts';
import { numberText } from '../words.ts';
import { code, html, join, nothing, told, type Html } from './markup.ts';
import { commitLink, compareLink, pullLink, runLink, time, verdictChip, type Place } from './places.ts';
import { cutNote } from './table.ts';

export function servingPart({ services }: Board, place: Place): Html {
  if (services.total === 0)
    return html`<p class="empty">
      No record names a serving version. Record each deploy with <code>record-lineage</code>:
      <code>from: weights …</code>, <code>to: serving …</code>.
    </p> `;
  return html`${services.shown.map((service) => card(service, place))}${cutNote(services, 'services', 'Trace the others by their name.')}`;
}

function card(service: Service, place: Place): Html {
  const { name, current, complete, run } = service;
  const state = complete
    ? html`<span class="chip pass"><span aria-hidden="true">✓ </span>traced to its commit</span>`
    : html`<span class="chip fail"><span aria-hidden="true">✕ </span>chain incomplete</span>`;
  return html`<article class="card${complete ? '' : ' broken'}">
    <header>
      <h3>${told(name)}</h3>
      ${state}
    </header>
    <p class="version">${code(current.id)}</p>
    <p class="origin">${origin(service, place)}</p>
    <p class="meta">
      Serving since ${time(current.at, place)} · recorded by
      ${told(current.by, 60)}${dotted(runLink(run?.url, 'deploy run', place))}
    </p>
    <ol class="chain" aria-label="From the serving version up to the commit">
      ${service.chain.map((link) => html`${chainItem(link, place)}${gapItems(link, service.missing)}`)}
    </ol>
    ${metrics(service)}${gaps(service)}${before(service, place)}${commands(current.id, service.before.shown[0]?.id)}
  </article> `;
}

function dotted(part: Html): Html {
  return part.text === '' ? nothing : html` · ${part}`;
}

function origin({ chain, current }: Service, place: Place): Html {
  const commits = chain.filter(({ kind }) => kind === 'commit');
  const [commit] = commits;
  if (commit === undefined) return html`<strong>No commit is known for it.</strong>`;
  const pull =
    current.pullRequest === undefined
      ? nothing
      : html`, pull request ${pullLink(current.pullRequest, place)}`;
  const author = commit.author === undefined ? nothing : html`, by ${told(commit.author, 60)}`;
  const more = commits.length < 2 ? nothing : html` and ${commits.length - 1} more`;
  return html`Made of commit ${commitLink(commit.id, place)}${more}${pull}${author}`;
}

const kindNames: Readonly<Record<ChainLink['kind'], string>> = {
  commit: 'Commit',
  verdict: 'Verdict',
  image: 'Image',
  job: 'Training job',
  evaluation: 'Evaluation',
  weights: 'Weights',
  serving: 'Serving',
  trace: 'Request',
};

function chainItem(link: ChainLink, place: Place): Html {
  const id = link.kind === 'commit' ? commitLink(link.id, place) : code(link.id, 80);
  const digest =
    link.digest === undefined
      ? nothing
      : html`<span class="digest">${code(shortDigest(link.digest), 40)}</span>`;
  const when = link.at === undefined ? nothing : html`<span>${time(link.at, place, false)}</span>`;
  const who = link.kind === 'commit' ? commitWho(link, place) : madeBy(link, place);
  return html`<li class="${link.kind}">
    <span class="kind">${kindNames[link.kind]}</span>${id}${digest}${when}${who}${gates(link)}
  </li> `;
}

function commitWho({ author, git_ref: ref, pr_number: pull }: ChainLink, place: Place): Html {
  const parts = [
    ...(pull === undefined ? [] : [pullLink(pull, place)]),
    ...(author === undefined ? [] : [told(author, 40)]),
    ...(ref === undefined ? [] : [told(ref.replace(/^refs\/(?:heads|tags)\//, ''), 40)]),
  ];
  return parts.length === 0 ? nothing : html`<span>${join(parts, ' · ')}</span>`;
}

function madeBy({ by, run }: ChainLink, place: Place): Html {
  const parts = [...(by === undefined ? [] : [told(by, 40)]), runLink(run?.url, 'run', place)];
  const shown = parts.filter(({ text }) => text !== '');
  return shown.length === 0 ? nothing : html`<span>${join(shown, ' · ')}</span>`;
}

function gates({ verdicts = [] }: ChainLink): Html {
  const last = new Map(verdicts.map((told) => [told.gate, told]));
  const shown = [...last.values()]
    .filter(({ gate }) => gate !== 'model-gates' || last.size === 1)
    .slice(0, 6);
  if (shown.length === 0) return nothing;
  return html`<span class="chips"
    >${shown.map(({ gate, verdict, title = '' }) => verdictChip(verdict, shortGate(gate), oneLine(title)))}</span
  >`;
}

const short: Readonly<Record<string, string>> = {
  'validate-model-config': 'config',
  'detect-dep-drift': 'deps',
  'regression-gate': 'regression',
};

export function shortGate(gate: string): string {
  return Object.hasOwn(short, gate) ? (short[gate] ?? gate) : gate;
}

function gapItems(link: ChainLink, missing: readonly Missing[]): Html[] {
  const own = missing.filter(({ node }) => node.kind === link.kind && node.id === link.id);
  return own.map(
    ({ expected }) =>
      html`<li class="gap">
        <span class="kind">${kindNames[expected]}?</span><strong>Not recorded</strong>
      </li> `,
  );
}

function metrics({ metrics: values }: Service): Html {
  if (values.length === 0) return nothing;
  const shown = values.map(
    ({ name, value, points }) =>
      html`<div>
        <dt>${told(name, 60)}</dt>
        <dd>${numberText(value, { points })}</dd>
      </div>`,
  );
  return html`<dl class="metrics">${shown}</dl> `;
}

function gaps({ gaps: found }: Service): Html {
  if (found.length === 0) return nothing;
  const shown = found.map(
    ({ message, help = '' }) =>
      html`<li>${told(message, 400)} <span class="help">${told(help, 300)}</span></li> `,
  );
  return html`<ul class="gaps">
    ${shown}
  </ul> `;
}

/** What to roll back to, and what that would take away. */
function before({ before: older, current }: Service, place: Place): Html {
  const [last, ...others] = older.shown;
  if (last === undefined) return nothing;
  const range = compareLink(last.commit, current.commit, place);
  const line = html`<p class="before">Before it: ${deployment(last, place)}${dotted(range)}</p> `;
  if (others.length === 0) return line;
  const items = others.map((one) => html`<li>${deployment(one, place)}</li> `);
  return html`${line}
    <details class="before">
      <summary>Earlier still</summary>
      <ol>
        ${items}
      </ol>
      ${cutNote(older, 'earlier versions', '')}
    </details> `;
}

function deployment({ id, at, commit, pullRequest }: Deployment, place: Place): Html {
  const from = commit === undefined ? html`no commit known` : html`commit ${commitLink(commit, place)}`;
  return html`${code(id, 80)} from ${time(at, place, false)}, ${from} ${pullLink(pullRequest, place)}`;
}

/** Offered for copying only where the shell reads nothing into the ids. */
function commands(id: string, older: string | undefined): Html {
  if (!isPlain(id)) return nothing;
  const diff =
    older === undefined || !isPlain(older)
      ? nothing
      : html`; what changed: <code>model-gates trace ${older} --diff ${id}</code>`;
  return html`<p class="command">Down to the changed lines: <code>model-gates trace ${id}</code>${diff}</p> `;
}

function isPlain(id: string): boolean {
  return /^[A-Za-z0-9][\w.:@/-]{0,119}$/.test(id);
}
