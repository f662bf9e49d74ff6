export * from './cell-schemas.ts';
export * from './grants.ts';
export * from './message.ts';
export * from './units.ts';
export * from './view.ts';
