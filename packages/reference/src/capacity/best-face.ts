import type { Highs } from 'highs';
import { nearestEdges } from './nearest-edges.ts';
import type { Transport } from './transport.ts';

/** All best flows of a transport: exactly those over `edges` that leave nothing of what is `used up`. */
export type Face = {
  /** One of them, by edge. */
  readonly flow: Float64Array;
  /** Whether an edge carries anything in any of them. */
  readonly isTight: readonly boolean[];
  /** Whether every one of them uses all of a supply or need. */
  readonly isUsedUp: {
    readonly supplies: readonly boolean[];
    readonly needs: readonly boolean[];
  };
};

/** Thrown when the solver's answer fails the exact test in whole numbers: a defect, never a fact about the data. */
export class UnprovenOptimum extends Error {
  override readonly name = 'UnprovenOptimum';
}

const wholeNumbers = (values: Float64Array): Float64Array =>
  values.map((value) => {
    const whole = Math.round(value);
    if (Math.abs(whole - value) > 1e-3)
      throw new UnprovenOptimum('a vertex of a transport is not in whole numbers');
    return whole === 0 ? 0 : whole;
  });

/** The solver's number of the primal simplex method. */
const PRIMAL = 4;

/** Edges of a supply that join the solver's in a round. */
const JOINING = 8;

/** Largest quantity, then least of each cost: each level looks only among the best of the level before. */
export const bestFace = (highs: Highs, { supplies, needs, edges }: Transport): Face => {
  const limits = [...supplies, ...needs];
  // flat, since there are millions of edges and each is looked at in every round
  const supplyRow = Int32Array.from(edges, ({ supply }) => supply);
  const needRow = Int32Array.from(edges, ({ need }) => supplies.length + need);
  const levels = [
    new Float64Array(edges.length).fill(-1),
    ...(edges[0]?.costs ?? []).map((_, level) =>
      Float64Array.from(edges, ({ costs }) => costs[level] ?? 0),
    ),
  ];
  const isTight = edges.map(() => true);
  const isUsedUp = limits.map(() => false);
  let flow: Float64Array = new Float64Array(edges.length);

  /** What an edge costs beyond the prices of what it uses up. */
  const reducedCost = (index: number, costs: Float64Array, duals: Float64Array): number =>
    (costs[index] as number) -
    (duals[supplyRow[index] as number] as number) -
    (duals[needRow[index] as number] as number);

  /** Complementary slackness in whole numbers: it holds only of a best flow, whatever rounding came before. */
  const narrow = (costs: Float64Array, duals: Float64Array): void => {
    const carried = new Float64Array(limits.length);
    for (let index = 0; index < edges.length; index++) {
      const amount = flow[index] as number;
      for (const row of [supplyRow[index], needRow[index]] as number[])
        carried[row] = (carried[row] as number) + amount;
      if (isTight[index] !== true) {
        if (amount !== 0) throw new UnprovenOptimum('an edge that was closed carries something');
        continue;
      }
      const reduced = reducedCost(index, costs, duals);
      if (amount < 0 || reduced < 0 || (reduced > 0 && amount > 0))
        throw new UnprovenOptimum('an edge could carry more at less cost');
      isTight[index] = reduced === 0;
    }
    for (const [row, limit] of limits.entries()) {
      const dual = duals[row] ?? 0;
      const isBound = isUsedUp[row] === true || dual !== 0;
      const used = carried[row] ?? 0;
      if (used > limit || (isBound && used !== limit) || (isUsedUp[row] !== true && dual > 0))
        throw new UnprovenOptimum('a limit is broken or its price is wrong');
      isUsedUp[row] = isBound;
    }
  };

  highs.withModel((model) => {
    model.options.set({
      output_flag: false,
      solver: 'simplex',
      presolve: 'off',
      // a flow remains one when edges join, so that the primal method goes on from where it was
      simplex_strategy: PRIMAL,
    });
    model.passModel({
      numCols: 0,
      numRows: limits.length,
      colCost: [],
      colLower: [],
      colUpper: [],
      rowLower: limits.map(() => -highs.infinity),
      rowUpper: limits,
      matrix: {
        format: 'csr',
        numRows: limits.length,
        numCols: 0,
        starts: new Int32Array(limits.length + 1),
        indices: new Int32Array(0),
        values: new Float64Array(0),
      },
    });
    const columns: number[] = [];
    const isColumn = edges.map(() => false);
    const admit = (wanted: readonly number[], costs: Float64Array): void => {
      const more = wanted.filter((index) => isColumn[index] !== true);
      if (more.length === 0) return;
      for (const index of more) isColumn[index] = true;
      columns.push(...more);
      model.addCols({
        cost: Float64Array.from(more, (index) => costs[index] ?? 0),
        lower: new Float64Array(more.length),
        upper: new Float64Array(more.length).fill(highs.infinity),
        matrix: {
          format: 'csc',
          numRows: limits.length,
          numCols: more.length,
          starts: Int32Array.from({ length: more.length + 1 }, (_, place) => 2 * place),
          indices: Int32Array.from(
            more.flatMap((index) => [supplyRow[index] as number, needRow[index] as number]),
          ),
          values: new Float64Array(2 * more.length).fill(1),
        },
      });
    };
    /** The best flow over all edges that are open: edges join in as long as one would make it better. */
    const solve = (costs: Float64Array): Float64Array => {
      for (;;) {
        model.run();
        if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
          throw new UnprovenOptimum('a transport has no optimum');
        const { colValue, rowDual } = model.getSolution();
        const duals = wholeNumbers(rowDual);
        const better = new Map<number, { readonly index: number; readonly reduced: number }[]>();
        for (let index = 0; index < edges.length; index++) {
          if (isTight[index] !== true || isColumn[index] === true) continue;
          const reduced = reducedCost(index, costs, duals);
          if (reduced >= 0) continue;
          const row = supplyRow[index] as number;
          const known = better.get(row);
          if (known === undefined) better.set(row, [{ index, reduced }]);
          else known.push({ index, reduced });
        }
        if (better.size === 0) {
          const amounts = wholeNumbers(colValue);
          flow = new Float64Array(edges.length);
          for (const [place, index] of columns.entries()) flow[index] = amounts[place] ?? 0;
          return duals;
        }
        const best = [...better.values()].flatMap((list) =>
          list.sort((a, b) => a.reduced - b.reduced).slice(0, JOINING),
        );
        admit(
          best.map(({ index }) => index),
          costs,
        );
      }
    };

    for (const [level, costs] of levels.entries()) {
      if (level === 0) admit(nearestEdges(edges), costs);
      const open = costs.filter((_, index) => isTight[index]);
      // all best flows carry the same quantity, so equal costs choose nothing
      if (level > 0 && open.every((cost) => cost === open[0])) continue;
      if (level > 0) {
        const all = { kind: 'range', from: 0, to: columns.length - 1 } as const;
        model.changeColsCost(
          all,
          columns.map((index) => costs[index] ?? 0),
        );
        model.changeColsBounds(
          all,
          columns.map(() => 0),
          columns.map((index) => (isTight[index] === true ? highs.infinity : 0)),
        );
        model.changeRowsBounds(
          { kind: 'range', from: 0, to: limits.length - 1 },
          limits.map((limit, row) => (isUsedUp[row] === true ? limit : -highs.infinity)),
          limits,
        );
      }
      narrow(costs, solve(costs));
    }
  });
  return {
    flow,
    isTight,
    isUsedUp: {
      supplies: isUsedUp.slice(0, supplies.length),
      needs: isUsedUp.slice(supplies.length),
    },
  };
};
