import type { ChargeAdvice, VasChoiceRequest } from '@openwaybill/schemas';

type ServiceLine = Pick<ChargeAdvice['lines'][number], 'component' | 'vasCode'>;
type VasCode = VasChoiceRequest['vasCode'];

/** Lines for services that nobody chose, and lines beyond the first for one that was. */
export const unchosenLines = <L extends ServiceLine>(
  lines: readonly L[],
  chosen: readonly VasCode[],
): readonly L[] => {
  const left = new Set(chosen);
  return lines.filter(
    ({ component, vasCode }) =>
      component === 'VAS' && (vasCode === undefined || !left.delete(vasCode)),
  );
};
