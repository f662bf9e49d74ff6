/** The version is written in by the bundler; a run from sources is of no release. */
declare const OPENWAYBILL_VERSION: string | undefined;

/** The version of this program. */
export const VERSION =
  typeof OPENWAYBILL_VERSION === 'undefined' ? '0.0.0-source' : OPENWAYBILL_VERSION;
