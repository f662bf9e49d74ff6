export { judge, judgeLines } from './judge-all.ts';
export * from './light.ts';
