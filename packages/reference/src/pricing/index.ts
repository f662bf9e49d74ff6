export * from './billed-weight.ts';
export * from './check-tariff.ts';
export * from './exact.ts';
export * from './quote-of.ts';
export * from './split-charges.ts';
export * from './tariff-in-force.ts';
export * from './unchosen.ts';
export * from './zone-of.ts';
