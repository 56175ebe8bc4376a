import type { CommandContext, CommandInput, CommandName, CommandOutcome, Dispatcher } from '../../../../../libs/application/src/index.ts';
import type { Bilingual } from '../../../../../libs/domain/src/index.ts';
import type { Fault, Sent } from './sent.ts';

/** What a list offers; where it comes from is looked up when the form is drawn. */
export type OptionSource =
  | 'themes'
  | 'members'
  | 'sessions'
  | 'sessionsAhead'
  | 'guidanceRequests'
  | 'calls'
  | 'conferences'
  | 'agendas'
  | 'headings'
  | 'rooms'
  | 'agendaItems'
  | 'slots'
  | 'acceptedTopics'
  | 'documents'
  | 'themeSets'
  | 'communities'
  | 'accreditations'
  | 'unreleased'
  | 'likelyTopics';

export interface Choice {
  readonly value: string;
  readonly label: Bilingual;
}

/** A field of a form that gives a command. */
export type ActField =
  /** Of a procedure's list, or where no procedure governs of our own. */
  | { readonly kind: 'reason'; readonly from: { readonly category: string; readonly list: string } | readonly Choice[] }
  | {
      readonly kind: 'line' | 'long' | 'date' | 'moment' | 'number';
      readonly name: string;
      readonly label: Bilingual;
      readonly isOptional?: true;
    }
  /** In both languages, or in at least one. */
  | {
      readonly kind: 'both' | 'either';
      readonly name: string;
      readonly label: Bilingual;
      readonly isLong?: true;
      readonly isOptional?: true;
    }
  | {
      readonly kind: 'one' | 'many';
      readonly name: string;
      readonly label: Bilingual;
      readonly from: OptionSource | readonly Choice[];
      readonly isOptional?: true;
    };

/** A command with its input, ready to be given. */
export interface ReadAct {
  readonly name: CommandName;
  readonly give: (dispatcher: Dispatcher, context: CommandContext) => Promise<CommandOutcome>;
}

/** Something that the Secretariat does with a form: one command, its fields, and how they become its input. */
export interface Act {
  readonly command: CommandName;
  /** What the button says: it names the act. */
  readonly title: Bilingual;
  readonly tone?: 'primary' | 'danger';
  /** The key that leads to it on a page with shortcuts. */
  readonly key?: string;
  /** Ids that the page hands on, by name. */
  readonly given: readonly string[];
  readonly fields: readonly ActField[];
  /** The command that a form asks for, or everything that is wrong with its fields. */
  readonly read: (sent: Sent) => ReadAct | { readonly faults: readonly Fault[] };
}

type Shape<N extends CommandName> = Pick<Act, 'title' | 'tone' | 'key'> & {
  readonly given?: readonly string[];
  readonly fields?: readonly ActField[];
  readonly input: (sent: Sent) => CommandInput<N>;
};

/** One act, with the input its command needs. */
export const act = <N extends CommandName>(command: N, { given = [], fields = [], input, ...shown }: Shape<N>): Act => ({
  ...shown,
  command,
  given,
  fields,
  read: (sent) => {
    const whole = input(sent);
    if (sent.faults.length > 0) return { faults: sent.faults };
    return { name: command, give: (dispatcher, context) => dispatcher.command(command, whole, context) };
  },
});
