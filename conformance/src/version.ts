/** The version of the suite, written into every transcript and result. */
export const SUITE_VERSION = '0.1.0';
