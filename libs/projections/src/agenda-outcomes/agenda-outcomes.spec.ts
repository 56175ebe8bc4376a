import { expect, it } from '@jest/globals';
import { chanceOf, type Chance } from '../../../../test/support/chance.ts';
import { past } from '../../../../test/support/circulation.ts';
import { at, noon, who } from '../../../../test/support/domain.ts';
import { followed } from '../../../../test/support/followed.ts';
import { agendaDecider, type AgendaCommand, type AgendaOutcomeVerb } from '../../../domain/src/index.ts';
import { agendaProjection } from '../agenda/agenda.projection.ts';
import { memberDirectoryProjection } from '../member-directory/member-directory.projection.ts';
import { agendaOutcomesProjection } from './agenda-outcomes.projection.ts';
import { outcomeSheet } from './agenda-outcomes.query.ts';

const seed = Number(process.env['SEED'] ?? 1);
const [ada, kenya] = [who('ada'), who('k', 'KE')];

const anyCommand = (chance: Chance): AgendaCommand => {
  const itemId = `i${1 + chance.below(2)}`;
  const verb = chance.pick<AgendaOutcomeVerb>(['agreed', 'took_note', 'carried_forward']);
  const outcome = { itemId, verb, statement: { en: `Words ${chance.below(9)}.` }, carriedTo: verb === 'carried_forward' ? 'next' : null };
  const correctionId = `${itemId}-${chance.below(4)}`;
  return chance.pick<() => AgendaCommand>([
    () => ({
      type: 'RecordAgendaOutcome',
      data: { actor: ada, now: noon, ...outcome, begun: true, correctableUntil: at('2015-02-17T22:59:59.999Z') },
    }),
    () => ({
      type: 'CorrectAgendaOutcome',
      data: { actor: ada, now: noon, ...outcome, correctionId: chance.below(2) === 0 ? null : correctionId },
    }),
    () => ({ type: 'FileAgendaCorrection', data: { actor: kenya, now: noon, itemId, correctionId, text: { en: 'Mend.' } } }),
    () => ({
      type: 'AttachAgendaPresentation',
      data: { actor: ada, itemId, sha256: `${chance.below(3)}`, title: { en: 'Slides' }, mediaType: 'application/pdf', sizeBytes: 1 },
    }),
  ])();
};

it(`outcomes are shown as the domain has them, every revision kept, over 40 histories of 40 commands (seed ${seed})`, () => {
  const chance = chanceOf(seed);
  const seen = new Set<string>();
  for (let history = 0; history < 40; history += 1) {
    const projections = [agendaProjection, agendaOutcomesProjection, memberDirectoryProjection];
    const { db, state, give, counts } = followed(agendaDecider, projections, past);
    for (let count = 0; count < 40; count += 1) {
      give(anyCommand(chance));
      const now = state();
      if (now.status === 'unopened') throw new Error('it was opened');
      const items = outcomeSheet(db, 'a1', { kind: 'member', member: 'KE' })?.items ?? [];
      for (const { itemId, outcome, revisions, corrections, presentations, correctableUntil } of items) {
        const known = now.outcomes.find((entry) => entry.itemId === itemId);
        expect(
          outcome === null
            ? undefined
            : [
                outcome.verb,
                outcome.statement,
                outcome.carriedTo,
                revisions.length,
                correctableUntil,
                corrections.map(({ correctionId }) => correctionId),
              ],
        ).toStrictEqual(
          known === undefined
            ? undefined
            : [
                known.verb,
                known.statement,
                known.carriedTo,
                known.revision,
                known.correctableUntil,
                known.corrections.map(({ correctionId }) => correctionId),
              ],
        );
        const kept = now.presentations.filter((entry) => entry.itemId === itemId).map(({ sha256 }) => sha256);
        expect(presentations.map(({ sha256 }) => sha256)).toStrictEqual(kept);
      }
    }
    for (const type of Object.keys(counts)) seen.add(type);
    expect(outcomeSheet(db, 'a1', { kind: 'public' })).toBeNull();
    db.close();
  }
  expect(Object.keys(agendaOutcomesProjection.handlers).filter((type) => !seen.has(type))).toStrictEqual([]);
});
