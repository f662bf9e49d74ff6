/** What the bundler keeps of the standard as data. */
export { registry } from '@openwaybill/schemas';
