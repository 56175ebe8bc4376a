import { workflowVersions, type WorkflowVersion } from '../../../projections/src/index.ts';
import { diagramOf, parseDefinition, shippedCategories, shippedDefinition } from '../../../workflow/src/index.ts';
import { hashOf } from '../canonical.ts';
import type { Environment, Nothing, Query } from '../contract.ts';

/** A version of a procedure; one that ships and was not published yet has no instant. */
export type WorkflowView = Omit<WorkflowVersion, 'publishedAt' | 'changeNote'> &
  Partial<Pick<WorkflowVersion, 'publishedAt' | 'changeNote'>>;

const shippedView = (name: string): readonly WorkflowView[] => {
  const definition = shippedDefinition(name);
  return definition === null ? [] : [{ name, version: definition.version, policy: hashOf(definition), definition }];
};

const viewsOf = (env: Environment): readonly WorkflowView[] => {
  const published = workflowVersions(env.read);
  const unpublished = shippedCategories.filter((name) => !published.some((version) => version.name === name));
  return [...published, ...unpublished.flatMap(shippedView)].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.version - b.version,
  );
};

/** Every version of every procedure. */
export const workflows: Query<Nothing, readonly WorkflowView[]> = { name: 'workflows', run: (env) => viewsOf(env) };

/** A version of a procedure as a Mermaid diagram; the last one unless told. */
export const workflowDiagram: Query<
  { readonly name: string; readonly version: number | null; readonly language: 'en' | 'fr' },
  { readonly mermaid: string } | null
> = {
  name: 'workflowDiagram',
  run: (env, { name, version, language }) => {
    const versions = viewsOf(env).filter((view) => view.name === name && (version === null || view.version === version));
    const read = parseDefinition(versions.at(-1)?.definition);
    return 'definition' in read ? { mermaid: diagramOf(read.definition, language) } : null;
  },
};
