import type { Bendable, Fault, FaultSwitch } from '@openwaybill/conformance';
import type { MockOptions } from '@openwaybill/mock';
import { nearest } from '@openwaybill/validate/light';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Played } from './parties.ts';

/** A fault of the suite, and what it draws from. */
export type Defect = { readonly fault: Fault; readonly random: FaultSwitch['random'] };

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
  {
    roles,
    isSigned,
    seed,
  }: { readonly roles: readonly Played[]; readonly isSigned: boolean; readonly seed: number },
): Promise<{ readonly defect: Defect } | { readonly complaint: Complaint }> => {
  // the suite is large, and no other mock server needs it
  const { faults, randomOf } = await import('@openwaybill/conformance');
  const fault = faults.find((one) => one.id === id);
  if (fault === undefined) {
    const meant = nearest(
      id,
      faults.map((one) => one.id),
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
  if (!roles.some((role) => role === fault.role))
    return usage(
      { en: `${id} is of a ${fault.role}`, zh: `${id} 属于 ${fault.role}` },
      { en: `played here: ${roles.join(', ')}`, zh: `此处扮演：${roles.join('、')}` },
      { en: `add --role ${fault.role}`, zh: `请加上 --role ${fault.role}` },
    );
  if (fault.claims !== undefined && !isSigned)
    return usage(
      { en: `${id} is against class ${fault.claims}`, zh: `${id} 违反类别 ${fault.claims}` },
      { en: 'that class is claimed with --signed', zh: '声明该类别须用 --signed' },
      { en: 'add --signed', zh: '请加上 --signed' },
    );
  return { defect: { fault, random: randomOf(seed, 'defect') } };
};

/** How a defect bends the party of its role; every other one is left as it is. */
export const bendOf = (
  defect: Defect | undefined,
  role: Played,
  wait: FaultSwitch['wait'],
):
  | {
      readonly options: (options: MockOptions) => MockOptions;
      readonly fetch: (fetch: Bendable['fetch']) => Bendable['fetch'] | undefined;
    }
  | undefined => {
  if (defect?.fault.role !== role) return undefined;
  const { fault, random } = defect;
  // whoever looks sees what it does: nobody counts how often
  const switchOn: FaultSwitch = { fired: () => {}, equivalent: () => {}, random, wait };
  return {
    options: (options) => fault.bend.options?.(options, switchOn) ?? options,
    fetch: (fetch) => fault.bend.fetch?.(fetch, switchOn),
  };
};
