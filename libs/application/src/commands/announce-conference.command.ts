import { conferenceDecider, type ConferenceAnnouncement } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

/** Announces a conference with the precision that is known. */
export const announceConference = useCase<ConferenceAnnouncement>('AnnounceConference', (env, input, context) =>
  runCommand(env, context, {
    decider: conferenceDecider,
    id: input.conferenceId,
    command: { type: 'AnnounceConference', data: input },
    input,
  }),
);
