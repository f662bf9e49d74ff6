import type { Stage } from '../../drive/stage.ts';
import { TEST_CARRIER } from '../../drive/test-carrier.ts';
import { causeFact } from '../../models/walk-from.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';

/** One kind of cells of one locker, as a list shows it. */
export type Kind = {
  readonly lockerId: string;
  readonly size: string;
  readonly temperature: string;
  readonly freeCount: number;
};

const HOURS = 3_600_000;

/** Kinds of cells of all open lockers of the first page. */
export const kindsOf = (list: unknown): readonly Kind[] => {
  const items: unknown = (list as { readonly items?: unknown } | undefined)?.items;
  return (Array.isArray(items) ? items : [])
    .filter((locker) => locker?.status === 'OPEN')
    .flatMap(({ lockerId, cells }) =>
      (Array.isArray(cells) ? cells : []).map((cell) => ({ lockerId, ...cell })),
    );
};

/** A request that nothing is wrong with, for a cell of a kind and a parcel of its own. */
export const reservationOf = async (
  stage: Stage,
  { lockerId, size, temperature }: Kind,
): Promise<Readonly<Record<string, unknown>>> => ({
  lockerId,
  size,
  temperature,
  waybillNo: `ZZ${stage.invent.uuid().replaceAll('-', '').slice(-16).toUpperCase()}`,
  carrierCode: TEST_CARRIER,
  platformId: stage.partyId('runner'),
  untilAt: new Date((await stage.now()) + 2 * HOURS).toISOString(),
  consentId: stage.invent.uuid(),
});

/** The same for the kind of which most cells are free; nothing where all are taken. */
export const anyReservation = async (stage: Stage) => {
  const list = await stage.call('listLockers');
  const [most] = [...kindsOf(answerOf(list))].sort((a, b) => b.freeCount - a.freeCount);
  return most === undefined || most.freeCount < 1 ? undefined : reservationOf(stage, most);
};

/** A parcel behind a closed door, by test control; its deposit. */
export const deposited = async (stage: Stage): Promise<string | undefined> => {
  const body = await anyReservation(stage);
  if (body === undefined) return undefined;
  const made = await stage.call('reserveCell', { body, intent: 'PREPARE' });
  if (!isAccepted(made)) return undefined;
  return happens(
    stage,
    'locker-reservations',
    String(answerOf(made)?.reservationId),
    'DOOR_CLOSED',
  );
};

/** Something happens at a locker to a parcel of the courier. */
export const happens = (
  stage: Stage,
  collection: 'locker-reservations' | 'locker-deposits',
  resourceId: string,
  fact: string,
): Promise<string | undefined> => causeFact(stage, { collection, resourceId, fact }, 'courier');

/** The consignee has the code, whether the system sent it by itself or is told that it did. */
export const notified = async (stage: Stage, depositId: string): Promise<void> => {
  await stage.settle();
  const read = await stage.call('getDeposit', { path: { depositId } });
  if (answerOf(read)?.status === 'DEPOSITED')
    await happens(stage, 'locker-deposits', depositId, 'CODE_SENT');
};
