export * from './cap.ts';
export * from './cell.ts';
export * from './purpose.ts';
export * from './viewer.ts';
