import { commandsOf, type KeptResource, keptResources } from '../../models/kept-resource.ts';
import { ledToFrom } from '../../models/ruling.ts';
import { keptBy, shownBy } from '../../models/shown-state.ts';
import { isAccepted } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Claim, Finding, Observation, RequirementId } from '../../words.ts';
import { holds, violated } from '../check.ts';
import { verbatim } from '../sayings.ts';
import { type Seen, seenOf } from '../seen.ts';

/** A parcel is what its scans make of it, whatever a correction takes back: that is judged by the fold. */
const FOLDED = 'parcel';

/** Nobody commands it: a walk that only gives commands would see nothing of its moves. */
const isLeftToItself = ({ lifecycle, id }: KeptResource): boolean =>
  lifecycle.entity !== FOLDED &&
  commandsOf(lifecycle).every(({ path }) => !path.includes(`{${id}}`));

const judgedFor = (claim: Claim, requirement: RequirementId): readonly KeptResource[] =>
  keptBy(claim).filter((one) => one.lifecycle.refusals === requirement && isLeftToItself(one));

const caseOf = ({ lifecycle }: KeptResource): string => `led.${lifecycle.entity}`;

/** Whether one was asked for after the other had been answered. */
const isAfter = (later: Exchange, earlier: Exchange): boolean =>
  Date.parse(later.request.sentAt) >= Date.parse(earlier.response?.receivedAt ?? '');

function* observe(
  seen: Seen,
  kept: readonly KeptResource[],
): Generator<readonly [KeptResource, Finding]> {
  const last = new Map<string, { readonly state: string; readonly exchange: Exchange }>();
  for (const exchange of seen.exchanges) {
    if (exchange.to !== 'sut' || !isAccepted(exchange)) continue;
    if (exchange.operation === 'resetTestTenant') last.clear();
    for (const { resource, id, state } of shownBy(kept, exchange)) {
      const key = `${exchange.from} ${resource.lifecycle.entity} ${id}`;
      const before = last.get(key);
      if (before !== undefined && !isAfter(exchange, before.exchange)) continue;
      last.set(key, { state, exchange });
      if (before === undefined) continue;
      const at = [exchange, before.exchange];
      yield [
        resource,
        ledToFrom(resource.lifecycle, before.state).has(state)
          ? holds(at, 'body')
          : violated(
              at,
              {
                en: `a state that the table leads to from ${before.state}`,
                zh: `表中自 ${before.state} 可达的状态`,
              },
              verbatim(state),
              {
                pointer:
                  exchange.operation === resource.read.operationId ? `/${resource.member}` : '',
                surface: 'body',
              },
            ),
      ];
    }
  }
}

const checkFor = (requirement: RequirementId): Check => ({
  requirements: [requirement],
  cases: () => [],
  further: (claim) => judgedFor(claim, requirement).map(caseOf),
  judge: function* (transcript, claim): Generator<Observation> {
    for (const [resource, finding] of observe(
      seenOf(transcript, claim),
      judgedFor(claim, requirement),
    ))
      yield { requirement, case: caseOf(resource), ...finding };
  },
});

/** What nobody commands moves as its table says, wherever it is shown. */
export const ledByTableChecks: readonly Check[] = [
  ...new Set(keptResources.filter(isLeftToItself).map(({ lifecycle }) => lifecycle.refusals)),
].map(checkFor);
