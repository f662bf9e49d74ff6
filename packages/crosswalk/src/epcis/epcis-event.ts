/** Prefix of the members that the standard adds to an event of EPCIS. */
export const EXTENSION = 'https://openwaybill.org/epcis/1/';

/** Members of the standard, so that the way back is exact. */
export type OpenWaybillMembers = {
  readonly 'openwaybill:eventCode': string;
  readonly 'openwaybill:confidence': string;
  readonly 'openwaybill:timeQuality': string;
  readonly 'openwaybill:leg'?: string;
  readonly 'openwaybill:reason'?: string;
  readonly 'openwaybill:location'?: object;
};

/** An event of EPCIS 2.0, as far as the standard writes it. */
export type EpcisEvent = OpenWaybillMembers & {
  readonly type: 'ObjectEvent' | 'AggregationEvent';
  readonly eventID: string;
  readonly eventTime: string;
  readonly eventTimeZoneOffset: string;
  readonly recordTime: string;
  readonly action: 'ADD' | 'OBSERVE' | 'DELETE';
  readonly bizStep: string;
  readonly disposition?: string;
  readonly epcList?: readonly string[];
  readonly parentID?: string;
  readonly childEPCs?: readonly string[];
  readonly readPoint?: { readonly id: string };
  readonly bizTransactionList: readonly {
    readonly type: string;
    readonly bizTransaction: string;
  }[];
  readonly errorDeclaration?: {
    readonly declarationTime: string;
    readonly reason: string;
    readonly correctiveEventIDs: readonly string[];
  };
};

/** A capture document of EPCIS 2.0. */
export type EpcisDocument = {
  readonly '@context': readonly unknown[];
  readonly type: 'EPCISDocument';
  readonly schemaVersion: '2.0';
  readonly creationDate: string;
  readonly epcisBody: { readonly eventList: readonly EpcisEvent[] };
};
