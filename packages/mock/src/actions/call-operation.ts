import type { OperationEntry } from '@openwaybill/schemas';
import { ownCallOf } from '../modules/index.ts';
import type { OwnCaller, OwnRequest } from '../resources/own-call.ts';
import { type Action, type ActionContext, ActionFailed, bodyOf } from './action.ts';
import { callWithRetries } from './call-with-retries.ts';

const addressOf = ({ path }: OperationEntry, { path: values, query }: OwnRequest): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values?.[name] ?? ''),
  );
  return query === undefined ? filled : `${filled}?${new URLSearchParams(query)}`;
};

/** An operation between this system and its counterparty; every other one is refused as no business of theirs. */
const between = (
  { system, to }: ActionContext,
  isMeant: (operation: OperationEntry) => boolean,
): OperationEntry => {
  const { options } = system;
  const found = options.registry.operations.find(isMeant);
  if (found === undefined) throw new ActionFailed('CODE_UNKNOWN');
  if (!found.calledBy.includes(options.role) || !found.servedBy.includes(to.role))
    throw new ActionFailed('ROLE_NOT_PERMITTED');
  return found;
};

const callerIn = (context: ActionContext): OwnCaller => ({
  system: context.system,
  tenant: context.tenant,
  call: async (name, request = {}) => {
    const operation = between(context, (one) => one.name === name);
    const { body, revision } = request;
    return bodyOf(
      await callWithRetries(context.system, context.to, {
        method: operation.method,
        path: addressOf(operation, request),
        ...(body === undefined ? {} : { body }),
        ...(revision === undefined ? {} : { headers: { 'If-Match': `"${revision}"` } }),
      }),
    );
  },
});

/** Calls any operation of the counterparty that this system has data of its own for. */
export const callOperation: Action = async (context) => {
  const { operationId } = context.input;
  const { name } = between(context, (one) => one.operationId === operationId);
  const ownCall = ownCallOf(name);
  if (ownCall === undefined) throw new ActionFailed('CODE_UNKNOWN');
  await ownCall(callerIn(context));
  return {};
};
