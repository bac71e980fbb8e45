import { declaredText, shortDigest, type ChainLink } from '../../lineage/index.ts';
import { oneLine } from '../../report/escape.ts';
import type { Block, Card, ChainItem, Inline } from '../../report/html/model.ts';
import type { Board, Deployment, Service } from '../model.ts';
import { numberText } from '../metric-text.ts';
import { commitLink, compareLink, pullLink, runLink } from './links.ts';
import { cutList, emptyNote, gateBadge, problem } from './pieces.ts';

export function servingPart({ services, targets }: Board): Block[] {
  if (services.total === 0)
    return emptyNote(
      'No record names a serving version. Record each deploy with `record-lineage`: `from: weights …`, `to: serving …`.',
    );
  const cards: Block = { kind: 'cards', cards: services.shown.map((one) => card(one, targets)) };
  return cutList(services, 'services', 'Trace the others by their name.', cards);
}

function card(service: Service, targets: Board['targets']): Card {
  const { name, current, standing, complete, run, gaps } = service;
  const figures = service.metrics.map((one) => ({ name: one.name, value: numberText(one.value, one) }));
  const since = ['Serving since ', { time: current.at, ago: true }];
  const parts = [
    since,
    [standing === 'verified' ? 'recorded by ' : 'says ', { text: current.by, max: 60 }],
    runLink(run, 'deploy run'),
  ];
  return {
    title: name,
    badge: complete
      ? { badge: 'traced to its commit', look: 'pass' }
      : { badge: 'chain incomplete', look: 'fail' },
    broken: !complete,
    blocks: [
      { kind: 'text', look: 'name', words: { code: current.id } },
      { kind: 'text', words: origin(service) },
      { kind: 'text', look: 'meta', words: { between: ' · ', parts } },
      chain(service),
      { kind: 'figures', items: figures },
      ...manifestsOf(service, targets),
      { kind: 'list', look: 'findings', items: gaps.map((gap) => problem(gap)) },
      ...beforeIt(service),
      { kind: 'text', look: 'command', words: commands(service) },
    ],
  };
}

const said = {
  same: ['say so', 'pass'],
  drift: ['say something else', 'fail'],
  unknown: ['not compared', 'inconclusive'],
} as const;

/** Whether what a controller reads is what serves by the ledger. */
function manifestsOf({ name }: Service, targets: Board['targets']): Block[] {
  const own = targets.filter(({ service }) => service === name);
  if (own.length === 0) return [];
  const parts = own.map(({ target, state }): Inline => [
    { text: target, max: 40 },
    ' ',
    { badge: said[state][0], look: said[state][1] },
  ]);
  return [{ kind: 'text', look: 'small', words: ['Manifests of ', { between: ' · ', parts }] }];
}

function origin({ chain, current }: Service): Inline {
  const [commit, ...more] = chain.filter(({ kind }) => kind === 'commit');
  if (commit === undefined) return { strong: 'No commit is known for it.' };
  return [
    'Made of commit ',
    commitLink(commit.id),
    more.length === 0 ? '' : ` and ${more.length} more`,
    { lead: ', pull request ', of: pullLink(current.pullRequest) },
    { lead: ', by ', of: { text: commit.author, max: 60 } },
  ];
}

const kindNames: Readonly<Record<ChainLink['kind'], string>> = {
  commit: 'Commit',
  dataset: 'Dataset',
  verdict: 'Verdict',
  image: 'Image',
  job: 'Training job',
  evaluation: 'Evaluation',
  inputs: 'Inputs',
  weights: 'Weights',
  serving: 'Serving',
  trace: 'Request',
};

function chain(service: Service): Block {
  const items = service.chain.flatMap((link) => [chainItem(link), ...gapItems(link, service)]);
  return { kind: 'chain', label: 'From the serving version up to the commit', items };
}

function chainItem(link: ChainLink): ChainItem {
  const { kind, id, digest, at, run } = link;
  const isCommit = kind === 'commit';
  const who = isCommit ? commitWho(link) : [whose(link), runLink(run)];
  const of: Inline[] = [
    { look: 'kind', of: kindNames[kind] },
    isCommit ? commitLink(id) : { code: id, max: 80 },
    { look: 'soft', of: { code: digest === undefined ? digest : shortDigest(digest) } },
    { look: 'line', of: { time: at } },
    { look: 'line', of: { between: ' · ', parts: who } },
    gates(link),
  ];
  return isCommit ? { look: 'first', of } : { of };
}

function whose({ by, standing, signed_by: signer }: ChainLink): Inline {
  if (signer !== undefined) return ['signed by ', { text: signer, max: 40 }];
  return { lead: standing === 'verified' ? '' : 'says ', of: { text: by, max: 40 } };
}

function commitWho({ author, git_ref: ref, pr_number: pull }: ChainLink): Inline[] {
  const branch = ref?.replace(/^refs\/(?:heads|tags)\//, '');
  return [pullLink(pull), { text: author, max: 40 }, { text: branch, max: 40 }];
}

/** The last word of each gate; the root action's only where it is alone. */
function gates({ verdicts = [] }: ChainLink): Inline {
  const last = new Map(verdicts.map((told) => [told.gate, told]));
  const shown = [...last.values()].filter(({ gate }) => gate !== 'model-gates' || last.size === 1);
  const badges = shown.map(({ gate, verdict, title = '', declared = [] }) =>
    gateBadge(gate, verdict, oneLine([title, declaredText(declared)].filter(Boolean).join(' · '))),
  );
  return { look: 'chips', of: badges.slice(0, 6) };
}

function gapItems({ kind, id }: ChainLink, { missing }: Service): ChainItem[] {
  const own = missing.filter(({ node }) => node.kind === kind && node.id === id);
  return own.map(({ expected }) => ({
    look: 'gap',
    of: [{ look: 'kind', of: `${kindNames[expected]}?` }, { strong: 'Not recorded' }],
  }));
}

/** What to roll back to, and what that would take away. */
function beforeIt({ current, before }: Service): Block[] {
  const [last, ...others] = before.shown;
  if (last === undefined) return [];
  const parts = [['Before it: ', deployment(last)], compareLink(last.commit, current.commit)];
  const line: Block = { kind: 'text', look: 'small', words: { between: ' · ', parts } };
  if (others.length === 0) return [line];
  const list: Block = { kind: 'list', items: others.map(deployment) };
  const blocks = cutList(before, 'earlier versions', '', list);
  return [line, { kind: 'fold', title: 'Earlier still', blocks }];
}

function deployment({ id, at, commit, pullRequest }: Deployment): Inline {
  const from: Inline = commit === undefined ? 'no commit known' : ['commit ', commitLink(commit)];
  const parts = [{ code: id, max: 80 }, 'from', [{ time: at }, ','], from, pullLink(pullRequest)];
  return { between: ' ', parts };
}

/** Offered for copying only where the shell reads nothing into the ids. */
function commands({ current: { id }, before }: Service): Inline {
  if (!isPlain(id)) return undefined;
  const older = before.shown[0]?.id ?? '';
  const diff = isPlain(older) ? `; what changed: \`model-gates trace ${older} --diff ${id}\`` : '';
  return `Down to the changed lines: \`model-gates trace ${id}\`${diff}`;
}

function isPlain(id: string): boolean {
  return /^[A-Za-z0-9][\w.:@/-]{0,119}$/.test(id);
}
