/** A minor of this major that nobody has published yet, and a version of another major: the two that DSC-006 names. */
export const FAR_MINOR = '1.9';
export const OTHER_MAJOR = '2.0';
