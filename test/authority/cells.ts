import {
  knownRoles,
  noStage,
  openCommands,
  rolesAllowed,
  generalCommands,
  shippedCategories,
  shippedDefinition,
  stageNamed,
  type Attempt,
} from '../../libs/workflow/src/index.ts';

/** One question of authority: may this role give this command to an instance that stands there, its own Member's or another's? */
export interface Cell {
  readonly category: string;
  /** Name of the stage, `none` before the first event; `-` where no procedure governs. */
  readonly stage: string;
  readonly milestone: string;
  readonly command: string;
  readonly role: string;
  readonly relation: Attempt['relation'];
  readonly allowed: boolean;
}

const actsForMember = (role: string): boolean => ['drafter', 'contact_point', 'delegate', 'alternate'].includes(role);

const relationsOf = (role: string): readonly Attempt['relation'][] => (actsForMember(role) ? ['own', 'other'] : ['none']);

const governedCells = (category: string): readonly Cell[] => {
  const definition = shippedDefinition(category);
  if (definition === null) return [];
  const commands = [...new Set(definition.commands.map(({ command }) => command))];
  const stages = [noStage, ...definition.stages.map(({ name }) => name)];
  return stages.flatMap((stage) =>
    knownRoles.flatMap((role) =>
      relationsOf(role).flatMap((relation) => {
        const open = openCommands(definition, stage, role, relation);
        const milestone = stageNamed(definition, stage)?.milestone ?? noStage;
        return commands.map((command): Cell => ({ category, stage, milestone, command, role, relation, allowed: open.includes(command) }));
      }),
    ),
  );
};

const generalCells = (): readonly Cell[] =>
  generalCommands.flatMap((command) =>
    knownRoles.flatMap((role) =>
      relationsOf(role).map((relation): Cell => ({
        category: 'general',
        stage: '-',
        milestone: '-',
        command,
        role,
        relation,
        allowed: rolesAllowed(command).includes(role),
      })),
    ),
  );

/** Every cell of the shipped procedures: stage × command × role × ownership, and the general table. */
export const authorityCells = (): readonly Cell[] => [...shippedCategories.flatMap(governedCells), ...generalCells()];

/** The table as it is reviewed: one line per command, role and relation that may anything, with the stages where; what is not there is refused. */
export const authorityCsv = (cells: readonly Cell[]): string => {
  const rows = new Map<string, string[]>();
  for (const { category, stage, command, role, relation, allowed } of cells) {
    if (!allowed) continue;
    const key = [category, command, role, relation].join(',');
    rows.set(key, [...(rows.get(key) ?? []), stage]);
  }
  const lines = [...rows].map(([key, stages]) => `${key},${stages.join(' ')}`).sort();
  return ['category,command,role,relation,stages', ...lines, ''].join('\n');
};
