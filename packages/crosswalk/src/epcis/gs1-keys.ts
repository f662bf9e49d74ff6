import { gs1 } from '@openwaybill/validate';

/** Companies' prefixes have no fixed length, so a number alone gives a GS1 Digital Link, not an EPC URN. */
const LINK = 'https://id.gs1.org';

/** An SSCC as EPCIS 2.0 writes it. */
export const ssccUri = (sscc: string): string => `${LINK}/00/${sscc}`;

/** A GLN as EPCIS 2.0 writes it. */
export const glnUri = (gln: string): string => `${LINK}/414/${gln}`;

/** The SSCC that a URI names; nothing if it names none, or one whose check digit is wrong. */
export const ssccOf = (uri: string): string | undefined => {
  const linked = /^https?:\/\/[^?#]*\/00\/([0-9]{18})(?:[?#/].*)?$/.exec(uri)?.[1];
  if (linked !== undefined) return gs1.isValid(linked) ? linked : undefined;
  const [, prefix, serial] = /^urn:epc:id:sscc:([0-9]+)\.([0-9]+)$/.exec(uri) ?? [];
  if (prefix === undefined || serial === undefined || prefix.length + serial.length !== 17)
    return undefined;
  const body = serial.charAt(0) + prefix + serial.slice(1);
  return body + gs1.checkDigitOf(body);
};

/** The GLN that a URI names; nothing if it names none. */
export const glnOf = (uri: string): string | undefined => {
  const linked = /^https?:\/\/[^?#]*\/414\/([0-9]{13})(?:[?#/].*)?$/.exec(uri)?.[1];
  if (linked !== undefined) return gs1.isValid(linked) ? linked : undefined;
  const [, prefix, place] = /^urn:epc:id:sgln:([0-9]+)\.([0-9]*)(?:\..*)?$/.exec(uri) ?? [];
  if (prefix === undefined || place === undefined || prefix.length + place.length !== 12)
    return undefined;
  return prefix + place + gs1.checkDigitOf(prefix + place);
};
