import { inspect } from 'node:util';
import { connect } from '@openwaybill/client';
import {
  createRevealer,
  type PlainFields,
  type RevealerOptions,
  type RevealResult,
} from '@openwaybill/client/reveal';

type Asked = {
  readonly baseUrl: string;
  readonly token: string;
  readonly issuer: string;
  readonly recipient: string;
  readonly key: RevealerOptions['keys'][0];
  readonly now: number;
  readonly again: boolean;
  readonly waybillNo: string;
  readonly purpose: 'SERVICE_NAME_CHECK';
  readonly fields: readonly ['NAME'];
  readonly consigneeRef: string;
  readonly actor: { readonly actorId: string; readonly kind: 'SYSTEM' };
  readonly inClear: boolean;
};

const exposed = ({ name, phone, address, deliveryNote, idNumber }: PlainFields): object =>
  Object.fromEntries(
    Object.entries({ name, phone, address, delivery_note: deliveryNote, id_number: idNumber })
      .filter(([, held]) => held !== undefined)
      .map(([member, held]) => [member, held?.expose()]),
  );

const told = (result: RevealResult): object => {
  const shown = [inspect(result, { depth: null }), JSON.stringify(result)].join('\n');
  if (result.ok)
    return {
      ok: true,
      uses: result.reveal.remainingUseCount,
      ...(result.reveal.fields === undefined
        ? {}
        : { fields: exposed(result.reveal.fields), shown }),
    };
  return 'refused' in result
    ? { ok: false, fault: result.refused.fault, shown }
    : { ok: false, code: result.problem.code, shown };
};

/** What a line of the cases of reveals asks for, done with the TypeScript client. */
export const revealedTo = async (
  asked: Asked,
): Promise<{ readonly results: readonly object[] }> => {
  const { baseUrl, token, issuer, recipient, key, waybillNo, purpose } = asked;
  const revealer = createRevealer({
    platform: connect({ baseUrl, role: 'courier', token: () => token }),
    issuer,
    recipient,
    keys: [key],
    now: () => asked.now,
  });
  const first = await revealer.reveal({
    waybillNo,
    purpose,
    fields: asked.fields,
    consigneeRef: asked.consigneeRef,
    actor: asked.actor,
    authentication: 'MFA',
    ...(asked.inClear ? { inClear: true } : {}),
  });
  if (!asked.again || !first.ok) return { results: [told(first)] };
  const { revealId } = first.reveal;
  return { results: [told(first), told(await revealer.read({ revealId, waybillNo, purpose }))] };
};
