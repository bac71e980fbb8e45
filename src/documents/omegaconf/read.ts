import type { ConfigNode } from '../tree/node.ts';
import { type Interpolated, interpolate } from './interpolate.ts';
import { refusals } from './refusals.ts';

/** What `OmegaConf.load` makes of the values that its YAML loader gives, interpolations resolved. */
export function readOmegaConf(root: ConfigNode): Interpolated {
  const config = root.type === 'NoneType' ? emptyConfig(root) : root;
  const refused = refusals(config);
  if (refused.length > 0) return { root: config, problems: refused };
  return interpolate(config);
}

function emptyConfig({ start, end }: ConfigNode): ConfigNode {
  return { type: 'dict', entries: new Map(), start, end };
}
