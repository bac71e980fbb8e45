/** Sources beside the ledger: each that fails is a finding, and takes no other with it. */
import { branchRules } from '../../branches/rules.ts';
import { promotionRules } from '../../promotion/rules.ts';
import { boardRules } from '../rules.ts';
import { windowOf, type KnownDelivery } from '../index.ts';
import type { Finding } from '../../report/model.ts';
import type { TrunkLog } from '../../kernel/trunk-log.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { Tag } from '../../ports/tags.ts';
import type { DashboardPorts } from './dashboard-ports.ts';
import { deliveryOf } from './figures.ts';

export async function readTags({
  tags,
}: DashboardPorts): Promise<{ tags: readonly Tag[]; findings: Finding[] }> {
  try {
    if (tags !== undefined) return { tags: await tags(), findings: [] };
    return { tags: [], findings: [tagsUnread('neither a named remote nor a token is at hand')] };
  } catch (error) {
    if (!isUserError(error)) throw error;
    return { tags: [], findings: [tagsUnread(error.message, error.help)] };
  }
}

/** A history that is only partly here tells nothing: then that is said, never that nothing is missing. */
export async function readLines({ missing }: DashboardPorts) {
  try {
    const found = (await missing?.()) ?? [];
    return {
      missing: found.filter(({ rule }) => rule === branchRules['missing-on-trunk'].id),
      unread: found.filter(({ rule }) => rule !== branchRules['missing-on-trunk'].id),
    };
  } catch (error) {
    if (!isUserError(error)) throw error;
    const message = `What trunk lacks of release lines could not be determined: ${error.message}`;
    return { missing: [], unread: [boardRules['lines-unread'].finding({ message, help: error.help ?? '' })] };
  }
}

/** A page fails for nothing that it shows, so these are warnings here. */
export async function readDrift({ drift }: DashboardPorts) {
  if (drift === undefined) return { targets: [], findings: [], unread: [] };
  try {
    const { facts, findings } = await drift();
    const told = findings.map((finding): Finding => ({ ...finding, severity: 'warning' }));
    const isDrift = ({ rule }: Finding) => rule === promotionRules.drift.id;
    return {
      targets: facts.targets,
      findings: told.filter(isDrift),
      unread: told.filter((one) => !isDrift(one)),
    };
  } catch (error) {
    if (!isUserError(error)) throw error;
    const message = `The manifests could not be compared with what serves: ${error.message}`;
    const finding = promotionRules['not-compared'].finding({ message, help: error.help ?? '' });
    return { targets: [], findings: [], unread: [finding] };
  }
}

export async function readHistory({
  trunkLog,
}: DashboardPorts): Promise<{ log?: TrunkLog; unread: Finding[] }> {
  if (trunkLog === undefined) return { unread: [] };
  try {
    return { log: await trunkLog(), unread: [] };
  } catch (error) {
    if (!isUserError(error)) throw error;
    const message = `The history of trunk could not be read, so merges are not counted: ${error.message}`;
    return { unread: [boardRules['figures-unread'].finding({ message, help: error.help ?? '' })] };
  }
}

export async function readKnownDelivery(
  ports: DashboardPorts,
  trunk: string | undefined,
): Promise<{ known?: KnownDelivery; unread: readonly Finding[] }> {
  try {
    const found = await deliveryOf(ports, trunk, windowOf(ports.now()));
    return found === undefined ? { unread: [] } : { known: found, unread: found.findings };
  } catch (error) {
    if (!isUserError(error)) throw error;
    const message = `GitHub could not be asked for pull requests and runs: ${error.message}`;
    return { unread: [boardRules['figures-unread'].finding({ message, help: error.help ?? '' })] };
  }
}

function tagsUnread(reason: string, help?: string): Finding {
  return boardRules['tags-unread'].finding({
    message: `The tags of the repository could not be read: ${reason}`,
    help: help ?? 'Check the repository out before this step, or pass a token with `contents: read`.',
  });
}
