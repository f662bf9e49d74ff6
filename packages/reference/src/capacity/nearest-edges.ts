import { compareCosts, type Transport } from './transport.ts';

/** As many of each supply and each need. */
const BEGINNING = 8;

/** The cheapest edges of every node, with which a solver begins. */
export const nearestEdges = (edges: Transport['edges']): readonly number[] => {
  const places = [...edges.keys()].sort(
    (a, b) => compareCosts(edges[a]?.costs ?? [], edges[b]?.costs ?? []) || a - b,
  );
  const counts = { supply: new Map<number, number>(), need: new Map<number, number>() };
  return places.filter((place) => {
    const { supply = 0, need = 0 } = edges[place] ?? {};
    const ofSupply = counts.supply.get(supply) ?? 0;
    const ofNeed = counts.need.get(need) ?? 0;
    if (ofSupply >= BEGINNING && ofNeed >= BEGINNING) return false;
    counts.supply.set(supply, ofSupply + 1);
    counts.need.set(need, ofNeed + 1);
    return true;
  });
};
