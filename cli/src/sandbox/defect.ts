import type { Fault } from '@openwaybill/conformance';
import { nearest } from '@openwaybill/validate/light';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Played } from './parties.ts';

const usage = (
  seen: Complaint['seen'],
  wanted: Complaint['wanted'],
  remedy: Complaint['remedy'],
) => ({ complaint: { code: EXIT.usage, seen, wanted, remedy } });

/**
 * The violation of the standard that a mock server is to show, one of those that the conformance suite is proven with:
 * the engine itself knows none.
 */
export const readDefect = async (
  id: string,
  { roles, isSigned }: { readonly roles: readonly Played[]; readonly isSigned: boolean },
): Promise<{ readonly defect: Fault } | { readonly complaint: Complaint }> => {
  const { faults } = await import('@openwaybill/conformance');
  const defect = faults.find((fault) => fault.id === id);
  if (defect === undefined) {
    const meant = nearest(
      id,
      faults.map((fault) => fault.id),
    );
    return usage(
      { en: `there is no fault ${id}`, zh: `没有缺陷 ${id}` },
      {
        en: 'the faults of a requirement are named by openwaybill explain, as in openwaybill explain ORD-003',
        zh: 'openwaybill explain 列出某要求的缺陷，如 openwaybill explain ORD-003',
      },
      meant === undefined
        ? { en: 'name one of them with --defect', zh: '请用 --defect 指定其一' }
        : { en: `write ${meant}, if you meant that`, zh: `若是 ${meant}，请改用此名` },
    );
  }
  if (!roles.some((role) => role === defect.role))
    return usage(
      { en: `${id} is of a ${defect.role}`, zh: `${id} 属于 ${defect.role}` },
      { en: `played here: ${roles.join(', ')}`, zh: `此处扮演：${roles.join('、')}` },
      { en: `add --role ${defect.role}`, zh: `请加上 --role ${defect.role}` },
    );
  if (defect.claims !== undefined && !isSigned)
    return usage(
      { en: `${id} is against class ${defect.claims}`, zh: `${id} 违反类别 ${defect.claims}` },
      { en: 'that class is claimed with --signed', zh: '声明该类别须用 --signed' },
      { en: 'add --signed', zh: '请加上 --signed' },
    );
  return { defect };
};
