import { nameOf } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { seenOf } from './checks/seen.ts';
import { knownOperation } from './drive/operations.ts';
import { answerOf, isAccepted } from './transcript/body.ts';
import { type Exchange, headOf, type Transcript } from './transcript/format.ts';
import type { Claim } from './words.ts';

const isValid = (exchange: Exchange): boolean => {
  const body = knownOperation(exchange.operation)?.answer.body;
  return body?.$id !== undefined && judge(nameOf(body), answerOf(exchange)).ok;
};

/** The ids of a resource: its string members at the top. */
const idsOf = (exchange: Exchange): ReadonlySet<string> =>
  new Set(
    Object.entries((answerOf(exchange) ?? {}) as object).flatMap(([name, value]) =>
      typeof value === 'string' && /(Id|No|Ref)$/.test(name) ? [value] : [],
    ),
  );

/**
 * Whether the run saw a living system: a valid capability document, and a command that was accepted, answered by the
 * sender form and read back. Without both nothing else counts.
 */
export const hasSignOfLife = (transcript: Transcript, claim: Claim): boolean => {
  const seen = seenOf(transcript, claim);
  if (!seen.calls('getCapabilities').some((exchange) => isAccepted(exchange) && isValid(exchange)))
    return false;
  // a system in production is not commanded: its document is all that it is asked for
  if (headOf(transcript).plan?.refused === 'PRODUCTION') return true;
  const commands = seen.exchanges.filter(
    (exchange) =>
      exchange.to === 'sut' &&
      exchange.request.method !== 'GET' &&
      isAccepted(exchange) &&
      isValid(exchange),
  );
  return commands.some((command) => {
    const ids = idsOf(command);
    return seen.exchanges.some(
      (read) =>
        read.seq > command.seq &&
        read.to === 'sut' &&
        read.request.method === 'GET' &&
        isAccepted(read) &&
        isValid(read) &&
        [...ids].some((id) => idsOf(read).has(id)),
    );
  });
};
