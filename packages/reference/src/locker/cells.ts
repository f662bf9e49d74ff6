import type { CellReservationRequest, Locker } from '@openwaybill/schemas';

type Asked = Pick<CellReservationRequest, 'size' | 'temperature'>;

/** Free cells of a size and temperature. A larger cell is another one: whoever wants it asks for it. */
export const freeCells = ({ cells }: Pick<Locker, 'cells'>, { size, temperature }: Asked): number =>
  cells.find((kind) => kind.size === size && kind.temperature === temperature)?.freeCount ?? 0;

/** Whether a parcel can be put in: the locker is in use and has a free cell of that kind. */
export const hasFreeCell = (locker: Pick<Locker, 'cells' | 'status'>, asked: Asked): boolean =>
  locker.status === 'OPEN' && freeCells(locker, asked) > 0;
