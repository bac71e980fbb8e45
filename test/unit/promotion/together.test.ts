import { describe, expect, test } from 'vitest';
import { checkDrift } from '../../../src/promotion/gate/check-drift.ts';
import type { PromotionPorts } from '../../../src/promotion/gate/ports.ts';
import { promote } from '../../../src/promotion/gate/promote.ts';
import { rollBack } from '../../../src/promotion/gate/rollback.ts';
import { standingOf } from '../../../src/promotion/standing.ts';
import { noteIn } from '../../../src/promotion/message.ts';
import type { ManifestStore } from '../../../src/ports/manifests.ts';
import type { Ledger } from '../../../src/ports/ledger.ts';
import { randomOf, type Random } from '../../support/manifests.ts';
import { samples } from '../../support/seed.ts';
import { file, manifest, scene, serving, targetOf, versionRecords } from '../../support/promotion.ts';

const names = Array.from({ length: 20 }, (_, at) => `v${at}`);
const drafts = names.flatMap((name) => versionRecords(name));

class Killed extends Error {}

/** Dies at the step of a run whose number is drawn, before or after it has its effect. */
function mortal(store: ManifestStore, ledger: Ledger, dies: number) {
  let steps = 0;
  const at = async <T>(act: () => Promise<T>): Promise<T> => {
    steps += 1;
    if (steps === dies) throw new Killed();
    const result = await act();
    await Promise.resolve();
    steps += 1;
    if (steps === dies) throw new Killed();
    return result;
  };
  const manifests: ManifestStore = {
    tip: (branch) => at(() => store.tip(branch)),
    tree: (sha) => at(() => store.tree(sha)),
    log: (sha, most) => at(() => store.log(sha, most)),
    commit: (commit) => at(() => store.commit(commit)),
    move: (branch, from, to) => at(() => store.move(branch, from, to)),
  };
  return {
    manifests,
    ledger: { ...ledger, append: (blobs: Parameters<Ledger['append']>[0]) => at(() => ledger.append(blobs)) },
  };
}

/** What served one after another, by the commits and by the ledger. */
async function historyOf(one: ReturnType<typeof scene>) {
  const commits = (await one.repository.log())
    .toReversed()
    .flatMap(({ message }) => noteIn(message)?.draft.outputs[0]?.id ?? []);
  const standing = standingOf('qwen-vl', one.records());
  return { commits, standing, recorded: standing.history.map(({ node }) => node.id) };
}

const rounds = Array.from({ length: samples(40, 2) }, (_, at) => at + 1);

describe('20 promotions at once', () => {
  test.each(rounds)('are one after another, and none is lost, with kills (round %i)', async (round) => {
    const random = randomOf(round);
    const one = scene(drafts);
    await Promise.all(names.map((version) => untilDone(version, one, random)));
    const before = await historyOf(one);
    await checkDrift([targetOf()], false, one.ports());
    const { commits, recorded, standing } = await historyOf(one);
    expect(commits).toEqual(before.commits);
    expect(new Set(commits)).toEqual(new Set(names.map((name) => `qwen-vl@${name}`)));
    expect(recorded).toEqual(['svc-1', ...commits]);
    expect(standing.history.slice(1).map(({ record }) => record.replaces)).toEqual(recorded.slice(0, -1));
    expect(one.repository.text(file)).toBe(
      manifest.replace('w1', standing.current?.record.inputs[0]?.id ?? ''),
    );
  });

  test('of two services in one file leave each other alone', async () => {
    const two = `${manifest}---\n${manifest.replace('{ name: qwen }', '{ name: other }')}`;
    const other = { ...serving('o-1', 'w1'), outputs: [{ kind: 'serving', id: 'o-1', service: 'other' }] };
    const one = scene([...drafts, other], { [file]: two });
    const targets = [
      targetOf({ object: 'qwen' }),
      { ...targetOf({ service: 'other', object: 'other' }), name: 'other' },
    ];
    const runs = names
      .slice(0, 6)
      .flatMap((version) =>
        targets.map((target) => promote({ version, target, dryRun: false }, one.ports())),
      );
    await Promise.all(runs);
    const report = await checkDrift(targets, false, one.ports());
    expect(report.facts.targets.map(({ state }) => state)).toEqual(['same', 'same']);
  });
});

/** Started again whenever it is killed. */
async function untilDone(version: string, one: ReturnType<typeof scene>, random: Random): Promise<void> {
  for (let dies = 1 + random.below(30); ; dies += 1 + random.below(40)) {
    const ports = one.ports(mortal(one.repository.store, one.ledger, dies));
    if ((await promote({ version, target: targetOf(), dryRun: false }, ports).catch(ifKilled)) !== undefined)
      return;
  }
}

function ifKilled(error: unknown): undefined {
  if (!(error instanceof Killed)) throw error;
}

test('a kill at each step leaves nothing half done, and the same command goes on', async () => {
  for (let dies = 1; ; dies += 1) {
    const one = scene();
    const target = targetOf();
    const dying = one.ports(mortal(one.repository.store, one.ledger, dies));
    const first = await promote({ version: 'w2', target, dryRun: false }, dying).catch(ifKilled);
    expect([manifest, manifest.replace('w1', 'w2')]).toContain(one.repository.text(file));
    await promote({ version: 'w2', target, dryRun: false }, one.ports());
    const { recorded, commits } = await historyOf(one);
    expect({ dies, recorded, commits }).toEqual({
      dies,
      recorded: ['svc-1', 'qwen-vl@w2'],
      commits: ['qwen-vl@w2'],
    });
    if (first !== undefined) break;
    expect(dies).toBeLessThan(60);
  }
});

test('a roll-back that is killed at each step, or repeated, takes back once', async () => {
  for (let dies = 1; ; dies += 1) {
    const one = scene();
    const target = targetOf();
    const back = (ports: PromotionPorts) => rollBack({ target, reason: 'slow', dryRun: false }, ports);
    const runUrl = 'https://git.example/actions/runs/1';
    await promote({ version: 'w2', target, dryRun: false }, one.ports());
    const first = await back(one.ports({ runUrl, ...mortal(one.repository.store, one.ledger, dies) })).catch(
      ifKilled,
    );
    await back(one.ports({ runUrl }));
    const again = await back(one.ports({ runUrl }));
    expect({ dies, state: again.facts.state }).toEqual({ dies, state: 'there' });
    expect(one.repository.text(file)).toBe(manifest);
    expect((await historyOf(one)).recorded).toEqual(['svc-1', 'qwen-vl@w2', 'svc-1']);
    if (first !== undefined) break;
    expect(dies).toBeLessThan(60);
  }
});
