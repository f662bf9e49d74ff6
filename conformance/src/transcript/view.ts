import { nameOf } from '@openwaybill/schemas';
import { counterpartOf } from '../drive/identity.ts';
import { knownOperation } from '../drive/operations.ts';
import { type Gap, withStandIns } from '../record/stand-in.ts';
import type { Blocked, Observation, Role } from '../words.ts';
import { isCut, jsonOf } from './body.ts';
import {
  type Entry,
  type Exchange,
  exchangesOf,
  headOf,
  type Party,
  type RecordedBody,
  type Transcript,
} from './format.ts';

/** A transcript as its checks look at it: one party is the system, whoever it was called. */
export type View = {
  readonly transcript: Transcript;
  /** An observation, unless it rests on what was taken out of a message, or was never kept of it. */
  readonly honest: (observation: Observation) => Observation;
};

/** In an exchange, what was taken out of its messages. */
type Gaps = ReadonlyMap<number, readonly Gap[]>;

const answerName = (exchange: Exchange): string | undefined => {
  const operation = knownOperation(exchange.operation);
  const status = exchange.response?.status ?? 0;
  if (operation === undefined) return undefined;
  if (status >= 400) return 'Problem';
  return operation.answer.body?.$id === undefined ? undefined : nameOf(operation.answer.body);
};

const requestName = (exchange: Exchange): string | undefined => {
  const request = knownOperation(exchange.operation)?.request;
  return request === undefined ? undefined : nameOf(request);
};

const filled = (
  body: RecordedBody | undefined,
  name: string | undefined,
): { readonly body: RecordedBody | undefined; readonly gaps: readonly Gap[] } => {
  if (body === undefined || name === undefined || !('utf8' in body)) return { body, gaps: [] };
  if (!body.utf8.includes('"$redacted"')) return { body, gaps: [] };
  const { message, gaps } = withStandIns(jsonOf(body), name);
  return { body: { utf8: JSON.stringify(message) }, gaps };
};

/** Above, at or below one another. */
const overlaps = (a: string, b: string): boolean =>
  a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);

/** What a finding may rest on although parts of the body are gone. */
const BESIDE_BODY: ReadonlySet<string> = new Set(['status', 'header', 'timing', 'url']);

/** What is looked at while the body is whole: its facts stand beside it. */
const FROM_WHOLE: ReadonlySet<string> = new Set([...BESIDE_BODY, 'label', 'log']);

/** Rules about which members there are, whatever they hold. */
const BESIDE_VALUES: ReadonlySet<string> = new Set([
  'additionalProperties',
  'required',
  'minItems',
  'maxItems',
]);

const blockedBy = (
  { requirement, case: id, at, pointer }: Observation,
  reason: Extract<Blocked, 'REDACTED' | 'NOT_KEPT'>,
): Observation => ({
  requirement,
  case: id,
  at,
  ...(pointer === undefined ? {} : { pointer }),
  says: 'BLOCKED',
  reason,
});

/** Exchanges with a message that was too long to keep, and whether it is one of the system's own. */
type Cut = ReadonlyMap<number, { readonly isOwn: boolean }>;

const cutIn = (transcript: Transcript): Cut =>
  new Map(
    exchangesOf(transcript).flatMap(({ seq, from, request, response }) => {
      const [asked, answered] = [isCut(request.body), isCut(response?.body)];
      return asked || answered
        ? [[seq, { isOwn: from === 'sut' ? asked : answered }] as const]
        : [];
    }),
  );

/** Of a message that was not kept, what stands in it is neither right nor wrong; what was said to it may be right. */
const keptIn = (transcript: Transcript): View['honest'] => {
  const cut = cutIn(transcript);
  return (observation) => {
    const { says, surface, at } = observation;
    if (cut.size === 0 || says === 'BLOCKED' || FROM_WHOLE.has(surface ?? '')) return observation;
    const mine = at.flatMap((seq) => cut.get(seq) ?? []);
    return mine.some(({ isOwn }) => isOwn || says === 'VIOLATED')
      ? blockedBy(observation, 'NOT_KEPT')
      : observation;
  };
};

const unredactedIn =
  (gaps: Gaps) =>
  (observation: Observation): Observation => {
    if (
      observation.says !== 'VIOLATED' ||
      BESIDE_BODY.has(observation.surface ?? '') ||
      BESIDE_VALUES.has(observation.rule ?? '')
    )
      return observation;
    const { pointer } = observation;
    // what was known to be wrong before it was taken out is wrong
    const mine = observation.at.flatMap((seq) =>
      (gaps.get(seq) ?? []).filter(({ about }) => about.valid),
    );
    const rests = mine.some((gap) => pointer === undefined || overlaps(gap.pointer, pointer));
    return rests ? blockedBy(observation, 'REDACTED') : observation;
  };

const views = new WeakMap<Transcript, Map<Role, View>>();

const made = (transcript: Transcript, role: Role): View => {
  const nameOfParty = (party: Party): Party =>
    party === role ? 'sut' : party === counterpartOf(role) ? 'runner' : party;
  const gaps = new Map<number, readonly Gap[]>();
  const seenBy = (entry: Entry): readonly Entry[] => {
    if (entry.kind !== 'exchange') return [entry];
    // of a reduced exchange nothing is left to judge, and what others say to each other is not this party's
    if (entry.facts?.isReduced === true || (entry.from !== role && entry.to !== role)) return [];
    const request = filled(entry.request.body, requestName(entry));
    const response = filled(entry.response?.body, answerName(entry));
    gaps.set(entry.seq, [...request.gaps, ...response.gaps]);
    return [
      {
        ...entry,
        from: nameOfParty(entry.from),
        to: nameOfParty(entry.to),
        request: {
          ...entry.request,
          ...(request.body === undefined ? {} : { body: request.body }),
        },
        ...(entry.response === undefined
          ? {}
          : {
              response: {
                ...entry.response,
                ...(response.body === undefined ? {} : { body: response.body }),
              },
            }),
      },
    ];
  };
  const view = { ...transcript, entries: transcript.entries.flatMap(seenBy) };
  const [kept, redacted] = [keptIn(view), unredactedIn(gaps)];
  return {
    transcript: view,
    honest: (observation) => redacted(kept(observation)),
  };
};

/** A transcript from where one of its parties stands. */
export const viewOf = (transcript: Transcript, role: Role): View => {
  if (headOf(transcript).mode === 'CHECK') return { transcript, honest: keptIn(transcript) };
  const known = views.get(transcript) ?? new Map<Role, View>();
  views.set(transcript, known);
  const view = known.get(role) ?? made(transcript, role);
  known.set(role, view);
  return view;
};
