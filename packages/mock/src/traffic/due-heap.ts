/** What is due: which parcel, which step of its way, and when, in milliseconds since 1970. */
export type Due = { readonly at: number; readonly parcel: number; readonly step: number };

/** Work by the instant at which it is due; at one instant the parcel that was made first comes first. */
export type DueHeap = {
  readonly size: number;
  readonly next: Due | undefined;
  readonly push: (due: Due) => void;
  readonly pop: () => Due | undefined;
};

const isBefore = (a: Due, b: Due): boolean =>
  a.at !== b.at ? a.at < b.at : a.parcel !== b.parcel ? a.parcel < b.parcel : a.step < b.step;

/** An empty binary heap. */
export const dueHeap = (): DueHeap => {
  const items: Due[] = [];
  const swapUp = (child: number): number | undefined => {
    const parent = (child - 1) >> 1;
    const [low, high] = [items[child], items[parent]];
    if (child === 0 || low === undefined || high === undefined || !isBefore(low, high))
      return undefined;
    items[child] = high;
    items[parent] = low;
    return parent;
  };
  const leastBelow = (parent: number): number => {
    let least = parent;
    for (const child of [2 * parent + 1, 2 * parent + 2]) {
      const [one, other] = [items[child], items[least]];
      if (one !== undefined && other !== undefined && isBefore(one, other)) least = child;
    }
    return least;
  };
  return {
    get size() {
      return items.length;
    },
    get next() {
      return items[0];
    },
    push: (due) => {
      items.push(due);
      for (let at: number | undefined = items.length - 1; at !== undefined; ) at = swapUp(at);
    },
    pop: () => {
      const first = items[0];
      const last = items.pop();
      if (last === undefined || items.length === 0) return first;
      items[0] = last;
      for (let at = 0; ; ) {
        const least = leastBelow(at);
        if (least === at) return first;
        swapUp(least);
        at = least;
      }
    },
  };
};
