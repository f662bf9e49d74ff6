import { isAccepted } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Identity } from './identity.ts';
import { operationOf } from './operations.ts';
import type { Stage } from './stage.ts';

/** How long a request may take to come once the system was told to make it. */
const DEADLINE = 5_000;

/** The part of the runner that serves an operation. */
const serverOf = (stage: Stage, operationId: string): Identity | undefined => {
  const { servedBy } = operationOf(operationId);
  const serves = (one: Identity): boolean => servedBy.some((role) => role === stage.roleOf(one));
  return serves('runner') ? 'runner' : servedBy.find(serves);
};

/** Makes the system call an operation of the runner with data of its own; the request that came, or nothing. */
export const ownCall = async (stage: Stage, operationId: string): Promise<Exchange | undefined> => {
  const server = serverOf(stage, operationId);
  if (server === undefined) {
    stage.leaveOut({ en: `Calls of ${operationId}`, zh: `调用 ${operationId}` }, 'NO_FACILITY');
    return undefined;
  }
  const started = await stage.callAs(server, 'triggerTestAction', {
    body: {
      action: 'CALL_OPERATION',
      counterparty: stage.peerUrl,
      input: { operationId },
    },
    intent: 'TEST_CONTROL',
  });
  if (!isAccepted(started)) return undefined;
  await stage.settle();
  return stage.await({ operation: operationId, after: started.seq }, DEADLINE);
};
