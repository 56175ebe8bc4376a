import { describe, it } from '@jest/globals';
import { follows, seen } from '../../../../test/support/process-spec.ts';
import { agendaFollowing } from './agenda-following.process.ts';

const opened = seen('AgendaOpened', { agendaId: 'a', conferenceId: 'c' });
const added = seen('AgendaItemAdded', { agendaId: 'a', itemId: 'i', topicId: 't' });
const ofAgenda = { agendaId: 'a' };

describe('an agenda', () => {
  it('opens the programme of its conference and announces each version as the programme', () => {
    follows(agendaFollowing, [opened], 'openConferenceProgramme c a');
    follows(agendaFollowing, [opened, seen('AgendaVersionPublished', ofAgenda)], 'publishConferenceProgramme c');
    follows(agendaFollowing, [seen('AgendaVersionPublished', ofAgenda)]);
  });

  it('lets a topic go whose item is removed', () => {
    follows(agendaFollowing, [opened, added]);
    follows(agendaFollowing, [opened, added, seen('AgendaItemRemoved', { ...ofAgenda, itemId: 'i' })], 'unscheduleTopic t a i');
    follows(agendaFollowing, [opened, added, seen('AgendaItemRemoved', { ...ofAgenda, itemId: 'procedural' })]);
  });

  it('says that a topic was discussed when the body dealt with it', () => {
    const outcome = (verb: string, itemId = 'i') => seen('AgendaOutcomeRecorded', { ...ofAgenda, itemId, verb });
    follows(agendaFollowing, [opened, added, outcome('took_note')], 'recordTopicDiscussed t a i');
    follows(agendaFollowing, [opened, added, outcome('carried_forward')]);
    follows(agendaFollowing, [opened, added, outcome('took_note', 'procedural')]);
  });
});
