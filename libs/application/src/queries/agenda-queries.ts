import { agendaCirculations } from './agenda-circulations.query.ts';
import { agendaComments } from './agenda-comments.query.ts';
import { agendaDifference } from './agenda-difference.query.ts';
import { agendaLineOrigin } from './agenda-line-origin.query.ts';
import { agendaTraces } from './agenda-traces.query.ts';
import { agendaVersion } from './agenda-version.query.ts';
import { agendaVersions } from './agenda-versions.query.ts';
import { agendas } from './agendas.query.ts';
import { annotatedAgenda } from './annotated-agenda.query.ts';
import { conference, conferences } from './conferences.query.ts';
import { outcomeSheet } from './outcome-sheet.query.ts';
import { registrations } from './registrations.query.ts';
import { session, sessions } from './sessions.query.ts';
import { workingAgenda } from './working-agenda.query.ts';

/** Questions about agendas and the meetings they are for, by name. */
export const agendaQueries = {
  agendas,
  workingAgenda,
  agendaVersions,
  agendaVersion,
  agendaLineOrigin,
  annotatedAgenda,
  agendaDifference,
  agendaTraces,
  agendaCirculations,
  agendaComments,
  outcomeSheet,
  session,
  sessions,
  conference,
  conferences,
  registrations,
} as const;
