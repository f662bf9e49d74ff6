import type { Face } from './best-face.ts';
import type { Transport } from './transport.ts';

/**
 * Strongly connected components, by Tarjan without recursion: the number of the component of every node.
 * `next` lists where the arcs of a node lead.
 */
const strongComponents = (next: readonly (readonly number[])[]): Int32Array => {
  const seen = new Int32Array(next.length).fill(-1);
  const low = new Int32Array(next.length);
  const component = new Int32Array(next.length).fill(-1);
  const open: number[] = [];
  let time = 0;
  let count = 0;
  for (const start of next.keys()) {
    if (seen[start] !== -1) continue;
    const calls: [node: number, arc: number][] = [[start, 0]];
    while (calls.length > 0) {
      const call = calls[calls.length - 1] as [number, number];
      const [node, arc] = call;
      if (arc === 0) {
        seen[node] = low[node] = time++;
        open.push(node);
      }
      const to = next[node]?.[arc];
      if (to !== undefined) {
        call[1]++;
        if (seen[to] === -1) calls.push([to, 0]);
        else if (component[to] === -1)
          low[node] = Math.min(low[node] as number, seen[to] as number);
        continue;
      }
      if (low[node] === seen[node]) {
        for (let top = open.pop(); top !== undefined; top = open.pop()) {
          component[top] = count;
          if (top === node) break;
        }
        count++;
      }
      calls.pop();
      const caller = calls[calls.length - 1]?.[0];
      if (caller !== undefined) low[caller] = Math.min(low[caller] as number, low[node] as number);
    }
  }
  return component;
};

/** Which edges of a face carry something in some best flow: those that do now, and those on a closed walk of the rest. */
export const movableEdges = (
  { supplies, needs, edges }: Transport,
  { flow, isTight, isUsedUp }: Face,
): readonly boolean[] => {
  const source = supplies.length + needs.length;
  const sink = source + 1;
  const next: number[][] = Array.from({ length: sink + 1 }, () => []);
  const used = new Float64Array(sink);
  const arc = (from: number, to: number): void => void next[from]?.push(to);
  for (const [index, { supply, need }] of edges.entries()) {
    const amount = flow[index] ?? 0;
    const needNode = supplies.length + need;
    used[supply] = (used[supply] as number) + amount;
    used[needNode] = (used[needNode] as number) + amount;
    if (isTight[index]) arc(supply, needNode);
    if (amount > 0) arc(needNode, supply);
  }
  for (const [supply, limit] of supplies.entries()) {
    if ((used[supply] as number) < limit) arc(source, supply);
    if (!isUsedUp.supplies[supply] && (used[supply] as number) > 0) arc(supply, source);
  }
  for (const [need, limit] of needs.entries()) {
    const node = supplies.length + need;
    if ((used[node] as number) < limit) arc(node, sink);
    if (!isUsedUp.needs[need] && (used[node] as number) > 0) arc(sink, node);
  }
  const component = strongComponents(next);
  return edges.map(
    ({ supply, need }, index) =>
      (flow[index] ?? 0) > 0 ||
      (isTight[index] === true && component[supply] === component[supplies.length + need]),
  );
};
