import type { Dimensions } from './dimensions.ts';
import type { Section } from './section.ts';

/** What a token leaves in the cache of keys and values. */
export interface Cache {
  /** Elements a token, over all layers. */
  readonly elements: number;
  /** Layers that keep only the last `window` tokens, and their part of `elements`. */
  readonly sliding?: { readonly layers: number; readonly window: number; readonly elements: number };
}

/** Which layers attend to a window only, where the config has no list of layer_types; `undefined`: none. */
export type Slides = (text: Section) => ((layer: number) => boolean) | undefined;

/** mistral, mixtral, phi3: a window is of every layer. */
export const everyLayer: Slides = () => () => true;

/** qwen: switched off unless use_sliding_window, and then from max_window_layers on. */
export const fromWindowLayer: Slides = (text) => {
  if (text.bool('use_sliding_window') !== true) return undefined;
  const first = text.int('max_window_layers') ?? 0;
  return (layer) => layer >= first;
};

/** gemma3: every n-th layer attends fully. */
export const allButEveryNth: Slides = (text) => {
  const pattern = text.int('sliding_window_pattern') ?? 6;
  return (layer) => (layer + 1) % pattern !== 0;
};

/** gpt-oss: layers take turns, and the first one slides. */
export const everyOther: Slides = () => (layer) => layer % 2 === 0;

/** Grouped-query attention: a key and a value for each key-value head and layer. */
export function keyValueCache(text: Section, d: Dimensions, slides?: Slides): Cache {
  const each = 2 * d.kvHeads * d.headDim;
  const elements = each * d.layers.length;
  const window = text.int('sliding_window');
  if (window === undefined || window < 1 || slides === undefined) return { elements };
  const layers = slidingLayers(text, d, slides);
  return layers === 0 ? { elements } : { elements, sliding: { layers, window, elements: each * layers } };
}

function slidingLayers(text: Section, d: Dimensions, slides: Slides): number {
  const types = text.items('layer_types');
  if (types?.length === d.layers.length) {
    return types.filter((type) => type.type === 'str' && type.value === 'sliding_attention').length;
  }
  const isSliding = slides(text);
  return isSliding === undefined ? 0 : d.layers.filter(isSliding).length;
}
