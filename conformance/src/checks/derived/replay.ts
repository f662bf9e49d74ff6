import { takesIdempotencyKey } from '@openwaybill/schemas';
import { holds as isTrue } from '../../applicability.ts';
import { operationOf } from '../../drive/operations.ts';
import { isWithinReach, TWINS } from '../../negatives/twins.ts';
import { answerOf, codeOfAnswer, headerOf, isAccepted, statusOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Claim, Finding, Observation } from '../../words.ts';
import { demand, endingOf, holds, refusedWith, violated } from '../check.ts';
import { oneOfTwo } from '../in-flight.ts';
import { SAID } from '../sayings.ts';
import { type Seen, seenOf } from '../seen.ts';
import { isSame } from './difference.ts';

/** Of these nothing is kept but what a vault holds, so that a repetition may find less. */
const FORGETFUL: ReadonlySet<string> = new Set(['registerConsignee']);

const KEYED = (claim: Claim): readonly string[] =>
  Object.keys(TWINS).filter(
    (operationId) =>
      takesIdempotencyKey(operationOf(operationId)) && isTrue({ offers: operationId }, claim),
  );

const OPERATIONS = (claim: Claim): readonly string[] =>
  KEYED(claim).filter((operationId) => !FORGETFUL.has(operationId));

const replayed = (again: Exchange, first: Exchange): Finding =>
  demand(
    statusOf(again) === statusOf(first) &&
      isSame(answerOf(again), answerOf(first)) &&
      headerOf(again.response?.headers, 'Idempotency-Replayed') === 'true',
    [again, first],
    SAID.firstAnswerReplayed,
    endingOf(again),
    { surface: 'body' },
  );

function* observe(seen: Seen, operationId: string): Generator<readonly [string, Finding]> {
  const of = (probe: string) =>
    seen.probe(probe).filter(({ operation }) => operation === operationId);
  const [first] = of('repeat-first');
  if (first === undefined) return;
  if (codeOfAnswer(first) === 'IDEMPOTENCY_KEY_REUSED')
    yield [
      'other-operation',
      violated(
        first,
        { en: 'a key that another operation was given', zh: '另一操作用过的幂等键' },
        endingOf(first),
      ),
    ];
  if (!isAccepted(first)) return;
  yield ['other-operation', holds(first, 'status')];
  for (const again of of('repeat-again'))
    if (!FORGETFUL.has(operationId)) yield [`replay.${operationId}`, replayed(again, first)];
  for (const [probe, name, status, code] of [
    ['repeat-other', 'other-body', 422, 'IDEMPOTENCY_KEY_REUSED'],
    ['repeat-keyless', 'missing', 400, 'IDEMPOTENCY_KEY_MISSING'],
  ] as const)
    for (const exchange of of(probe)) {
      const finding = refusedWith(seen, exchange, { status, code });
      if (finding !== undefined) yield [`${name}.${operationId}`, finding];
    }
  const raced = FORGETFUL.has(operationId) ? undefined : oneOfTwo(of('repeat-race'));
  if (raced !== undefined) yield [`race.${operationId}`, raced];
}

/** Every command under a key: repeated, with another body, without one, and twice at once. */
export const replayChecks: readonly Check[] = [
  {
    requirements: ['DSC-013'],
    cases: (claim) =>
      OPERATIONS(claim)
        .filter((operationId) => isWithinReach(operationId, claim))
        .map((operationId) => `replay.${operationId}`),
    beyond: (claim) =>
      OPERATIONS(claim)
        .filter((operationId) => !isWithinReach(operationId, claim))
        .map((operationId) => `replay.${operationId}`),
    further: (claim) => [
      'other-operation',
      ...KEYED(claim).flatMap((operationId) =>
        ['other-body', 'missing', 'race'].map((name) => `${name}.${operationId}`),
      ),
    ],
    judge: function* (transcript, claim): Generator<Observation> {
      const seen = seenOf(transcript, claim);
      for (const operationId of Object.keys(TWINS))
        for (const [id, finding] of observe(seen, operationId))
          yield { requirement: 'DSC-013', case: id, ...finding };
    },
  },
];
