import { requirementOf } from '../catalogue/catalogue.ts';
import { withTwins } from '../catalogue/twins.ts';
import type { Fault, RequirementId } from '../words.ts';

/** What a fault violates, with the twins of it that bind its role. */
export const boundOf = ({
  role,
  violates,
}: Pick<Fault, 'role' | 'violates'>): Fault['violates'] => {
  const isBound = (id: RequirementId): boolean => {
    const { roles } = requirementOf(id);
    return roles === 'any' || roles.some((one) => one === role);
  };
  const [first, ...rest] = withTwins(violates);
  return [first, ...rest.filter((id) => violates.includes(id) || isBound(id))];
};
