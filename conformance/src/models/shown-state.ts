import { type LifecycleEntry, nameIn } from '@openwaybill/schemas';
import { holds } from '../applicability.ts';
import { knownOperation } from '../drive/operations.ts';
import { answerOf } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Claim } from '../words.ts';
import { type KeptResource, keptResources } from './kept-resource.ts';

/** Whether a system means a state of the table by what it said. */
export const isStateOf = ({ states }: LifecycleEntry, said: unknown): said is string =>
  typeof said === 'string' && Object.hasOwn(states, said);

/** The resources whose lifecycles a system has: it shows them. */
export const keptBy = (claim: Claim): readonly KeptResource[] =>
  keptResources.filter(({ read }) => holds({ offers: read.operationId }, claim));

/** A resource in a state that an answer shows. */
export type Shown = {
  readonly resource: KeptResource;
  readonly id: string;
  readonly state: string;
};
type Item = Readonly<Record<string, unknown>>;

/** The states that an answer shows: of a resource, or of each one of a page. */
export const shownBy = (kept: readonly KeptResource[], exchange: Exchange): readonly Shown[] => {
  const name = nameIn(knownOperation(exchange.operation)?.answer.body?.$id ?? '');
  const body = answerOf(exchange);
  const page: readonly Item[] = Array.isArray(body?.items) ? body.items : [];
  return kept
    .filter(({ schema }) => name === schema || name === `${schema}Page`)
    .flatMap((resource) =>
      (name === resource.schema ? [body as Item] : page).flatMap((value) => {
        const id = value?.[resource.id];
        const state = value?.[resource.member];
        return typeof id === 'string' && isStateOf(resource.lifecycle, state)
          ? [{ resource, id, state }]
          : [];
      }),
    );
};
