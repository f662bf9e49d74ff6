/** The code of a carrier of the standard that exists for tests alone. */
export const TEST_CARRIER = 'ZZ';
