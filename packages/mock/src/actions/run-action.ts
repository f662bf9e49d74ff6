import type { TestActionRun } from '@openwaybill/schemas';
import { recordRow } from '../store/resource.ts';
import { type Action, type ActionContext, ActionFailed } from './action.ts';

/** Does an action to its end and notes how it ended. What nobody foresaw is a defect, and told as one. */
export const runAction = async (
  actionId: string,
  action: Action,
  context: ActionContext,
): Promise<void> => {
  const { system, tenant } = context;
  let run: TestActionRun;
  try {
    run = { state: 'SUCCEEDED', result: await action(context) };
  } catch (error) {
    if (!(error instanceof ActionFailed)) system.options.onDefect(error);
    const code = error instanceof ActionFailed ? error.code : undefined;
    run = {
      state: 'FAILED',
      ...(code === undefined
        ? {}
        : { result: { code: code as NonNullable<TestActionRun['result']>['code'] } }),
    } as TestActionRun;
  }
  await system.transact(tenant, async (unit, now) =>
    unit.put(recordRow('action', actionId, tenant, now, run)),
  );
};
