export * from './event.ts';
export * from './plan.ts';
export * from './policy.ts';
export * from './settings.ts';
export * from './approval.ts';
export * from './entitled.ts';
export * from './exemption.ts';
