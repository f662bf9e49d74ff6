import { Plain } from '@openwaybill/privacy';
import type { components } from '../generated/receiver.ts';

type Address = components['schemas']['Address'];

/** Fields of a person, each held so that no log, template or serialiser shows it; `expose()` gives the value. */
export type PlainFields = {
  readonly name?: Plain<'person-name'>;
  readonly phone?: Plain<'phone.mobile'>;
  /** Whether `phone` is the real number or stands for it. */
  readonly phoneKind?: components['schemas']['PhoneKind'];
  readonly address?: Plain<'addr.freetext', Address>;
  readonly deliveryNote?: Plain<'note.freetext'>;
  readonly idNumber?: Plain<'id-number'>;
};

type Clear = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string => typeof value === 'string';

/** What came in clear, held; members that this version does not know are dropped. */
export const plainFieldsOf = (clear: Clear): PlainFields => {
  const { name, phone, phoneKind, address, deliveryNote, idNumber } = clear;
  return Object.freeze({
    ...(isText(name) ? { name: new Plain('person-name', name) } : {}),
    ...(isText(phone) ? { phone: new Plain('phone.mobile', phone) } : {}),
    ...(phoneKind === 'REAL' || phoneKind === 'VIRTUAL' ? { phoneKind } : {}),
    ...(typeof address === 'object' && address !== null
      ? { address: new Plain('addr.freetext', address as Address) }
      : {}),
    ...(isText(deliveryNote) ? { deliveryNote: new Plain('note.freetext', deliveryNote) } : {}),
    ...(isText(idNumber) ? { idNumber: new Plain('id-number', idNumber) } : {}),
  });
};
