import type { Face } from './best-face.ts';
import { compareCosts, type Transport } from './transport.ts';

/** The nodes of one side of a transport: those of every group, in order of their ids, and how much each has. */
export type Members = {
  readonly groups: readonly (readonly number[])[];
  readonly amounts: readonly number[];
};

/** What one node of the one side gives to one of the other. */
export type Share = {
  readonly supply: number;
  readonly need: number;
  readonly quantity: number;
  /** The edge of the groups that it follows. */
  readonly edge: number;
};

const groupOfEach = ({ groups, amounts }: Members): Int32Array => {
  const groupOf = new Int32Array(amounts.length);
  for (const [group, nodes] of groups.entries()) for (const node of nodes) groupOf[node] = group;
  return groupOf;
};

/**
 * Of all best flows the first: the one that gives most to the first pair of nodes, of these the one that gives most to
 * the second, and so on, pairs being in order of their costs, then of the supply, then of the need.
 */
export const firstOfEquals = (
  { edges }: Transport,
  { flow, isUsedUp }: Face,
  movable: readonly boolean[],
  supply: Members,
  need: Members,
): readonly Share[] => {
  const supplies = supply.amounts.length;
  const needs = need.amounts.length;
  const source = supplies + needs;
  const sink = source + 1;
  const supplyGroup = groupOfEach(supply);
  const needGroup = groupOfEach(need);

  // movable edges in classes of equal costs
  const places = edges
    .flatMap((_, index) => (movable[index] ? [index] : []))
    .sort((a, b) => compareCosts(edges[a]?.costs ?? [], edges[b]?.costs ?? []));
  const classOf = new Int32Array(edges.length);
  const classes: number[][] = [];
  for (const index of places) {
    const last = classes[classes.length - 1]?.[0];
    const isNew =
      last === undefined || compareCosts(edges[last]?.costs ?? [], edges[index]?.costs ?? []) !== 0;
    if (isNew) classes.push([]);
    classOf[index] = classes.length - 1;
    classes[classes.length - 1]?.push(index);
  }
  const edgesOfGroup: number[][] = supply.groups.map(() => []);
  for (const index of places) edgesOfGroup[edges[index]?.supply ?? 0]?.push(index);

  // any of the best flows to begin with: group by group, in order
  const given: Map<number, number>[] = supply.amounts.map(() => new Map());
  const takers: Map<number, number>[] = need.amounts.map(() => new Map());
  const usedSupply = supply.amounts.map(() => 0);
  const usedNeed = need.amounts.map(() => 0);
  const shift = (i: number, j: number, amount: number): void => {
    const total = (given[i]?.get(j) ?? 0) + amount;
    if (total === 0) {
      given[i]?.delete(j);
      takers[j]?.delete(i);
    } else {
      given[i]?.set(j, total);
      takers[j]?.set(i, total);
    }
  };
  for (const [index, total] of flow.entries()) {
    const { supply: g = 0, need: h = 0 } = edges[index] ?? {};
    let left = total;
    for (const i of supply.groups[g] ?? []) {
      for (const j of need.groups[h] ?? []) {
        const amount = Math.min(
          left,
          (supply.amounts[i] ?? 0) - (usedSupply[i] ?? 0),
          (need.amounts[j] ?? 0) - (usedNeed[j] ?? 0),
        );
        if (amount === 0) continue;
        shift(i, j, amount);
        usedSupply[i] = (usedSupply[i] ?? 0) + amount;
        usedNeed[j] = (usedNeed[j] ?? 0) + amount;
        left -= amount;
        if (left === 0 || usedSupply[i] === supply.amounts[i]) break;
      }
      if (left === 0) break;
    }
  }

  const mayLeave = (i: number): boolean => isUsedUp.supplies[supplyGroup[i] ?? 0] !== true;
  const mayLack = (j: number): boolean => isUsedUp.needs[needGroup[j] ?? 0] !== true;
  const came = new Int32Array(sink + 1);
  const queue = new Int32Array(sink + 1);

  /** The nodes on a way by which the flow into `j` can be taken over, back to `i`; undefined where there is none. */
  const wayBack = (
    i: number,
    j: number,
    isDone: (cls: number, i: number, j: number) => boolean,
  ): readonly number[] | undefined => {
    came.fill(-1);
    let head = 0;
    let tail = 0;
    const reach = (node: number, from: number): void => {
      if (came[node] !== -1) return;
      came[node] = from;
      queue[tail++] = node;
    };
    reach(supplies + j, sink + 1);
    while (head < tail && came[i] === -1) {
      const at = queue[head++] as number;
      if (at === source) {
        for (let k = 0; k < supplies; k++)
          if ((usedSupply[k] ?? 0) < (supply.amounts[k] ?? 0)) reach(k, at);
      } else if (at === sink) {
        for (let k = 0; k < needs; k++)
          if ((usedNeed[k] ?? 0) > 0 && mayLack(k)) reach(supplies + k, at);
      } else if (at < supplies) {
        if (mayLeave(at)) reach(source, at);
        for (const index of edgesOfGroup[supplyGroup[at] ?? 0] ?? [])
          for (const k of need.groups[edges[index]?.need ?? 0] ?? [])
            if (came[supplies + k] === -1 && !isDone(classOf[index] ?? 0, at, k))
              reach(supplies + k, at);
      } else {
        const k = at - supplies;
        if ((usedNeed[k] ?? 0) < (need.amounts[k] ?? 0)) reach(sink, at);
        for (const from of takers[k]?.keys() ?? [])
          if (!isDone(classBetween(from, k), from, k)) reach(from, at);
      }
    }
    if (came[i] === -1) return undefined;
    const way = [i];
    for (let at = i; at !== supplies + j; ) {
      at = came[at] as number;
      way.push(at);
    }
    return way.reverse();
  };

  const edgeBetween = new Map<number, number>();
  for (const index of places)
    edgeBetween.set(
      (edges[index]?.supply ?? 0) * need.groups.length + (edges[index]?.need ?? 0),
      index,
    );
  const edgeOf = (i: number, j: number): number =>
    edgeBetween.get((supplyGroup[i] ?? 0) * need.groups.length + (needGroup[j] ?? 0)) ?? -1;
  const classBetween = (i: number, j: number): number => classOf[edgeOf(i, j)] ?? 0;

  const capacityOf = (from: number, to: number): number => {
    if (from === source) return (supply.amounts[to] ?? 0) - (usedSupply[to] ?? 0);
    if (to === sink) return (need.amounts[from - supplies] ?? 0) - (usedNeed[from - supplies] ?? 0);
    if (from === sink) return usedNeed[to - supplies] ?? 0;
    if (to === source) return usedSupply[from] ?? 0;
    return from < supplies ? Number.POSITIVE_INFINITY : (takers[from - supplies]?.get(to) ?? 0);
  };
  const push = (from: number, to: number, amount: number): void => {
    if (from === source) usedSupply[to] = (usedSupply[to] ?? 0) + amount;
    else if (to === sink) usedNeed[from - supplies] = (usedNeed[from - supplies] ?? 0) + amount;
    else if (from === sink) usedNeed[to - supplies] = (usedNeed[to - supplies] ?? 0) - amount;
    else if (to === source) usedSupply[from] = (usedSupply[from] ?? 0) - amount;
    else if (from < supplies) shift(from, to - supplies, amount);
    else shift(to, from - supplies, -amount);
  };

  const leftSupply = [...supply.amounts];
  const leftNeed = [...need.amounts];
  const shares: Share[] = [];
  for (const [cls, indices] of classes.entries()) {
    const needsOf = new Map<number, number[]>();
    for (const index of indices) {
      const { supply: g, need: h } = edges[index] as (typeof edges)[number];
      needsOf.set(g, [...(needsOf.get(g) ?? []), ...(need.groups[h] ?? [])]);
    }
    for (const list of needsOf.values()) list.sort((a, b) => a - b);
    const givers = [...needsOf.keys()].flatMap((g) => supply.groups[g] ?? []).sort((a, b) => a - b);
    for (const i of givers) {
      for (const j of needsOf.get(supplyGroup[i] ?? 0) ?? []) {
        const most = Math.min(leftSupply[i] ?? 0, leftNeed[j] ?? 0);
        if (leftSupply[i] === 0) break;
        if (most === 0) continue;
        const isDone = (otherClass: number, k: number, l: number): boolean =>
          otherClass < cls || (otherClass === cls && (k < i || (k === i && l <= j)));
        for (;;) {
          const now = given[i]?.get(j) ?? 0;
          const way = now < most ? wayBack(i, j, isDone) : undefined;
          if (way === undefined) break;
          let amount = most - now;
          for (let step = 1; step < way.length; step++)
            amount = Math.min(amount, capacityOf(way[step - 1] as number, way[step] as number));
          shift(i, j, amount);
          for (let step = 1; step < way.length; step++)
            push(way[step - 1] as number, way[step] as number, amount);
        }
        const quantity = given[i]?.get(j) ?? 0;
        if (quantity === 0) continue;
        leftSupply[i] = (leftSupply[i] ?? 0) - quantity;
        leftNeed[j] = (leftNeed[j] ?? 0) - quantity;
        shares.push({ supply: i, need: j, quantity, edge: edgeOf(i, j) });
      }
    }
  }
  return shares;
};
