import type { Highs } from 'highs';
import type { Transport } from './transport.ts';

/** All best flows of a transport: exactly those over `edges` that leave nothing of what is `used up`. */
export type Face = {
  /** One of them, by edge. */
  readonly flow: readonly number[];
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

const wholeNumbers = (values: Float64Array): readonly number[] =>
  Array.from(values, (value) => {
    const whole = Math.round(value);
    if (Math.abs(whole - value) > 1e-3)
      throw new UnprovenOptimum('a vertex of a transport is not in whole numbers');
    return whole === 0 ? 0 : whole;
  });

/** Largest quantity, then least of each cost: each level looks only among the best of the level before. */
export const bestFace = (highs: Highs, { supplies, needs, edges }: Transport): Face => {
  const limits = [...supplies, ...needs];
  const rowsOf = edges.map(({ supply, need }) => [supply, supplies.length + need] as const);
  const levels = [
    edges.map(() => -1),
    ...(edges[0]?.costs ?? []).map((_, level) => edges.map(({ costs }) => costs[level] ?? 0)),
  ];
  const isTight = edges.map(() => true);
  const isUsedUp = limits.map(() => false);
  let flow: readonly number[] = [];

  /** Complementary slackness in whole numbers: it holds only of a best flow, whatever rounding came before. */
  const narrow = (costs: readonly number[], duals: readonly number[]): void => {
    const carried = limits.map(() => 0);
    for (const [index, rows] of rowsOf.entries()) {
      const amount = flow[index] ?? 0;
      for (const row of rows) carried[row] = (carried[row] ?? 0) + amount;
      if (isTight[index] !== true) {
        if (amount !== 0) throw new UnprovenOptimum('an edge that was closed carries something');
        continue;
      }
      const reduced = rows.reduce((cost, row) => cost - (duals[row] ?? 0), costs[index] ?? 0);
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
    model.options.set({ output_flag: false, solver: 'simplex', presolve: 'off' });
    model.passModel({
      numCols: edges.length,
      numRows: limits.length,
      colCost: levels[0] ?? [],
      colLower: edges.map(() => 0),
      colUpper: edges.map(() => highs.infinity),
      rowLower: limits.map(() => -highs.infinity),
      rowUpper: limits,
      matrix: {
        format: 'csc',
        numRows: limits.length,
        numCols: edges.length,
        starts: Int32Array.from({ length: edges.length + 1 }, (_, index) => 2 * index),
        indices: Int32Array.from(rowsOf.flat()),
        values: new Float64Array(2 * edges.length).fill(1),
      },
    });
    const columns = { kind: 'range', from: 0, to: edges.length - 1 } as const;
    const rows = { kind: 'range', from: 0, to: limits.length - 1 } as const;
    for (const [level, costs] of levels.entries()) {
      const open = costs.filter((_, index) => isTight[index]);
      // all best flows carry the same quantity, so equal costs choose nothing
      if (level > 0 && open.every((cost) => cost === open[0])) continue;
      if (level > 0) {
        model.changeColsCost(columns, costs);
        model.changeColsBounds(
          columns,
          edges.map(() => 0),
          isTight.map((tight) => (tight ? highs.infinity : 0)),
        );
        model.changeRowsBounds(
          rows,
          limits.map((limit, row) => (isUsedUp[row] === true ? limit : -highs.infinity)),
          limits,
        );
      }
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
        throw new UnprovenOptimum('a transport has no optimum');
      const { colValue, rowDual } = model.getSolution();
      flow = wholeNumbers(colValue);
      narrow(costs, wholeNumbers(rowDual));
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
