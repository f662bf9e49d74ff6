import { StoreLost } from '../store/store.ts';
import type { MockOptions } from './options.ts';
import { Refusal, upstreamUnavailable } from './refusal.ts';

/**
 * What whoever asked is told of anything that was thrown. Whether a command was carried out nobody knows who has lost
 * the store; its key tells, when it comes again. What is no refusal otherwise is a defect of ours.
 */
export const refusalOf = (error: unknown, options: Pick<MockOptions, 'onDefect'>): Refusal => {
  if (error instanceof Refusal) return error;
  if (error instanceof StoreLost) return upstreamUnavailable();
  options.onDefect(error);
  return new Refusal('INTERNAL');
};
