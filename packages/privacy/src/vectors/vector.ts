/** What an algorithm is given, and what it answers. */
export type Vector<Given, Want> = readonly [given: Given, want: Want];

/** A vector of a mask of texts. */
export type MaskVector = Vector<string, string>;
