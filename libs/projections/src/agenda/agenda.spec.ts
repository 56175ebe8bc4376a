import { describe, expect, it } from '@jest/globals';
import { ada, addHeading, ben, chair, justify, measures, opened, priorities, propose, title } from '../../../../test/support/agenda.ts';
import { anyAgendaCommand } from '../../../../test/support/agenda-commands.ts';
import { end } from '../../../../test/support/circulation.ts';
import { chanceOf } from '../../../../test/support/chance.ts';
import { member, noon } from '../../../../test/support/domain.ts';
import { Tape } from '../../../../test/support/edit-scripts.ts';
import { day } from '../../../../test/support/programme.ts';
import { agendaDecider, contentOf, type AgendaCommand, type AgendaContent, type AgendaEvent } from '../../../domain/src/index.ts';
import { openReadModelsOf } from '../shipped.ts';
import type { ReadModelFile } from '../storage/read-database.ts';
import { agendaProjection } from './agenda.projection.ts';
import { agendaRow, agendaVersion, openingOf, pendingVersion, waivedLanguages, workingContent } from './agenda.query.ts';
import { agendaChecks } from './checks.ts';

type State = Exclude<ReturnType<typeof agendaDecider.evolve>, { status: 'unopened' }>;

const follow = (db: ReadModelFile, event: AgendaEvent, revision: number): void => {
  const handlers: Readonly<Record<string, ((tx: ReadModelFile, told: never) => void) | undefined>> = agendaProjection.handlers;
  const envelope = { stream: 'agenda-a1', revision, occurredAt: noon, actor: 'ada', role: 'officer', actingFor: null } as const;
  handlers[event.type]?.(db, { ...event, ...envelope, ledgerIndex: revision, audience: 'internal' } as never);
};

/** What may follow from a version that was proposed, so that half of them come out. */
const onProposal = ({ pending }: State, tape: Tape): readonly AgendaCommand[] => {
  if (pending === null || tape.once(3)) return [];
  const seen = { actor: ben, now: noon, contentHash: pending.contentHash };
  const publish = { now: noon, unresolvedDuplicates: [], ...measures };
  return [
    { type: 'WaiveAgendaParity', data: { actor: ada, language: 'fr', reason: { code: 'urgent', text: { en: 'Late.' } } } },
    { type: 'ApproveAgendaVersion', data: seen },
    { type: 'PublishAgendaVersion', data: publish },
  ];
};

/** Ids of headings and items are derived from the command: no other heading or item comes with an id that is given. */
const takesAnId = ({ data }: AgendaCommand, { headings, items }: State): boolean => {
  if ('itemId' in data && 'procedure' in data) return items.some(({ itemId }) => itemId === data.itemId);
  return 'priorities' in data && 'headingId' in data && headings.some(({ headingId }) => headingId === data.headingId);
};

/** Something to begin with, so that most of what follows is in order. */
const beginning: readonly AgendaCommand[] = [
  addHeading({ headingId: 'h0' }),
  addHeading({ headingId: 'h1', theme: null }),
  justify(),
  day('2015-06-15'),
  { type: 'AddAgendaRoom', data: { roomId: 'r0', name: title, capacity: 20 } },
  { type: 'AddAgendaRoom', data: { roomId: 'r1', name: title, capacity: null } },
];

const isOpen = (command: AgendaCommand, state: State): boolean => agendaDecider.decide(command, state).accepted;

/** A step that is said to be open is accepted, and one against which something is said is refused. */
const expectHonest = (db: ReadModelFile, state: State, content: AgendaContent | null, published: AgendaContent | null): void => {
  if (content === null) return;
  const pending = pendingVersion(db, 'a1');
  const { obstacles } = agendaChecks({
    now: noon,
    content: { ...content, ...(pending?.final === true ? { final: true } : {}) },
    published,
    waivedOnPublished: waivedLanguages(db, 'a1', published?.version ?? 0),
    pending,
    priorities,
    closed: false,
    circulated: 0,
    commentsUntil: null,
    undisposed: [],
    unresolvedAmong: () => [],
    goneAmong: () => [],
  });
  const circulation = { circulationId: 'c', addressees: [member('KE')], registered: [], content: published, unresolvedDuplicates: [] };
  const told = [obstacles.propose, obstacles.proposeFinal, obstacles.publish, obstacles.circulate].map((causes) => causes.length === 0);
  expect(told).toStrictEqual([
    isOpen(propose(chair), state),
    isOpen(propose(chair, { final: true }), state),
    isOpen({ type: 'PublishAgendaVersion', data: { now: noon, unresolvedDuplicates: [], ...measures } }, state),
    isOpen({ type: 'CirculateAgenda', data: { now: noon, ...circulation, commentsUntil: end, earliestEnd: end.instant } }, state),
  ]);
};

const seed = Number(process.env['SEED'] ?? 1);

describe('the working agenda', () => {
  it(`is after every event what the domain would freeze, and says what would be refused: 60 histories of 150 commands (seed ${seed})`, () => {
    const seen: Record<string, number> = {};
    const chance = chanceOf(seed);
    for (let history = 0; history < 60; history += 1) {
      const tape = new Tape(Array.from({ length: 2_000 }, () => chance.below(1_000)));
      const db = openReadModelsOf(':memory:', [agendaProjection]);
      let state = agendaDecider.evolve(agendaDecider.initialState, opened) as State;
      let revision = 0;
      follow(db, opened, revision);
      const contents: AgendaContent[] = [];
      const give = (command: AgendaCommand): void => {
        const decision = takesAnId(command, state) ? null : agendaDecider.decide(command, state);
        for (const event of decision?.accepted === true ? decision.events : []) {
          revision += 1;
          seen[event.type] = (seen[event.type] ?? 0) + 1;
          state = agendaDecider.evolve(state, event) as State;
          follow(db, event, revision);
          if (event.type === 'AgendaVersionPublished') contents.push(event.data.content);
        }
      };
      beginning.forEach(give);
      for (let count = 0; count < 150; count += 1) {
        give(anyAgendaCommand(tape, contents));
        onProposal(state, tape).forEach(give);
        const row = agendaRow(db, 'a1');
        const shown = row === null ? null : workingContent(db, 'a1', openingOf(row).title, state.published + 1, false);
        expect([history, shown]).toStrictEqual([history, contentOf(state, state.published + 1)]);
        expectHonest(db, state, shown, contents.at(-1) ?? null);
      }
      expect(agendaVersion(db, 'a1', null)?.content ?? null).toStrictEqual(contents.at(-1) ?? null);
      db.close();
    }
    const rare = ['AgendaVersionRestored', 'AgendaItemMoved', 'AgendaHeadingMoved', 'AgendaSlotCancelled', 'AgendaSpeakerReplaced'];
    expect(rare.filter((type) => (seen[type] ?? 0) < 5)).toStrictEqual([]);
  });
});
