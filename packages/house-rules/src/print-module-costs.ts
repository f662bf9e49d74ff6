// Prints what each module cost: node --conditions=@openwaybill/source packages/house-rules/src/print-module-costs.ts
import { costTable } from './module-costs.ts';

process.stdout.write(costTable());
