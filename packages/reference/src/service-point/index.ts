export { distanceMetres, metresBetween } from './distance.ts';
export { type Near, nearest, type Origin, type Place } from './nearest.ts';
export { isOpenAt, isWithinHours } from './opening.ts';
export { convertPoint, type Position, positionOf, type Worked } from './position.ts';
export { centreOf, isWithin } from './region-centre.ts';
export { serves, type Wanted } from './serves.ts';
export { faultsOfInventory, stockOf } from './stock.ts';
