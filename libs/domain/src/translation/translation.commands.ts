import type { AccreditationId, Actor, Instant, Language } from '../kernel/index.ts';
import type { TranslationContent, TranslationRequest } from './translation.events.ts';

/** source: hash of what is to be translated as it stands now, read right before. */
interface OnSource {
  readonly actor: Actor;
  readonly now: Instant;
  readonly source: string;
}

export type TranslationCommand =
  | { readonly type: 'RequestTranslation'; readonly data: TranslationRequest }
  | {
      readonly type: 'AssignTranslation';
      readonly data: {
        readonly actor: Actor;
        readonly now: Instant;
        readonly translator: AccreditationId;
        readonly dueAt: Instant | null;
      };
    }
  | {
      readonly type: 'DeliverTranslation';
      /** sourceHash: what the translator has translated. */
      readonly data: OnSource & { readonly content: TranslationContent; readonly sourceHash: string };
    }
  /** edition: the one the reviser has read; content: how he changed it, null when he left it as it was. */
  | {
      readonly type: 'ReviseTranslation';
      readonly data: OnSource & { readonly edition: number; readonly content: TranslationContent | null };
    }
  /** edition: the one that was read. */
  | { readonly type: 'CertifyTranslation'; readonly data: OnSource & { readonly edition: number } }
  | {
      readonly type: 'ReturnTranslation';
      readonly data: { readonly actor: Actor; readonly now: Instant; readonly edition: number; readonly reason: string };
    }
  | { readonly type: 'NoteTranslationSource'; readonly data: { readonly now: Instant; readonly source: string } };

export type TranslationRejection =
  | { readonly code: 'translation.not_requested' }
  | { readonly code: 'translation.same_language'; readonly language: Language }
  | { readonly code: 'translation.already_requested' }
  /** It was given to somebody else to translate. */
  | { readonly code: 'translation.assigned_to_another' }
  | { readonly code: 'translation.text_empty' }
  | { readonly code: 'translation.nothing_delivered' }
  /** What was translated or read is no longer what stands there. */
  | { readonly code: 'translation.source_changed'; readonly translated: string; readonly current: string }
  | { readonly code: 'translation.edition_differs'; readonly latest: number; readonly seen: number }
  /** Whoever translated does not certify. */
  | { readonly code: 'translation.translator_cannot_certify' }
  | { readonly code: 'translation.translator_cannot_revise' }
  | { readonly code: 'translation.already_certified' };
