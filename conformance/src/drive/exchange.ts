import { labelReading } from '../labels/label-reading.ts';
import { recordedBody } from '../transcript/body.ts';
import type { Exchange, Facts } from '../transcript/format.ts';
import { Unanswered } from '../words.ts';
import { disclosureFacts } from './disclosure.ts';
import { labelDigests } from './label-digests.ts';
import { bytesOf, type Outgoing } from './outgoing.ts';
import { placeOf, type Session } from './session.ts';
import { answerSignature } from './signed-messages.ts';

const toRequest = ({ method, url, headers, body }: Outgoing): Request =>
  new Request(url, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    redirect: 'manual',
    ...(body === undefined || method === 'GET' || method === 'HEAD' ? {} : { body }),
  });

/** Operations whose answers hold labels. */
const LABELLED: ReadonlySet<string> = new Set([
  'getWaybillLabel',
  'createWaybill',
  'createWaybillBatch',
]);

/** Operations whose answers prove that they are in the audit log, and may be sealed. */
const DISCLOSING: ReadonlySet<string> = new Set([
  'requestReveal',
  'requestRevealBatch',
  'readReveal',
  'bindContact',
]);

/** Sends a request, waits for its answer and writes both down. Redirects are never followed. */
export const exchange = async (
  session: Session,
  outgoing: Outgoing,
  about: Pick<
    Exchange,
    'intent' | 'from' | 'to' | 'operation' | 'eventType' | 'probe' | 'twinOf'
  > & {
    readonly facts?: Facts;
    readonly readsLabel?: true;
    readonly isHungUp?: true;
    readonly isLong?: true;
  },
): Promise<Exchange> => {
  const { shore, redactor, recorder } = session;
  const sent = shore.now();
  const began = shore.elapsed();
  let took: number | undefined;
  const place = placeOf(session);
  const requestBody = redactor.body(recordedBody(bytesOf(outgoing.body)));
  let digests: Facts['labelDigests'];
  let disclosed: Pick<Facts, 'receipts' | 'sealed'> = {};
  let label: Facts['label'];
  let signature: Facts['answerSignature'];
  let outcome: Pick<Exchange, 'response'> | Pick<Exchange, 'unanswered'>;
  try {
    const response = await shore.fetch(toRequest(outgoing), {
      milliseconds:
        about.isLong === undefined
          ? session.timeoutMilliseconds
          : Math.max(session.timeoutMilliseconds, session.maxWaitMilliseconds),
      ...(about.isHungUp === undefined ? {} : { isHungUp: about.isHungUp }),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    // what is made of the answer is no time of the system's
    took = shore.elapsed() - began;
    const receivedAt = new Date(shore.now()).toISOString();
    const body = redactor.body(recordedBody(bytes));
    if (LABELLED.has(about.operation ?? '')) digests = labelDigests(bytes);
    if (DISCLOSING.has(about.operation ?? ''))
      disclosed = await disclosureFacts(session, about.from, bytes);
    if (about.readsLabel === true) label = await labelReading(session.readLabel, bytes);
    if (about.to === 'sut')
      signature = await answerSignature(session, about.operation, outgoing, response, bytes);
    outcome = {
      response: {
        status: response.status,
        headers: redactor.headers([...response.headers]),
        ...(body === undefined ? {} : { body }),
        receivedAt,
      },
    };
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    outcome = { unanswered: error.how };
  }
  const { facts, readsLabel: _, isHungUp: __, isLong: ___, ...rest } = about;
  return recorder.record({
    kind: 'exchange',
    ...place,
    ...rest,
    request: {
      method: outgoing.method,
      url: outgoing.url,
      headers: redactor.headers(outgoing.headers),
      ...(requestBody === undefined ? {} : { body: requestBody }),
      sentAt: new Date(sent).toISOString(),
    },
    ...outcome,
    facts: {
      ...facts,
      ...(digests === undefined ? {} : { labelDigests: digests }),
      ...disclosed,
      ...(label === undefined ? {} : { label }),
      ...(signature === undefined ? {} : { answerSignature: signature }),
      milliseconds: Math.round(took ?? shore.elapsed() - began),
    },
  });
};
