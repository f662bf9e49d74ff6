/** Whether a purpose rests on the law alone: nobody can object to it, and no case, refund or cancellation ends it. */
export const isAuthoritys = (purpose: string | undefined): boolean =>
  purpose?.startsWith('COMPLIANCE_') === true;
