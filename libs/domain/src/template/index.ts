export type * from './template.events.ts';
export { placeholders, templateDecider, type TemplateState } from './template.decide.ts';
export { shippedTemplates } from './shipped.ts';
