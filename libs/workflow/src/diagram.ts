import { noStage, type Definition } from './definition.ts';

const spoken = (text: string): string => text.replaceAll(/[:;"#\n]/g, ' ');

/** The procedure as a Mermaid state diagram in one language; deterministic. @see https://mermaid.js.org/syntax/stateDiagram.html */
export const diagramOf = (definition: Definition, language: 'en' | 'fr'): string => {
  const stages = definition.stages.map(
    ({ name, title, clock }) => `  ${name}: ${spoken(title[language])}${clock === 'paused' ? ' ⏸' : ''}`,
  );
  const lines = definition.transitions.flatMap(({ event, from, to, deadline }) =>
    from.map((stage) => {
      const origin = stage === noStage ? '[*]' : stage === '*' ? 'any' : stage;
      return `  ${origin} --> ${to}: ${event}${deadline === undefined ? '' : ` (${deadline})`}`;
    }),
  );
  const any = definition.transitions.some(({ from }) => from.includes('*'))
    ? [`  any: ${language === 'en' ? 'any open stage' : 'toute étape ouverte'}`]
    : [];
  const ends = definition.stages.filter(({ final }) => final).map(({ name }) => `  ${name} --> [*]`);
  return ['stateDiagram-v2', ...stages, ...any, ...lines, ...ends, ''].join('\n');
};
