import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { uuid4 } from '@openwaybill/validate/light';
import type { Io } from '../io.ts';
import type { Party, Sandbox } from './start.ts';

export type Answer = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a system answered is narrowed where it is read
  readonly body: any;
};

/** An answer that the course of a demonstration does not foresee. */
export class Unforeseen extends Error {
  override readonly name = 'Unforeseen';
}

/** Calls a party over its port, as its counterparty, with a development token. */
export const callParty = async (
  io: Io,
  party: Party,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<Answer> => {
  const answer = await io.fetch(
    new Request(`${party.url}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${party.token}`,
        'OpenWaybill-Version': SPOKEN_VERSION,
        ...(method === 'POST' ? { 'Idempotency-Key': uuid4(io.random) } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
};

/** The body of a success; anything else ends the demonstration. */
export const succeeded = ({ status, body }: Answer, what: string): Answer['body'] => {
  if (status >= 200 && status < 300) return body;
  throw new Unforeseen(`${what}: ${status} ${body?.code ?? ''}`);
};

/** Makes a party act as caller, by test control, and waits for the end of it. */
export const act = async (
  io: Io,
  sandbox: Sandbox,
  party: Party,
  action: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Answer['body']> => {
  const started = await callParty(io, party, 'POST', '/v1/test-controls/actions', {
    action,
    input,
  });
  const { actionId } = succeeded(started, action);
  for (;;) {
    await sandbox.settled();
    const read = await callParty(io, party, 'GET', `/v1/test-controls/actions/${actionId}`);
    const { state, result } = succeeded(read, action);
    if (state === 'SUCCEEDED') return result;
    if (state === 'FAILED') throw new Unforeseen(`${action}: ${result?.code ?? 'failed'}`);
  }
};

/** Moves the clock of every party on; all that becomes due has happened when it ends. */
export const advance = async (io: Io, sandbox: Sandbox, by: string): Promise<void> => {
  for (const party of sandbox.parties)
    succeeded(
      await callParty(io, party, 'POST', '/v1/test-controls/clock/advance', { by }),
      'advance',
    );
  await sandbox.settled();
};
