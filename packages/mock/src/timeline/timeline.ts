import type { Happenings } from '../engine/happenings.ts';

/** What a moment on the timeline is about. */
export type MomentKind = 'command' | 'delivery' | 'clock' | 'fault';

/** Something that happened to a tenant, for whoever looks on. */
export type Moment = {
  /** Its number on the tenant's timeline, from 1 on. */
  readonly seq: number;
  /** The virtual instant. */
  readonly at: string;
  readonly kind: MomentKind;
  readonly record: Readonly<Record<string, unknown>>;
};

/** The last moments of every tenant. It is memory of this process alone, and decides nothing. */
export type Timeline = {
  /** Puts a moment on the timeline of a tenant; its number. */
  tell(
    tenant: string,
    at: string,
    kind: MomentKind,
    record: Readonly<Record<string, unknown>>,
  ): number;
  /** What is still kept of a tenant after a number, oldest first. */
  after(tenant: string, seq: number): readonly Moment[];
  /** Tells of every later moment of a tenant, until the answer is called. */
  watch(tenant: string, look: (moment: Moment) => void): () => void;
};

/** How many moments of a tenant are kept. */
const KEPT = 10_000;

type Track = { last: number; moments: Moment[]; readonly viewers: Set<(moment: Moment) => void> };

/** A timeline on which nothing has happened yet; commands and moves of the clock come to it by themselves. */
export const createTimeline = (happenings: Pick<Happenings, 'watch'>): Timeline => {
  const tracks = new Map<string, Track>();
  const trackOf = (tenant: string): Track => {
    const known = tracks.get(tenant);
    if (known !== undefined) return known;
    const made: Track = { last: 0, moments: [], viewers: new Set() };
    tracks.set(tenant, made);
    return made;
  };
  const tell: Timeline['tell'] = (tenant, at, kind, record) => {
    const track = trackOf(tenant);
    track.last += 1;
    const moment: Moment = { seq: track.last, at, kind, record };
    track.moments.push(moment);
    // cut seldom, since each cut moves all that stays
    if (track.moments.length > 2 * KEPT) track.moments = track.moments.slice(-KEPT);
    for (const look of track.viewers) look(moment);
    return moment.seq;
  };
  happenings.watch((happening) => {
    const { tenant } = happening;
    if (happening.kind === 'command') tell(tenant, happening.entry.at, 'command', happening.entry);
    else tell(tenant, happening.now, 'clock', { now: happening.now, mode: happening.mode });
  });
  return {
    tell,
    after: (tenant, seq) =>
      trackOf(tenant)
        .moments.slice(-KEPT)
        .filter((one) => one.seq > seq),
    watch: (tenant, look) => {
      const { viewers } = trackOf(tenant);
      viewers.add(look);
      return () => {
        viewers.delete(look);
      };
    },
  };
};
