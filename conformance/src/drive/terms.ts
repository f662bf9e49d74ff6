/** The civil day of an instant where agreements are made. */
export const dayOf = (milliseconds: number): string =>
  new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 10);

/** What a signature covers: the agreement without what signing itself changes. */
export const signedTermsOf = (
  agreement: Readonly<Record<string, unknown>> | undefined,
): unknown => {
  const {
    signatures: _,
    status: __,
    createdAt: ___,
    updatedAt: ____,
    ...terms
  } = agreement ?? ({} as Readonly<Record<string, unknown>>);
  const parties = (Array.isArray(terms.parties) ? terms.parties : []) as readonly Readonly<
    Record<string, unknown>
  >[];
  return { ...terms, parties: parties.map(({ signedAt: _signedAt, ...party }) => party) };
};
