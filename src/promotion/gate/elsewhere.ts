import { UserError } from '../../kernel/user-error.ts';
import type { Target } from '../../policy/index.ts';
import type { PromotionPorts } from './ports.ts';

/** The ports of one target: its manifests may be in another repository. Throws a UserError where that cannot be reached. */
export function portsFor<Ports extends Pick<PromotionPorts, 'at' | 'repository'>>(
  target: Target,
  ports: Ports,
): Ports {
  const { repository, branch, name } = target;
  if (repository === undefined || repository === ports.repository) return ports;
  if (branch === undefined)
    throw new UserError(`\`targets.${name}\` is in ${repository}, and does not say in which branch`, {
      help: `Add \`branch\` to \`targets.${name}\`.`,
    });
  if (ports.at !== undefined) return { ...ports, ...ports.at(repository) };
  throw new UserError(`the manifests of ${name} are in ${repository}, and there is no token to read them`, {
    help: 'Set GITHUB_TOKEN, or pass `github-token` of a GitHub App that may write there.',
  });
}
