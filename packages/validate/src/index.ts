export { judge, judgeLines } from './judge-all.ts';
export * from './light.ts';
export { rules } from './rules/index.ts';
export type { Place, Rule } from './rules/rule.ts';
