/** Goods of the same kind on one side, as one amount: what differs in its id alone costs the same. */
export type Transport = {
  readonly supplies: readonly number[];
  readonly needs: readonly number[];
  /** Which supply may serve which need, and at what costs, the first being the one that counts most. */
  readonly edges: readonly Edge[];
};

export type Edge = {
  readonly supply: number;
  readonly need: number;
  readonly costs: readonly number[];
};

/** Less than 0 where the first costs come before the second, level by level. */
export const compareCosts = (a: readonly number[], b: readonly number[]): number => {
  for (let level = 0; level < a.length; level++)
    if (a[level] !== b[level]) return (a[level] ?? 0) - (b[level] ?? 0);
  return 0;
};

/** Two nodes of a graph that have an edge, and those that hang together by edges. */
type Parents = Int32Array;

const rootOf = (parents: Parents, node: number): number => {
  let root = node;
  while (parents[root] !== root) root = parents[root] ?? root;
  let at = node;
  while (at !== root) {
    const next = parents[at] ?? root;
    parents[at] = root;
    at = next;
  }
  return root;
};

/** A part of a transport that has no edge to any other part, with the numbers that its nodes had in the whole. */
export type Component = Transport & {
  readonly supplyNumbers: readonly number[];
  readonly needNumbers: readonly number[];
};

/** The parts of a transport that can be solved one by one. Nodes without an edge are in none. */
export const componentsOf = ({ supplies, needs, edges }: Transport): readonly Component[] => {
  const parents = Int32Array.from({ length: supplies.length + needs.length }, (_, index) => index);
  for (const { supply, need } of edges)
    parents[rootOf(parents, supply)] = rootOf(parents, supplies.length + need);
  type Open = {
    supplyNumbers: number[];
    needNumbers: number[];
    places: Map<number, number>;
    edges: Edge[];
  };
  const parts = new Map<number, Open>();
  const placed = (part: Open, list: number[], node: number, number: number): number => {
    const known = part.places.get(node);
    if (known !== undefined) return known;
    part.places.set(node, list.length);
    return list.push(number) - 1;
  };
  for (const { supply, need, costs } of edges) {
    const root = rootOf(parents, supply);
    const part: Open = parts.get(root) ?? {
      supplyNumbers: [],
      needNumbers: [],
      places: new Map(),
      edges: [],
    };
    parts.set(root, part);
    part.edges.push({
      supply: placed(part, part.supplyNumbers, supply, supply),
      need: placed(part, part.needNumbers, supplies.length + need, need),
      costs,
    });
  }
  return [...parts.values()].map(({ supplyNumbers, needNumbers, edges: own }) => ({
    supplyNumbers,
    needNumbers,
    edges: own,
    supplies: supplyNumbers.map((number) => supplies[number] ?? 0),
    needs: needNumbers.map((number) => needs[number] ?? 0),
  }));
};
