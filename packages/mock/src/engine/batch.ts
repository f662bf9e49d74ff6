import { nameOf } from '@openwaybill/schemas';
import { problemAnswer } from './answer.ts';
import type { Answer, Call } from './call.ts';
import { judgeBody, readVersion } from './judgement.ts';
import { Refusal } from './refusal.ts';

/** The name of the schema of one item: that of the batch without its ending. */
const itemSchemaOf = (call: Call): string => {
  if (call.operation.request === undefined) throw new Error('a batch has a request');
  return nameOf(call.operation.request).replace(/Batch$/, '');
};

/** Judges and performs one item; what a refused one wrote is gone. */
const performItem = async (
  call: Call,
  item: unknown,
  perform: (item: Call) => Promise<Answer>,
): Promise<Answer> => {
  const { options, random } = call.system;
  const { isNewer } = readVersion(call.headers.get('OpenWaybill-Version'));
  const unit = call.unit.branch();
  try {
    const judged = judgeBody(call.operation, itemSchemaOf(call), item, options, isNewer);
    const answer = await perform({ ...call, body: judged.body, unit });
    await unit.commit();
    return answer;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return problemAnswer(error, random, Date.parse(call.now));
  }
};

/** The answer of a bulk operation: one result an item, in request order, each as if it had come alone. */
export const batchAnswer = async (
  call: Call,
  perform: (item: Call) => Promise<Answer>,
): Promise<Answer> => {
  const results: unknown[] = [];
  for (const [index, item] of (call.body.items as readonly unknown[]).entries()) {
    const { status, body } = await performItem(call, item, perform);
    results.push({ index, status, ...(status < 300 ? { resource: body } : { problem: body }) });
  }
  return { status: 200, body: { results } };
};
