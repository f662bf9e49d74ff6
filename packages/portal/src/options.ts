import type { Contract, ReleaseStatus, Text } from '@openwaybill/schemas';

/** A clause of the policy, as the register of clauses has it. */
export type PolicyClause = {
  readonly id: string;
  readonly document: string;
  readonly number: string;
  readonly title: Text;
  readonly summary: Text;
  readonly responsible?: readonly {
    readonly task?: Text;
    readonly departments: readonly string[];
  }[];
  /** Why no module answers it. */
  readonly outOfScope?: Text;
};

/** The policy documents that the standard answers. */
export type Policy = {
  readonly documents: readonly {
    readonly id: string;
    readonly title: Text;
    readonly reference: string;
  }[];
  readonly departments: Readonly<Record<string, Text>>;
  readonly clauses: readonly PolicyClause[];
};

/** One step in the life of a parcel: a scan, an operation, a fact or a disturbance, after some time. */
export type ScenarioStep = {
  readonly after: string;
  readonly code?: string;
  readonly does?: string;
  readonly fact?: string;
  readonly of?: string;
  readonly disturb?: unknown;
  readonly with?: unknown;
};

/** The life of a parcel in virtual time. */
export type PortalScenario = {
  readonly id: string;
  readonly title: Text;
  readonly steps: readonly ScenarioStep[];
  readonly ends?: Readonly<Record<string, unknown>>;
};

/** One line of a crosswalk: a code of another vocabulary and the event code that it means. */
export type CrosswalkRow = {
  readonly code: string;
  readonly subCode?: string;
  readonly eventCode?: string;
  readonly confidence?: string;
  readonly outcome?: string;
  readonly when?: unknown;
};

/** All lines of one vocabulary in one version. */
export type Crosswalk = {
  readonly vocabulary: string;
  readonly version: string;
  readonly source: string;
  readonly rows: readonly CrosswalkRow[];
};

/** How somebody gets here from elsewhere: words in both languages, and names of the wire. */
export type PortalGuide = {
  readonly name: string;
  readonly title: Text;
  readonly lede: Text;
  readonly sections: readonly {
    readonly id: string;
    readonly title: Text;
    readonly parts: readonly (
      | { readonly is: 'text'; readonly text: Text }
      | { readonly is: 'list'; readonly items: readonly Text[] }
      | {
          readonly is: 'table';
          readonly heads: readonly Text[];
          readonly rows: readonly (readonly (Text | readonly string[])[])[];
        }
      | { readonly is: 'code'; readonly about: Text; readonly text: string }
    )[];
  }[];
};

/** What the portal shows beside the contract; rooms of one rank do not import each other, so it is handed in. */
export type PortalOptions = {
  readonly status: ReleaseStatus;
  /** A civil date; absent where nothing is released. */
  readonly publishedOn?: string;
  /** The contract of the release before; absent for the first. */
  readonly previous?: Contract;
  /** The newest published version before this one; absent where there is none. */
  readonly latest?: string;
  /** Whether the pages stand in a release folder, whose other files they then link to. */
  readonly isInRelease: boolean;
  readonly policy: Policy;
  readonly scenarios: readonly PortalScenario[];
  readonly crosswalks: readonly Crosswalk[];
  readonly guides: readonly PortalGuide[];
  /** Who sees what of a person, when and why: the page of the policy of views, as Markdown. */
  readonly views: Text;
  /** The compiled validators as one classic script, which a page loads when something is tried. */
  readonly validators: string;
};
