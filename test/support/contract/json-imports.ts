/**
 * GitHub's language service imports JSON files as bundlers allow and Node does not: without saying that they are JSON.
 * This says it for them; import it before them.
 */
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context);
    return resolved.url.endsWith('.json') ? { ...resolved, importAttributes: { type: 'json' } } : resolved;
  },
});
