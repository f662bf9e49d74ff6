import type { ClockMode } from './clock.ts';
import type { LogEntry } from './command-log.ts';

/** What a watcher of this mock is told of, once it has happened. */
export type Happening =
  | { readonly kind: 'command'; readonly tenant: string; readonly entry: LogEntry }
  | {
      readonly kind: 'clock';
      readonly tenant: string;
      readonly now: string;
      readonly mode: ClockMode;
    };

export type Happenings = {
  readonly tell: (happening: Happening) => void;
  /** Tells from now on; what it answers ends that. */
  readonly watch: (watcher: (happening: Happening) => void) => () => void;
};

/** Where the engine tells what happens. Without a watcher it costs nothing. */
export const createHappenings = (): Happenings => {
  const watchers = new Set<(happening: Happening) => void>();
  return {
    tell: (happening) => {
      for (const watcher of watchers) watcher(happening);
    },
    watch: (watcher) => {
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
  };
};
