import { load, moduleOf } from './generated/load.mjs';
import { type Judge, judgeBy } from './judge.ts';

/** A judge of one schema, with the validators of its module and of those that it refers to; nothing where there is no such schema. */
export const loadJudge = async (name: string): Promise<Judge | undefined> => {
  const module = Object.hasOwn(moduleOf, name) ? moduleOf[name] : undefined;
  const validators = module === undefined ? undefined : await load[module]?.();
  return validators === undefined ? undefined : judgeBy(validators);
};
