/** Whether a purpose rests on the law alone: nobody can object to it. */
export const restsOnLaw = (purpose: string | undefined): boolean =>
  purpose?.startsWith('COMPLIANCE_') === true;
