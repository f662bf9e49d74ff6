export * from './default-factors.ts';
export * from './empty-run.ts';
export * from './fleet-share.ts';
export * from './footprint.ts';
export * from './share-out.ts';
