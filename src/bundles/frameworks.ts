/** Which options of which framework exist in which version. Bundled once, loaded where a config names such a framework. */
export { default as frameworkFacts } from '../config/frameworks/facts.json' with { type: 'json' };
