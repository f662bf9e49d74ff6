/** How tools that read the format show a result (SARIF 2.1.0, 3.27.10). */
export type SarifLevel = 'none' | 'note' | 'warning' | 'error';

export type SarifRule = { readonly id: string; readonly short: string; readonly help?: string };

/** One result. A contract has no lines: its places are logical, a name and the kind of thing that has it. */
export type SarifResult = {
  readonly rule: string;
  readonly level: SarifLevel;
  readonly text: string;
  readonly place: { readonly name: string; readonly kind?: string };
};

/** A report in the form that code hosts read (SARIF 2.1.0). Rules that nothing breaks are left out. */
export const sarifLog = (
  tool: string,
  rules: readonly SarifRule[],
  results: readonly SarifResult[],
): object => {
  const broken = new Set(results.map(({ rule }) => rule));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool,
            rules: rules
              .filter(({ id }) => broken.has(id))
              .toSorted((a, b) => (a.id < b.id ? -1 : 1))
              .map(({ id, short, help }) => ({
                id,
                shortDescription: { text: short },
                ...(help === undefined ? {} : { help: { text: help } }),
              })),
          },
        },
        results: results.map(({ rule, level, text, place }) => ({
          ruleId: rule,
          level,
          message: { text },
          locations: [
            {
              logicalLocations: [
                {
                  fullyQualifiedName: place.name,
                  ...(place.kind === undefined ? {} : { kind: place.kind }),
                },
              ],
            },
          ],
        })),
      },
    ],
  };
};
