import { type Role, registry, type Text } from '@openwaybill/schemas';
import { counterpartOf } from '../drive/identity.ts';
import { type Head, headOf, type Transcript } from '../transcript/format.ts';
import { fromText, type ReadTranscript } from '../transcript/read.ts';
import { createRecorder } from '../transcript/recorder.ts';
import { assumedDocument } from './assumed-claim.ts';
import { harEntries, harRoles, harTraffic } from './har-traffic.ts';
import type { Observed } from './observed.ts';
import { type ObservedParty, observedHead } from './observed-head.ts';
import { observedMessage, type PlainMessage, placeOf } from './plain-messages.ts';
import { createRecording } from './recording.ts';

/** Foreign traffic has no run; every reading of it is the same. */
const NO_RUN = '00000000-0000-7000-8000-000000000000';

const refuse = (line: number, text: Text): ReadTranscript => ({
  ok: false,
  why: 'NOT_A_TRANSCRIPT',
  line,
  text,
});

/** Traffic of another form as a transcript, redacted as a recording is. */
const transcriptOf = async (
  observed: readonly Observed[],
  parties: readonly ObservedParty[],
  carries?: Head['carries'],
): Promise<ReadTranscript> => {
  const [first, last] = [observed[0], observed.at(-1)];
  let at = first?.request.at ?? 0;
  const recorder = createRecorder(() => at);
  recorder.record(
    observedHead({
      runId: NO_RUN,
      mode: 'RECORD',
      parties,
      redact: 'strict',
      ...(carries === undefined ? {} : { carries }),
    }),
  );
  const recording = createRecording({
    recorder,
    parties: parties.map(({ role, document }) => ({
      role,
      partyId: document.organisation.partyId,
    })),
    redact: 'strict',
    keysOf: async () => [],
  });
  for (const one of observed) {
    at = one.response?.at ?? one.request.at;
    await recording.take(one);
  }
  at = last?.response?.at ?? last?.request.at ?? 0;
  recorder.record({ kind: 'end', entryCount: recorder.entries.length + 1, complete: true });
  const transcript: Transcript = { entries: recorder.entries };
  return { ok: true, transcript, isTorn: false };
};

const whichRole = (roles: readonly Role[]): ReadTranscript =>
  refuse(1, {
    en: `it may be of ${roles.join(', ') || 'any role'}, and none was named`,
    zh: `其角色可能为 ${roles.join('、') || '任一角色'}，未指定`,
  });

const fromHar = (value: unknown, role: Role | undefined): Promise<ReadTranscript> | undefined => {
  const entries = harEntries(value);
  if (entries === undefined) return undefined;
  const roles = harRoles(entries);
  const chosen = role ?? (roles.length === 1 ? roles[0] : undefined);
  if (chosen === undefined) return Promise.resolve(whichRole(roles));
  const { observed, parties } = harTraffic(entries, chosen);
  return transcriptOf(observed, parties);
};

const isRole = (value: unknown): value is Role =>
  registry.codeLists.some(
    ({ name, codes }) => name === 'Role' && Object.hasOwn(codes, String(value)),
  );

const isPlain = (value: unknown): value is PlainMessage =>
  typeof value === 'object' &&
  value !== null &&
  'message' in value &&
  'role' in value &&
  isRole(value.role);

const valueIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const fromMessages = (text: string): Promise<ReadTranscript> | undefined => {
  const lines = text.split('\n').map((line) => line.trim());
  const first = valueIn(lines[0] ?? '');
  if (!isPlain(first)) return undefined;
  const observed: Observed[] = [];
  for (const [at, line] of lines.entries()) {
    if (line === '') continue;
    const plain = valueIn(line);
    if (!isPlain(plain))
      return Promise.resolve(
        refuse(at + 1, {
          en: 'it has no role and message',
          zh: '该行没有 role 与 message',
        }),
      );
    const place = placeOf(plain);
    if (place === undefined)
      return Promise.resolve(
        refuse(at + 1, {
          en: `the standard knows no such message of ${plain.role}`,
          zh: `标准中 ${plain.role} 没有这样的消息`,
        }),
      );
    observed.push(observedMessage(plain, place));
  }
  const roles = new Set([first.role, counterpartOf(first.role), ...observed.map(({ to }) => to)]);
  const parties = [...roles].map((one) => ({ role: one, document: assumedDocument(one) }));
  return transcriptOf(observed, parties, 'MESSAGES');
};

/**
 * Reads what can be judged: a transcript, a HAR file of requests and answers, or messages one a line. What is no
 * transcript is redacted as it is read.
 */
export const readTraffic = async (text: string, role?: Role): Promise<ReadTranscript> => {
  const read = fromText(text);
  if (read.ok || read.why !== 'NOT_A_TRANSCRIPT') return read;
  return (await fromMessages(text)) ?? (await fromHar(valueIn(text), role)) ?? read;
};

/** The roles that a transcript can be judged for. */
export const rolesIn = (transcript: Transcript): readonly Role[] =>
  headOf(transcript).claims.map(({ role }) => role);
