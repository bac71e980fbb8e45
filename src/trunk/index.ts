export * from './event.ts';
export * from './plan.ts';
export * from './policy.ts';
export * from './settings.ts';
