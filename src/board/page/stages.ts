/** What is where on its way to those who use it, and what waits: as the ledger recorded it, and as manifests ask for it. */
import type { TargetDrift } from '../../promotion/index.ts';
import type { Block, Inline } from '../../report/html/model.ts';
import type { Board } from '../model.ts';
import { tagLink } from './links.ts';
import { table, type Cells } from './pieces.ts';

const said = {
  same: ['say so', 'pass'],
  drift: ['say something else', 'fail'],
  unknown: ['not compared', 'inconclusive'],
} as const;

/** Nothing without targets in the policy. */
export function stagesPart(board: Board): Block[] {
  const { targets } = board;
  if (targets.length === 0) return [];
  const title = 'What the ledger recorded, what the manifests ask for, and the newest release';
  const cells: Cells<TargetDrift>[] = [
    ['Target', 'tight', ({ target, service }) => [{ text: target, max: 40 }, ' ', { tag: service }]],
    ['Recorded', '', ({ serving }) => (serving === null ? 'nothing' : { code: serving, max: 80 })],
    ['Manifests say', '', manifests],
    ['Waits there', '', (one) => waiting(one, board)],
  ];
  return [table(title, targets, cells, false)];
}

function manifests({ state, differs }: TargetDrift): Inline {
  const [word, look] = said[state];
  const others = differs.slice(0, 3).map(({ before }): Inline => ({ code: before, max: 80 }));
  return { between: ' ', parts: [{ badge: word, look }, ...others] };
}

/** The newest release that does not serve there, and weights that never did. */
function waiting({ service, serving }: TargetDrift, { versions, candidates }: Board): Inline {
  const newest = versions.shown.find(({ release }) => release);
  const tag =
    newest === undefined || (serving !== null && newest.serving.includes(serving))
      ? undefined
      : tagLink(newest.tag);
  const weights = candidates.shown
    .filter((one) => one.service === service)
    .map(({ id }): Inline => ({ code: id, max: 80 }));
  return { between: ' ', parts: [tag, ...weights] };
}
